import { endpoints, type LiveEvent } from "@gantry/api-contract";
import type { Fetch } from "@gantry/codearts-client";
import { createSimulator } from "@gantry/codearts-simulator";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../../src/database/store.ts";
import { ask } from "../ask.ts";
import { agree, create, previewOf } from "../change-sets/harness.ts";
import { readEvents } from "../read-events.ts";
import { planOf, scrumProjectOf } from "../simulated-world.ts";
import { createTestApp, firstCredentials, type TestApp, TEST_NOW, type TestBrowser } from "../test-app.ts";
import { createAppClock } from "../test-clock.ts";
import { createTestDatabase, type TestDatabase, TESTED_STORE } from "./test-database.ts";

let database: TestDatabase;
let stores: Store[];
let replicas: [TestApp, TestApp];

/** Two whole servers with a store each on one PostgreSQL, before the same CodeArts. */
beforeEach(async () => {
  if (TESTED_STORE !== "postgres") return;
  database = await createTestDatabase();
  stores = await Promise.all([database.open(), database.open()]);
  const clock = createAppClock(TEST_NOW);
  const simulator = createSimulator({ seed: 7, clock: clock.now });
  const toSimulator: Fetch = (url, init) => simulator.fetch(url, init);
  const start = (store: Store) => createTestApp({ store, clock, wrapFetch: () => toSimulator });
  const [left, right] = stores;
  if (left === undefined || right === undefined) throw new Error("Two stores were opened");
  replicas = [await start(left), await start(right)];
});
afterEach(async () => {
  if (TESTED_STORE !== "postgres") return;
  for (const replica of replicas) await replica.close();
  for (const store of stores) await store.close();
  await database.remove();
});

/** The same browser, its next requests going to another replica. */
function movedTo(replica: TestApp, browser: TestBrowser): TestBrowser {
  const cookie = browser.cookie() ?? "";
  const there = replica.openBrowser();
  return { ...there, request: (path, init) => there.request(path, { ...init, headers: { cookie } }) };
}

describe.runIf(TESTED_STORE === "postgres")("two replicas", () => {
  test("know each other's sessions, and their ends at once, whatever they remembered", async () => {
    const [left, right] = replicas;
    const browser = await left.signIn();
    const there = movedTo(right, browser);
    expect((await there.request("/api/projects")).status).toBe(200);
    const stream = readEvents(await there.request("/api/events"), () => false);
    expect((await browser.request("/api/session", { method: "DELETE" })).status).toBe(204);
    expect(await stream).toEqual([{ type: "session-ended" }]);
    expect((await there.request("/api/projects")).status).toBe(401);
  });

  test("tell each other's listeners how a change set goes, and that links changed", async () => {
    const [left, right] = replicas;
    const browser = await left.signIn();
    const { id: projectId } = scrumProjectOf(left.simulator);
    const { id: planId, itemIds } = planOf(left.simulator, { projectId, type: "gantt" });
    const [itemId = "", otherId = ""] = [...itemIds];
    const isLast = (event: LiveEvent) => event.type === "change-set" && event.changeSet.state === "finished";
    const stream = readEvents(await movedTo(right, browser).request("/api/events"), isLast);

    const json = { edits: [{ fromId: itemId, toId: otherId, before: null, after: { type: "FS", lagDays: 0 } }] };
    await ask(browser, endpoints.editDependencies, { params: { projectId }, json });
    const title = { how: "set", field: "title", value: "Renamed" } as const;
    const { changes } = await previewOf(browser, {
      kind: "edit",
      projectId,
      planId,
      itemIds: [itemId],
      edits: [title],
    });
    const { id } = await create(browser, { input: { origin: "edit", projectId, planId, changes: agree(changes) } });
    const heard = await stream;
    expect(heard).toContainEqual({ type: "dependencies-changed", projectId });
    expect(heard.at(-1)).toMatchObject({ type: "change-set", changeSet: { id, counts: { applied: 1 } } });
  });

  test("count tries to sign in together", async () => {
    const wrong = { ...firstCredentials(replicas[0].simulator), password: "wrong" };
    const tries = Array.from({ length: 12 }, (_, index) =>
      (replicas[index % 2] ?? replicas[0]).openBrowser().request("/api/session", { method: "POST", json: wrong }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  });

  test("never let two edits close a ring together", async () => {
    const [left, right] = replicas;
    const browser = await left.signIn();
    const { id: projectId } = scrumProjectOf(left.simulator);
    const draw = (fromId: string, toId: string) => ({
      method: "POST",
      json: { edits: [{ fromId, toId, before: null, after: { type: "FS", lagDays: 0 } }] },
    });
    const path = `/api/projects/${projectId}/dependencies`;
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [`${100 + round}`, `${200 + round}`];
      const answers = await Promise.all([
        browser.request(path, draw(a, b)),
        movedTo(right, browser).request(path, draw(b, a)),
      ]);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    }
  });
});
