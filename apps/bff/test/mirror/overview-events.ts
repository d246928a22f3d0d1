import { endpoints, type OverviewEvent, type OverviewPlan } from "@gantry/api-contract";
import type { Simulator } from "@gantry/codearts-simulator";
import { askLines } from "../ask.ts";
import { orThrow } from "../simulated-world.ts";
import type { TestApp, TestBrowser } from "../test-app.ts";

export const openOverview = (browser: TestBrowser, query: Record<string, string> = {}): Promise<OverviewEvent[]> =>
  askLines(browser, endpoints.readOverview, { query });

/** Every plan that was told of, with the last word on what it adds up to. */
export function plansIn(events: readonly OverviewEvent[]): OverviewPlan[] {
  const plans = new Map<string, OverviewPlan>();
  for (const event of events) {
    if (event.type === "plans") for (const one of event.plans) plans.set(one.plan.id, one);
    if (event.type !== "roll-ups") continue;
    for (const { planId, ...rest } of event.rollUps) {
      const known = plans.get(planId);
      if (known !== undefined) plans.set(planId, { plan: known.plan, ...rest });
    }
  }
  return [...plans.values()];
}

export const idsIn = (events: readonly OverviewEvent[]): string[] => plansIn(events).map(({ plan }) => plan.id);

export function rollUpIn(events: readonly OverviewEvent[], planId: string) {
  return plansIn(events).find(({ plan }) => plan.id === planId)?.rollUp ?? null;
}

/** Plans of the projects in which somebody takes part, by the simulator's own word. */
export function plansOfPerson({ store, credentials }: Simulator, userName: string): string[] {
  const { userId } = orThrow(
    credentials.find((one) => one.userName === userName),
    userName,
  );
  return store
    .projects()
    .filter(({ members }) => members.some(({ person }) => person.userId === userId))
    .flatMap(({ id }) => store.plansOf(id))
    .map(({ id }) => id);
}

export function signInByName({ simulator, signIn }: TestApp, userName: string): Promise<TestBrowser> {
  const found = orThrow(
    simulator.credentials.find((one) => one.userName === userName),
    userName,
  );
  return signIn({ account: found.account, userName, password: found.password });
}

export function userIdOf({ simulator }: TestApp, userName: string): string {
  return orThrow(
    simulator.credentials.find((one) => one.userName === userName),
    userName,
  ).userId;
}

/** Calls of each operation that came in since. */
export function callsSince({ ledger }: Simulator): () => Record<string, number> {
  const before = ledger.received().length;
  return () => {
    const counts: Record<string, number> = {};
    for (const { operation } of ledger.received().slice(before)) counts[operation] = (counts[operation] ?? 0) + 1;
    return counts;
  };
}
