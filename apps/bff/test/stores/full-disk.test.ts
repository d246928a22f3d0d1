import type { ChangeSet } from "@gantry/api-contract";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { agree, call, create, createJobClock, previewOf, scrumPlace, settled } from "../change-sets/harness.ts";
import type { Store } from "../../src/database/store.ts";
import { createTestApp, type TestApp, type TestBrowser } from "../test-app.ts";
import { createTestDatabase, type TestDatabase, TESTED_STORE } from "./test-database.ts";

let database: TestDatabase;
let store: Store;
let app: TestApp;
let browser: TestBrowser;

beforeEach(async () => {
  database = await createTestDatabase();
  store = await database.open();
  app = await createTestApp({ store, clock: createJobClock() });
  browser = await app.signIn();
});
afterEach(async () => {
  await app.close();
  await store.close();
  await database.remove();
});

/** As a full disk has it: the engine gets no further page, and says so as it would of the disk. */
async function fillUp(): Promise<void> {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.database);
  await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count ?? 1)}`.execute(store.database);
}
const makeRoom = () => sql`pragma max_page_count = 1000000`.execute(store.database);

async function wish(count: number) {
  const { projectId, planId, spareIds } = scrumPlace(app.simulator);
  const itemIds = spareIds.slice(0, count);
  const { changes } = await previewOf(browser, { kind: "link", projectId, planId, itemIds });
  return { origin: "link", projectId, planId, changes: agree(changes) } as const;
}

const status = async (path: string, init = {}) => (await browser.request(path, init)).status;

describe.runIf(TESTED_STORE === "sqlite")("a full disk", () => {
  test("is told as such; reads, signing out and health go on, and all is well when there is room again", async () => {
    const json = await wish(300);
    await fillUp();
    const refused = await browser.request("/api/change-sets", {
      method: "POST",
      headers: { "idempotency-key": "k" },
      json,
    });
    expect(refused.status).toBe(507);
    expect(await refused.json()).toMatchObject({ error: { code: "storage.full" } });
    expect(await call<{ total: number }>(browser, "/api/change-sets")).toMatchObject({ total: 0 });
    expect(await status("/api/health/live")).toBe(200);
    expect(await status("/api/health/ready")).toBe(200);
    expect(app.simulator.ledger.calls("linkIssues")).toBe(0);

    const cookie = browser.cookie() ?? "";
    expect(await status("/api/session", { method: "DELETE" })).toBe(204);
    expect(await status("/api/projects", { headers: { cookie } })).toBe(401);
    await makeRoom();
    browser = await app.signIn();
    const { id } = await create(browser, { input: json });
    expect((await settled({ ...app, browser }, id)).counts).toMatchObject({ applied: 300 });
    expect(await sql`pragma integrity_check`.execute(store.database)).toMatchObject({
      rows: [{ integrity_check: "ok" }],
    });
  });

  test("in the middle of a job sends nothing that could not be written down before, and loses nothing", async () => {
    const input = await wish(300);
    const created: ChangeSet = await create(browser, { input });
    await fillUp();
    await expect.poll(() => app.logLines.some(({ message }) => message === "a job failed and starts over")).toBe(true);
    const { rows } = await sql<{ sent: number }>`select calls_sent as sent from change_sets`.execute(store.database);
    expect(app.simulator.ledger.calls("linkIssues")).toBe(rows[0]?.sent);
    await makeRoom();
    expect((await settled({ ...app, browser }, created.id)).counts).toMatchObject({ applied: 300, unknown: 0 });
    expect(app.simulator.ledger.calls("linkIssues")).toBe(3);
  });
});
