import type {
  AgreedChange,
  Change,
  ChangeResult,
  ChangeSet,
  ChangeSetPage,
  ChangeSetState,
  NewChangeSet,
  Preview,
  Proposal,
} from "@gantry/api-contract";
import type { Simulator } from "@gantry/codearts-simulator";
import { createTestApp, TEST_NOW, type TestApp, type TestAppOptions, type TestBrowser } from "../test-app.ts";
import { createAppClock, type AppClock } from "../test-clock.ts";
import { until } from "../until.ts";

/** The longest back-off of a job ends at once; the end of a session still waits for `advanceBy`. */
const SKIPPED_WAITS_MS = 150_000;

export type Bench = TestApp & { browser: TestBrowser };

/** The real app over the simulator, with somebody signed in. */
export async function openBench(options: TestAppOptions = {}): Promise<Bench> {
  const clock = options.clock ?? createJobClock();
  const app = await createTestApp({ clock, ...options });
  return { ...app, browser: await app.signIn() };
}

/** Waits of jobs end at once; instants stay whole, as the machine's are. */
export function createJobClock(): AppClock {
  const clock = createAppClock(TEST_NOW, { skipsWaitsUpToMs: SKIPPED_WAITS_MS });
  return { ...clock, now: () => Math.floor(clock.now()) };
}

export async function call<T>(
  browser: TestBrowser,
  path: string,
  init: Parameters<TestBrowser["request"]>[1] = {},
): Promise<T> {
  const response = await browser.request(path, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${init.method ?? "GET"} ${path}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}

export function previewOf(browser: TestBrowser, proposal: Proposal): Promise<Preview> {
  return call(browser, "/api/change-sets/preview", { method: "POST", json: proposal });
}

export function create(browser: TestBrowser, options: { input: NewChangeSet; key?: string }): Promise<ChangeSet> {
  const headers = { "idempotency-key": options.key ?? crypto.randomUUID() };
  return call(browser, "/api/change-sets", { method: "POST", json: options.input, headers });
}

export function agree(changes: readonly Change[]): AgreedChange[] {
  return changes.map(({ itemId, field, from, to }) => ({ itemId, field, from, to }));
}

/** A proposal whose preview is agreed to value by value. */
export type Wish = Extract<Proposal, { itemIds: string[] }>;

/** Previews a proposal, agrees to all of it, and lets the job come to rest. */
export async function apply(bench: Bench, proposal: Wish): Promise<ChangeSet> {
  const { changes } = await previewOf(bench.browser, proposal);
  const { projectId, planId, kind: origin } = proposal;
  const created = await create(bench.browser, { input: { origin, projectId, planId, changes: agree(changes) } });
  return settled(bench, created.id);
}

/** Waits, without sleeping, until a change set is in one of these states. */
export async function settled(
  bench: TestApp & { browser?: TestBrowser },
  id: string,
  states: readonly ChangeSetState[] = ["finished"],
): Promise<ChangeSet> {
  await until(async () => states.includes((await rowOf(bench, id)).state));
  const browser = bench.browser ?? (await bench.signIn());
  return (await call<ChangeSetPage>(browser, `/api/change-sets/${id}`)).changeSet;
}

/** Waits until a change set is in this state, if one is named, and nobody works it off: nothing more is sent. */
export async function untilResting(bench: TestApp, id: string, wanted?: ChangeSetState): Promise<void> {
  await until(async () => {
    const { state, lease_holder: holder } = await rowOf(bench, id);
    return holder === null && (wanted === undefined || state === wanted);
  });
}

function rowOf({ dependencies }: TestApp, id: string) {
  return dependencies.database
    .selectFrom("change_sets")
    .select(["state", "lease_holder"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

/** Every result of a change set, in the order in which the API gives them. */
export async function resultsOf(browser: TestBrowser, id: string): Promise<ChangeResult[]> {
  const results: ChangeResult[] = [];
  for (let cursor: string | undefined = "0"; cursor !== undefined;) {
    const page: ChangeSetPage = await call(browser, `/api/change-sets/${id}?limit=1000&cursor=${cursor}`);
    results.push(...page.items);
    cursor = page.nextCursor;
  }
  return results;
}

/** A Scrum project with one of its Gantt plans and items that are not on it. */
export function scrumPlace(simulator: Simulator): { projectId: string; planId: string; spareIds: string[] } {
  for (const project of simulator.store.projects()) {
    const plan = simulator.store.plansOf(project.id).find(({ type }) => type === "gantt");
    if (project.kind !== "scrum" || plan === undefined) continue;
    const items = simulator.store.scrumItemsOf(project.id);
    const spareIds = items.map(({ id }) => String(id)).filter((id) => !plan.itemIds.has(id));
    if (spareIds.length >= 300) return { projectId: project.id, planId: plan.id, spareIds };
  }
  throw new Error("The simulator's world has no Scrum project to work on");
}

/** The IPD project and its items of one category; the one with most, unless told otherwise. */
export function ipdPlace(simulator: Simulator, category?: string): { projectId: string; itemIds: string[] } {
  const project = simulator.store.projects().find(({ kind }) => kind === "ipd");
  if (project === undefined) throw new Error("The simulator's world has no IPD project");
  const byCategory = new Map<string, string[]>();
  for (const item of simulator.store.ipdItemsOf(project.id)) {
    byCategory.set(item.category, [...(byCategory.get(item.category) ?? []), item.id]);
  }
  const [largest = []] = [...byCategory.values()].toSorted((left, right) => right.length - left.length);
  return { projectId: project.id, itemIds: category === undefined ? largest : (byCategory.get(category) ?? []) };
}
