import { endpoints } from "@gantry/api-contract";
import { findRing } from "@gantry/schedule";
import { expect, test } from "vitest";
import { seedDemo } from "../src/demo/seed-demo.ts";
import { startDemo } from "../src/demo/start-demo.ts";
import { systemRandom } from "../src/random.ts";
import { ask } from "./ask.ts";
import { createAppClock } from "./test-clock.ts";
import { openTestStore } from "./stores/test-database.ts";
import { createTestApp, TEST_NOW } from "./test-app.ts";

const { listDependencies, editDependencies, listBaselines, readBaseline } = endpoints;

async function startSeeded() {
  const clock = createAppClock(TEST_NOW);
  const demo = await startDemo(clock);
  const store = await openTestStore({ now: () => TEST_NOW });
  const seed = () => seedDemo(store.database, { plans: demo.plans, now: TEST_NOW, random: systemRandom });
  await seed();
  const server = await createTestApp({ store, clock, wrapFetch: () => demo.fetch });
  return { seed, server, browser: await server.signIn(demo.credentials), plan: demo.plans[0] };
}

test("the made-up team's charts have links without a ring, and a baseline that some items have slipped from", async () => {
  const { server, browser, plan } = await startSeeded();
  const params = { projectId: plan?.projectId ?? "", planId: plan?.planId ?? "" };
  const { items: links } = await ask(browser, listDependencies, { params: { projectId: params.projectId } });
  expect(links.length).toBeGreaterThan(5);
  expect(findRing(links)).toBeNull();
  const { items: baselines } = await ask(browser, listBaselines, { params });
  expect(baselines.map(({ name }) => name)).toEqual(["Kick-off"]);
  const { dates } = await ask(browser, readBaseline, { params: { ...params, baselineId: baselines[0]?.id ?? "" } });
  const startNow = new Map(plan?.items.map(({ id, start }) => [id, start]));
  const slipped = dates.filter(({ itemId, start }) => start !== startNow.get(itemId));
  expect(slipped.length).toBeGreaterThan(0);
  expect(slipped.length).toBeLessThan(dates.length / 2);
  await server.close();
});

test("a link of the demo that somebody removed stays removed", async () => {
  const { seed, server, browser, plan } = await startSeeded();
  const params = { projectId: plan?.projectId ?? "" };
  const { items } = await ask(browser, listDependencies, { params });
  const edits = items
    .slice(0, 1)
    .map(({ fromId, toId, type, lagDays }) => ({ fromId, toId, before: { type, lagDays }, after: null }));
  const left = await ask(browser, editDependencies, { params, json: { edits } });
  await seed();
  const again = await ask(browser, listDependencies, { params });
  expect(again.items).toEqual(left.items);
  expect(again.items).toHaveLength(items.length - 1);
  await server.close();
});
