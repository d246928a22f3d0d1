import { afterEach, describe, expect, test } from "vitest";
import { openMemoryDatabase } from "../../src/database/open-sqlite.ts";
import type { Store } from "../../src/database/store.ts";
import { orThrow, projectsOf } from "../simulated-world.ts";
import { createTestApp, TEST_NOW, type TestApp } from "../test-app.ts";
import { type AppClock, createAppClock } from "../test-clock.ts";
import { openOverview, signInByName, userIdOf } from "./overview-events.ts";
import { changeIn, listen, looksSince, mostInASecond, pass, toldAfter, watch } from "./watching.ts";

const RATE = 20;

const servers: TestApp[] = [];
const stores: Store[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  for (const store of stores.splice(0)) await store.close();
});

/** The embedded one on either run: what a server takes to answer is no part of the test's own time. */
async function openStore({ now }: AppClock): Promise<Store> {
  const store = await openMemoryDatabase({ now });
  stores.push(store);
  return store;
}

/** A company with so many Scrum projects more; its first user has opened the overview. */
async function openCompany({ projects }: { projects: number }) {
  const scale = { items: 20, plans: 1, biggestPlan: 20, portfolio: { projects, plans: 1, largestPlan: 40 } };
  const clock = createAppClock(TEST_NOW);
  const store = await openStore(clock);
  const server = await createTestApp({ store, clock, config: { upstreamRate: RATE }, simulator: { scale } });
  servers.push(server);
  const browser = await server.signIn();
  await openOverview(browser);
  const { plansOf } = server.simulator.store;
  const ids = projectsOf(server.simulator)
    .filter(({ id, kind }) => kind === "scrum" && plansOf(id).length > 0)
    .map(({ id }) => id);
  return { ...server, server, browser, ids: ids.slice(-projects) };
}

describe("following what others change in CodeArts", () => {
  test.each([14, 40])("of %i projects, the fourteen on the screen are told of within two seconds", async (projects) => {
    const { browser, clock, simulator, ids } = await openCompany({ projects });
    const onScreen = ids.slice(0, 14);
    const { heard, close } = await listen(browser, { clock });
    await watch(browser, onScreen);
    await pass(clock, 3_000);
    const begunAt = clock.now();
    const changes = [];
    for (const projectId of onScreen) {
      changes.push({ projectId, since: changeIn(simulator, { projectId, clock }) });
      await pass(clock, 130);
    }
    await pass(clock, 2_500);
    const delays = changes.map((change) => toldAfter(heard, change) ?? Number.POSITIVE_INFINITY);
    expect(Math.max(...delays)).toBeLessThanOrEqual(2_000);
    const most = mostInASecond(looksSince(simulator, begunAt));
    expect(most).toBeGreaterThan(RATE / 2);
    expect(most).toBeLessThanOrEqual((RATE * 3) / 4);
    close();
  });

  test("those that are on no screen have their turn all the same", async () => {
    const { browser, clock, simulator, ids } = await openCompany({ projects: 20 });
    const [hidden, ...onScreen] = ids;
    const projectId = orThrow(hidden, "a project");
    const { heard, close } = await listen(browser, { clock });
    await watch(browser, onScreen);
    const since = changeIn(simulator, { projectId, clock });
    await pass(clock, 15_000);
    expect(toldAfter(heard, { projectId, since })).not.toBeNull();
    close();
  });

  test("while every page is hidden, one call a second is made, and none when nobody listens", async () => {
    const { browser, clock, simulator, ids } = await openCompany({ projects: 10 });
    const { close } = await listen(browser, { clock });
    await watch(browser, ids);
    await pass(clock, 2_000);
    await watch(browser, []);
    await pass(clock, 2_000);
    const hiddenAt = clock.now();
    await pass(clock, 6_000);
    const calls = looksSince(simulator, hiddenAt);
    expect(mostInASecond(calls)).toBe(1);
    expect(calls.length).toBeGreaterThan(3);
    await watch(browser, ids);
    close();
    await pass(clock, 2_000);
    const leftAt = clock.now();
    await pass(clock, 4_000);
    expect(looksSince(simulator, leftAt)).toEqual([]);
  });

  test("somebody who came straight to a plan that nobody has read hears of it too", async () => {
    const { server, clock, simulator, ids } = await openCompany({ projects: 1 });
    const fresh = await createTestApp({
      store: await openStore(clock),
      simulator: { scale: "demo" },
      wrapFetch: () => simulator.fetch,
      clock,
    });
    servers.push(fresh);
    const projectId = orThrow(ids[0], "a project");
    const browser = await fresh.signIn();
    const { heard, close } = await listen(browser, { clock });
    await watch(browser, [projectId]);
    await pass(clock, 2_000);
    const since = changeIn(server.simulator, { projectId, clock });
    await pass(clock, 3_000);
    expect(toldAfter(heard, { projectId, since })).toBeLessThanOrEqual(2_000);
    close();
  });

  test("nobody has a project followed that their own token may not see, nor hears of it", async () => {
    const { server, clock, simulator, ids } = await openCompany({ projects: 2 });
    const projectId = orThrow(ids[0], "a project");
    const userId = userIdOf(server, "chen.hao");
    const { members } = orThrow(simulator.store.project(projectId), "the project");
    simulator.store.patchProject(projectId, { members: members.filter(({ person }) => person.userId !== userId) });
    const stranger = await signInByName(server, "chen.hao");
    await openOverview(stranger);
    const begunAt = clock.now();
    const { heard, close } = await listen(stranger, { clock });
    await watch(stranger, ids);
    await pass(clock, 2_000);
    const since = changeIn(simulator, { projectId, clock });
    await pass(clock, 4_000);
    const paths = looksSince(simulator, begunAt).map(({ path }) => path);
    expect(paths.filter((path) => path.includes(orThrow(ids[1], "another")))).not.toEqual([]);
    expect(paths.filter((path) => path.includes(projectId))).toEqual([]);
    expect(toldAfter(heard, { projectId, since })).toBeNull();
    close();
  });

  test("nobody decides what is on another's screen", async () => {
    const { server, browser, clock, simulator, ids } = await openCompany({ projects: 10 });
    const { close } = await listen(browser, { clock });
    await watch(await signInByName(server, "chen.hao"), ids);
    await pass(clock, 2_000);
    const begunAt = clock.now();
    await pass(clock, 5_000);
    expect(mostInASecond(looksSince(simulator, begunAt))).toBe(1);
    close();
  });

  test("it slows down when CodeArts says that it is called too often", async () => {
    const { browser, clock, simulator, ids } = await openCompany({ projects: 20 });
    const { close } = await listen(browser, { clock });
    await watch(browser, ids);
    await pass(clock, 3_000);
    const before = mostInASecond(looksSince(simulator, clock.now() - 2_000));
    simulator.faults.add({ when: { operation: "listIssues", times: 1 }, do: { kind: "too-many-requests" } });
    await pass(clock, 2_000);
    const refusedAt = clock.now();
    await pass(clock, 2_000);
    expect(mostInASecond(looksSince(simulator, refusedAt))).toBeLessThanOrEqual(before * 0.6);
    close();
  });

  test("two replicas look at a project no more often than one, and either may be told what is on the screen", async () => {
    const { server, browser, clock, simulator, ids } = await openCompany({ projects: 5 });
    const other = await createTestApp({
      config: { upstreamRate: RATE },
      store: server.dependencies.store,
      wrapFetch: () => simulator.fetch,
      clock,
    });
    servers.unshift(other);
    const elsewhere = other.openBrowser();
    const viaOther = {
      ...elsewhere,
      request: (path: string, init: RequestInit & { json?: unknown } = {}) =>
        elsewhere.request(path, { ...init, headers: { cookie: orThrow(browser.cookie() ?? undefined, "a cookie") } }),
    };
    const here = await listen(browser, { clock });
    const there = await listen(viaOther, { clock, stream: "page-0002" });
    await watch(viaOther, ids);
    await watch(browser, ids, "page-0002");
    await pass(clock, 3_000);
    const begunAt = clock.now();
    await pass(clock, 5_000);
    for (const id of ids) {
      const looks = looksSince(simulator, begunAt).filter(({ path }) => path.includes(id));
      expect(looks.length).toBeGreaterThan(3);
      expect(mostInASecond(looks)).toBe(1);
    }
    here.close();
    there.close();
  });
});
