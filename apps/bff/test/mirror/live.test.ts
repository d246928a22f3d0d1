import { endpoints, type LiveEvent } from "@gantry/api-contract";
import { afterEach, expect, onTestFinished, test } from "vitest";
import { openMemoryDatabase } from "../../src/database/open-sqlite.ts";
import { ask } from "../ask.ts";
import { apply } from "../change-sets/harness.ts";
import { readEvents } from "../read-events.ts";
import { orThrow, planOf, scrumProjectOf } from "../simulated-world.ts";
import { createTestApp, TEST_NOW, type TestApp } from "../test-app.ts";
import { createAppClock } from "../test-clock.ts";
import { until } from "../until.ts";
import { callsSince, openOverview, plansIn, rollUpIn, signInByName } from "./overview-events.ts";

let server: TestApp;
afterEach(() => server.close());

const placeIn = ({ simulator }: TestApp) => {
  const { id: projectId } = scrumProjectOf(simulator);
  const plan = planOf(simulator, { projectId, type: "gantt" });
  const itemId = orThrow(
    [...plan.itemIds].findLast((id) => !simulator.store.hasChildren(Number(id))),
    "a leaf",
  );
  return { projectId, planId: plan.id, itemId };
};

test("who listens hears of a change that somebody made in CodeArts, with nobody opening a page", async () => {
  // The embedded one on either run: what a server takes to answer is no part of the test's own time.
  const clock = createAppClock(TEST_NOW);
  const store = await openMemoryDatabase({ now: clock.now });
  onTestFinished(store.close);
  server = await createTestApp({ clock, store });
  const { projectId, itemId } = placeIn(server);
  const browser = await server.signIn();
  await openOverview(browser);
  const isTold = (event: LiveEvent) => event.type === "plan-changed" && event.projectId === projectId;
  const reading = readEvents(await browser.request("/api/events"), isTold);
  server.simulator.editAsSomeoneElse({ itemId, fields: { done_ratio: 77 } });
  let isOver = false;
  const told = reading.finally(() => {
    isOver = true;
  });
  await until(() => {
    // A round of looking, and then whatever it leads to.
    clock.advanceBy(1_000);
    return isOver;
  });
  expect((await told).some(isTold)).toBe(true);
});

test("what was changed through Gantry is on the overview at once, though CodeArts was asked a moment ago", async () => {
  server = await createTestApp();
  const { projectId, planId, itemId } = placeIn(server);
  const browser = await server.signIn();
  const other = await signInByName(server, "chen.hao");
  await openOverview(browser);
  await openOverview(other);
  await apply(
    { ...server, browser },
    {
      kind: "edit",
      projectId,
      planId,
      itemIds: [itemId],
      edits: [{ how: "set", field: "end", value: "2031-03-31" }],
    },
  );
  const calls = callsSince(server.simulator);
  expect(rollUpIn(await openOverview(browser), planId)?.end).toBe("2031-03-31");
  expect(calls()["listPlanIssues"]).toBeUndefined();
  expect(rollUpIn(await openOverview(other), planId)?.end).toBe("2031-03-31");
});

test("a plan that was made, renamed or deleted through Gantry is so on the next overview of others", async () => {
  server = await createTestApp();
  const { projectId } = placeIn(server);
  const browser = await server.signIn();
  const other = await signInByName(server, "chen.hao");
  await openOverview(other);
  const namesTo = async () => plansIn(await openOverview(other)).map(({ plan }) => plan.name);
  server.clock.advanceBy(1);
  const plan = await ask(browser, endpoints.createPlan, {
    params: { projectId },
    json: { name: "Brand new", type: "gantt" },
  });
  server.clock.advanceBy(1);
  expect(await namesTo()).toContain("Brand new");
  await ask(browser, endpoints.renamePlan, { params: { projectId, planId: plan.id }, json: { name: "Renewed" } });
  server.clock.advanceBy(1);
  expect(await namesTo()).toContain("Renewed");
  await ask(browser, endpoints.deletePlan, { params: { projectId, planId: plan.id } });
  server.clock.advanceBy(1);
  expect(await namesTo()).not.toContain("Renewed");
});
