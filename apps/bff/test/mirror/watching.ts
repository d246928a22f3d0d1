import { endpoints, type LiveEvent } from "@gantry/api-contract";
import type { Simulator } from "@gantry/codearts-simulator";
import { ask } from "../ask.ts";
import { orThrow } from "../simulated-world.ts";
import type { AppClock } from "../test-clock.ts";
import type { TestBrowser } from "../test-app.ts";

export const STREAM = "page-0001";

type Heard = { event: LiveEvent; at: number };

/** An event stream that stays open, with what was heard on it and when. */
export async function listen(
  browser: TestBrowser,
  { clock, stream = STREAM }: { clock: AppClock; stream?: string },
): Promise<{ heard: Heard[]; close: () => void }> {
  const leaving = new AbortController();
  const response = await browser.request(`/api/events?stream=${stream}`, { signal: leaving.signal });
  const heard: Heard[] = [];
  const reader = orThrow(response.body?.getReader(), "a stream");
  const decoder = new TextDecoder();
  const readOn = async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      for (const line of decoder.decode(part.value).split("\n\n")) {
        if (line.startsWith("data: ")) heard.push({ event: JSON.parse(line.slice(6)) as LiveEvent, at: clock.now() });
      }
    }
  };
  readOn().catch(() => undefined);
  return { heard, close: () => leaving.abort() };
}

export async function watch(
  browser: TestBrowser,
  projectIds: readonly string[] | null,
  stream = STREAM,
): Promise<void> {
  await ask(browser, endpoints.watchProjects, { json: { stream, projectIds } });
}

/** Lets time pass in small steps; whatever each of them leads to, in this process, happens within it. */
export async function pass(clock: AppClock, durationMs: number): Promise<void> {
  const endAt = clock.now() + durationMs;
  while (clock.now() < endAt) {
    clock.advanceBy(Math.min(50, endAt - clock.now()));
    for (let turn = 0; turn < 40; turn += 1) await new Promise((next) => void setImmediate(next));
  }
}

/** Somebody else gives the project's first item another progress, in CodeArts itself. @returns when */
export function changeIn(
  { store, editAsSomeoneElse }: Simulator,
  { projectId, clock }: { projectId: string; clock: AppClock },
): number {
  const plan = orThrow(store.plansOf(projectId)[0], "a plan");
  const [itemId] = [...plan.itemIds];
  const before = orThrow(store.scrumItem(orThrow(itemId, "an item")), "the item");
  editAsSomeoneElse({ itemId: String(before.id), fields: { done_ratio: (before.doneRatio + 7) % 100 } });
  return clock.now();
}

/** How long after an instant a project was first told to have changed; null = not at all. */
export function toldAfter(heard: readonly Heard[], { projectId, since }: { projectId: string; since: number }) {
  const found = heard.find(
    ({ event, at }) => at >= since && event.type === "plan-changed" && event.projectId === projectId,
  );
  return found === undefined ? null : found.at - since;
}

/** What a person's own list of projects takes, by which it is decided what they may hear. */
const LISTS = new Set(["listProjects", "listIpdProjects"]);

/** Calls that came in since an instant to find out what has changed. */
export function looksSince({ ledger }: Simulator, since: number) {
  return ledger.received().filter(({ at, operation }) => at >= since && !LISTS.has(operation));
}

/** The most of them within one second. */
export function mostInASecond(calls: readonly { at: number }[]): number {
  const from = (start: number) => calls.filter(({ at }) => at >= start && at < start + 1_000).length;
  return calls.reduce((most, { at }) => Math.max(most, from(at)), 0);
}
