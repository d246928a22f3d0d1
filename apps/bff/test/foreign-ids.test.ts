import { type ChangeSet, type Endpoint, type EndpointName, endpoints } from "@gantry/api-contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask } from "./ask.ts";
import { createGate } from "./change-sets/gate.ts";
import { createJobClock, settled } from "./change-sets/harness.ts";
import { signInAs } from "./features/people.ts";
import { orThrow, planOf, scrumProjectOf } from "./simulated-world.ts";
import { createTestApp, type TestApp, type TestBrowser } from "./test-app.ts";

/** Ids that a call can name. */
type Ids = {
  projectId: string;
  planId: string;
  baselineId: string;
  changeSetId: string;
  viewId: string;
  shareId: string;
  itemId: string;
};
type Call = { query?: Record<string, string>; json?: unknown };

const NEVER: Ids = {
  projectId: "0".repeat(32),
  planId: "0".repeat(32),
  baselineId: "00000000-0000-4000-8000-000000000000",
  changeSetId: "00000000-0000-4000-8000-000000000000",
  viewId: "00000000-0000-4000-8000-000000000000",
  shareId: "00000000-0000-4000-8000-000000000000",
  itemId: "1",
};

const nothing = (): Call => ({});
const loadWish = { calendar: { weekend: [0, 6], holidays: [], makeUpDays: [] }, firstDayOfWeek: 1, weeks: 4 };
const edit = { edits: [{ how: "set", field: "progress", value: 7 }] };

/** How each endpoint is called with somebody's ids; path parameters are filled in by name. A new one needs its line. */
const CALLS: Readonly<Record<EndpointName, ((ids: Ids) => Call) | "public" | "own data">> = {
  signIn: "public",
  readSession: "public",
  readLiveness: "public",
  readReadiness: "public",
  signOut: "own data",
  listProjects: "own data",
  readOverview: "own data",
  readTeam: "own data",
  exportAudit: "own data",
  streamEvents: "own data",
  watchProjects: "own data",
  listMembers: nothing,
  listStatuses: nothing,
  listSprints: nothing,
  listFields: nothing,
  listPlans: nothing,
  createPlan: () => ({ json: { name: "Theirs", type: "gantt" } }),
  readPlan: nothing,
  renamePlan: () => ({ json: { name: "Theirs" } }),
  deletePlan: nothing,
  listPlanItems: nothing,
  listAddableItems: nothing,
  countAddableItems: nothing,
  listDependencies: nothing,
  editDependencies: ({ itemId }) => ({
    json: { edits: [{ fromId: itemId, toId: "2", before: null, after: { type: "FS", lagDays: 0 } }] },
  }),
  readCoverage: ({ projectId }) => ({ query: { project: projectId } }),
  listCoverage: () => ({ query: { kind: "no-plan" } }),
  readTrends: ({ projectId, planId }) => ({ query: { project: projectId, plan: planId } }),
  readLoad: ({ projectId, planId }) => ({ json: { ...loadWish, projects: [projectId], plans: [planId] } }),
  listLoadItems: ({ projectId }) => ({
    json: { ...loadWish, projects: [projectId], personId: null, week: "unscheduled" },
  }),
  listBaselines: nothing,
  createBaseline: () => ({ json: { name: "Theirs" } }),
  readBaseline: nothing,
  deleteBaseline: nothing,
  previewChangeSet: ({ projectId, itemId }) => ({
    json: { kind: "edit", projectId, planId: null, itemIds: [itemId], ...edit },
  }),
  createChangeSet: ({ projectId, itemId }) => ({
    json: {
      origin: "edit",
      projectId,
      planId: null,
      changes: [{ itemId, field: "progress", from: 0, to: 7 }],
    },
  }),
  listChangeSets: ({ projectId, planId }) => ({ query: { projectId, planId } }),
  readChangeSet: nothing,
  cancelChangeSet: nothing,
  pauseChangeSet: nothing,
  resumeChangeSet: nothing,
  retryChangeSet: () => ({ json: { unknown: true } }),
  undoChangeSet: () => ({ json: {} }),
  listViews: "own data",
  createView: "own data",
  changeView: () => ({ json: { name: "Theirs" } }),
  deleteView: nothing,
  setDefaultView: ({ viewId }) => ({ json: { viewId } }),
  listShares: "own data",
  createShare: ({ projectId, planId }) => ({ json: { kind: "plan", projectId, planId, hides: [], days: 7 } }),
  revokeShare: nothing,
  readPublicShare: "public",
  listPublicItems: "public",
  readFeed: "public",
  listAudit: ({ projectId, changeSetId }) => ({ query: { projectId, changeSetId } }),
};

/** Lists that take ids as filters: what is not there is an empty list, not an error. */
const FILTERS: ReadonlySet<string> = new Set(["listChangeSets", "listAudit", "readLoad", "listLoadItems"]);
const STEERING = ["cancelChangeSet", "pauseChangeSet", "resumeChangeSet", "retryChangeSet", "undoChangeSet"] as const;

const gate = createGate();
let server: TestApp;
let owner: TestBrowser;
let colleague: TestBrowser;
let strangers: { name: string; browser: TestBrowser; own: Ids }[];
let theirs: Ids;
let runningId: string;

beforeAll(async () => {
  server = await createTestApp({ clock: createJobClock(), wrapFetch: gate.wrapFetch });
  const { simulator } = server;
  const { store } = simulator;
  owner = await server.signIn();
  const projectId = scrumProjectOf(simulator).id;
  const planId = planOf(simulator, { projectId, type: "gantt" }).id;
  colleague = await signInAs(server, { userName: "chen.hao", projectId, isMember: true });
  const items = store.scrumItemsOf(projectId);
  const [first, second] = items.filter(({ doneRatio }) => doneRatio !== 41).map(({ id }) => String(id));
  const baseline = await ask(owner, endpoints.createBaseline, { params: { projectId, planId }, json: { name: "Q1" } });
  const change = async (itemId: string): Promise<ChangeSet> => {
    const from = orThrow(store.scrumItem(itemId), "the item").doneRatio;
    const response = await owner.request("/api/change-sets", {
      method: "POST",
      json: { origin: "edit", projectId, planId, changes: [{ itemId, field: "progress", from, to: 41 }] },
      headers: { "idempotency-key": itemId },
    });
    return (await response.json()) as ChangeSet;
  };
  const done = await change(orThrow(first, "an item"));
  await settled({ ...server, browser: owner }, done.id);
  const view = await ask(owner, endpoints.createView, {
    json: { kind: "plans", name: "Theirs", search: "", isShared: false },
  });
  const share = await ask(owner, endpoints.createShare, {
    json: { kind: "plan", projectId, planId, hides: [], days: 7 },
  });
  theirs = {
    projectId,
    planId,
    baselineId: baseline.id,
    changeSetId: done.id,
    viewId: view.id,
    shareId: share.id,
    itemId: orThrow(first, "an item"),
  };
  gate.shut(/\/issues\/\d+$/);
  runningId = (await change(orThrow(second, "another item"))).id;
  await gate.held(1);

  strangers = [];
  for (const userName of ["guo.jing", "yan.mei"]) {
    const browser = await signInAs(server, { userName, projectId, isMember: false });
    const userId = orThrow(simulator.credentials.find((each) => each.userName === userName)?.userId, userName);
    const own = orThrow(
      store
        .projects()
        .find(({ kind, members }) => kind === "scrum" && members.some(({ person }) => person.userId === userId)),
      `a project of ${userName}`,
    );
    const plan = orThrow(store.plansOf(own.id)[0], `a plan of ${userName}`);
    strangers.push({ name: userName, browser, own: { ...NEVER, projectId: own.id, planId: plan.id } });
  }
});
afterAll(async () => {
  gate.open();
  await server.close();
});

const withIds = Object.entries(CALLS).flatMap(([name, call]) =>
  typeof call === "string" ? [] : [{ name, endpoint: endpointOf(name), call }],
);

function endpointOf(name: string): Endpoint {
  return endpoints[name as EndpointName];
}

/** What came back, but for what is every answer's own. */
async function answerOf(browser: TestBrowser, given: { endpoint: Endpoint; call: (ids: Ids) => Call; ids: Ids }) {
  const { endpoint, ids } = given;
  const { query, json } = given.call(ids);
  const values: Record<string, string> = { ...ids, id: ids.changeSetId, kind: "plans" };
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_all, name: string) => orThrow(values[name], name));
  const response = await browser.request(`/api${path}${query === undefined ? "" : `?${new URLSearchParams(query)}`}`, {
    method: endpoint.method,
    headers: endpoint.idempotent === true ? { "idempotency-key": crypto.randomUUID() } : {},
    ...(json === undefined ? {} : { json }),
  });
  const text = (await response.text()).replace(/"requestId":"[^"]+"/, "");
  return { status: response.status, text, headers: [...response.headers.keys()].toSorted() };
}

describe("somebody else's ids", () => {
  test.each(withIds)("are for a stranger as ids that never were: $name", async ({ name, endpoint, call }) => {
    const written = server.simulator.ledger.all().length;
    for (const { name: who, browser, own } of strangers) {
      // Theirs altogether, theirs below a project of one's own, and theirs below a plan of one's own.
      const mixtures: [Ids, Ids][] = [
        [theirs, NEVER],
        [
          { ...theirs, projectId: own.projectId },
          { ...NEVER, projectId: own.projectId },
        ],
        [{ ...theirs, projectId: own.projectId, planId: own.planId }, own],
      ];
      // Of what lies below their own project, a stranger may see what is their own.
      const deep =
        endpoint.path.includes(":baselineId") ||
        endpoint.path.includes("-views") ||
        endpoint.path.includes(":viewId") ||
        endpoint.path.includes(":shareId") ||
        endpoint.path.includes(":id")
          ? 3
          : endpoint.path.includes(":planId")
            ? 2
            : 1;
      for (const [ids, never] of mixtures.slice(0, deep)) {
        const answer = await answerOf(browser, { endpoint, call, ids });
        expect(answer, who).toEqual(await answerOf(browser, { endpoint, call, ids: never }));
        expect(answer.status, who).toBe(FILTERS.has(name) ? 200 : 404);
        for (const id of [theirs.baselineId, theirs.changeSetId, runningId]) expect(answer.text).not.toContain(id);
      }
    }
    expect(server.simulator.ledger.all().length).toBe(written);
  });

  test("cannot be undone by way of a preview under a project of one's own", async () => {
    const call = ({ projectId, changeSetId }: Ids) => ({ json: { kind: "undo", projectId, changeSetId } });
    const endpoint = endpoints.previewChangeSet;
    for (const browser of [colleague, ...strangers.map((stranger) => stranger.browser)]) {
      const answer = await answerOf(browser, { endpoint, call, ids: theirs });
      expect(answer).toEqual(
        await answerOf(browser, { endpoint, call, ids: { ...NEVER, projectId: theirs.projectId } }),
      );
      expect(answer.status).toBe(404);
    }
  });

  test.each(["listProjects", "readOverview", "listChangeSets", "listAudit", "exportAudit"] as const)(
    "are in no stranger's own data: %s",
    async (name) => {
      for (const { browser } of strangers) {
        const { status, text } = await answerOf(browser, { endpoint: endpoints[name], call: nothing, ids: NEVER });
        expect(status).toBe(200);
        for (const id of [theirs.projectId, theirs.planId, theirs.baselineId, theirs.changeSetId, runningId])
          expect(text).not.toContain(id);
      }
    },
  );
});

describe("a colleague in the project", () => {
  test.each(STEERING)("never steers another's change set, finished or running: %s", async (name) => {
    const call = CALLS[name];
    if (typeof call === "string") throw new Error(`${name} takes ids`);
    const endpoint = endpoints[name];
    const never = await answerOf(colleague, { endpoint, call, ids: NEVER });
    expect(never.status).toBe(404);
    for (const changeSetId of [theirs.changeSetId, runningId])
      expect(await answerOf(colleague, { endpoint, call, ids: { ...theirs, changeSetId } })).toEqual(never);
    const stands = await ask(owner, endpoints.readChangeSet, { params: { id: runningId } });
    expect(stands.changeSet).toMatchObject({ counts: { sending: 1 }, canCancel: true, undoneBy: null });
  });

  test("sees it, and is offered nothing to steer it by", async () => {
    const { items } = await ask(colleague, endpoints.listChangeSets);
    expect(items.map(({ id }) => id)).toEqual([runningId, theirs.changeSetId]);
    for (const item of items)
      expect(item).toMatchObject({
        canUndo: false,
        canRetry: false,
        canRetryUnknown: false,
        canCancel: false,
        canPause: false,
        canResume: false,
      });
  });
});
