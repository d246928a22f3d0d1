import { afterEach, describe, expect, test } from "vitest";
import { ipdProjectOf, scrumProjectOf } from "../simulated-world.ts";
import { createTestApp, type TestApp, type TestAppOptions } from "../test-app.ts";
import { findKnownProject } from "../../src/features/projects/use-cases.ts";
import type { Reader } from "../../src/features/reader.ts";
import { readItems } from "../../src/features/work-items/read-items.ts";

let server: TestApp;
const start = async (options: TestAppOptions = {}): Promise<Reader> => {
  server = await createTestApp(options);
  const cookie = (await server.signIn()).cookie()?.split("=")[1] ?? "";
  const session = await server.dependencies.sessions.find(cookie);
  if (session === null) throw new Error("Nobody is signed in");
  return { upstream: server.dependencies.upstreams.for(session), signal: new AbortController().signal };
};
afterEach(() => server.close());

describe("fresh reads by id", () => {
  test("250 Scrum items take three queries, each of a hundred at most", async () => {
    const reader = await start();
    const { id } = scrumProjectOf(server.simulator);
    const itemIds = server.simulator.store
      .scrumItemsOf(id)
      .slice(0, 250)
      .map((item) => String(item.id));
    const found = await readItems(reader, { known: await findKnownProject(reader, id), itemIds });
    expect([...found.items.keys()].toSorted()).toEqual(itemIds.toSorted());
    expect(server.simulator.ledger.calls("listIssues")).toBe(3);
    expect(server.simulator.ledger.calls("showIssue")).toBe(0);
  });

  test("IPD items come with their exact ids", async () => {
    const reader = await start();
    const { id } = ipdProjectOf(server.simulator);
    const itemIds = server.simulator.store
      .ipdItemsOf(id)
      .slice(0, 120)
      .map((item) => item.id);
    const found = await readItems(reader, { known: await findKnownProject(reader, id), itemIds });
    expect([...found.items.keys()].toSorted()).toEqual(itemIds.toSorted());
    expect(found.missing.size + found.failed.size).toBe(0);
  });

  test("an id that CodeArts does not know is missing, in both worlds", async () => {
    const reader = await start();
    const scrum = await findKnownProject(reader, scrumProjectOf(server.simulator).id);
    const ipd = await findKnownProject(reader, ipdProjectOf(server.simulator).id);
    expect([...(await readItems(reader, { known: scrum, itemIds: ["9999999999"] })).missing]).toEqual(["9999999999"]);
    const unknown = "999999999999999999";
    expect([...(await readItems(reader, { known: ipd, itemIds: [unknown] })).missing]).toEqual([unknown]);
  });

  test("each read asks anew, so that it sees what was written just before", async () => {
    const reader = await start();
    const { id } = scrumProjectOf(server.simulator);
    const [item] = server.simulator.store.scrumItemsOf(id);
    const itemId = String(item?.id);
    const known = await findKnownProject(reader, id);
    const progress = async () => (await readItems(reader, { known, itemIds: [itemId] })).items.get(itemId)?.progress;
    server.simulator.store.patchScrumItem(Number(itemId), { doneRatio: 11 });
    expect(await progress()).toBe(11);
    server.simulator.store.patchScrumItem(Number(itemId), { doneRatio: 12 });
    expect(await progress()).toBe(12);
  });

  test("a service that overlooks the filter by id is asked item by item, and its other items are not taken", async () => {
    const reader = await start({
      wrapFetch: (fetch) => (url, init) => {
        const isQuery = typeof init?.body === "string" && init.body.includes("issue_ids");
        return fetch(url, isQuery ? { ...init, body: '{"offset":0,"limit":100}' } : init);
      },
    });
    const { id } = scrumProjectOf(server.simulator);
    const itemIds = server.simulator.store
      .scrumItemsOf(id)
      .slice(-3)
      .map((item) => String(item.id));
    const found = await readItems(reader, { known: await findKnownProject(reader, id), itemIds });
    expect([...found.items.keys()].toSorted()).toEqual(itemIds.toSorted());
    expect(server.simulator.ledger.calls("showIssue")).toBe(3);
  });

  test("an upstream that is down makes its items unread, and is not asked for each of them", async () => {
    const reader = await start();
    const { id } = scrumProjectOf(server.simulator);
    const known = await findKnownProject(reader, id);
    const itemIds = server.simulator.store
      .scrumItemsOf(id)
      .slice(0, 50)
      .map((item) => String(item.id));
    server.simulator.faults.add({ when: { operation: "listIssues" }, do: { kind: "html", status: 502 } });
    const found = await readItems(reader, { known, itemIds });
    expect([...found.failed.keys()].toSorted()).toEqual(itemIds.toSorted());
    expect(found.missing.size).toBe(0);
    expect(server.simulator.ledger.calls("showIssue")).toBe(0);
  });

  test("nothing is caught that is no failure of the call: the session's end goes on up", async () => {
    const reader = await start();
    const { id } = scrumProjectOf(server.simulator);
    const known = await findKnownProject(reader, id);
    server.simulator.expireTokens();
    await expect(readItems(reader, { known, itemIds: ["1"] })).rejects.toMatchObject({ code: "session.required" });
  });
});
