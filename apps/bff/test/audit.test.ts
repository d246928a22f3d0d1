import { type AuditLine, type AuditPage, type AuditRow, endpoints } from "@gantry/api-contract";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyAudit } from "../src/audit/verify.ts";
import { ask, askLines } from "./ask.ts";
import { signInAs } from "./features/people.ts";
import { orThrow, planOf, scrumProjectOf } from "./simulated-world.ts";
import { createTestApp, firstCredentials, TEST_NOW, type TestApp, type TestBrowser } from "./test-app.ts";
import { until } from "./until.ts";

const FS = { type: "FS", lagDays: 0 } as const;

let server: TestApp;
let browser: TestBrowser;
let projectId: string;
let planId: string;
beforeEach(async () => {
  server = await createTestApp();
  browser = await server.signIn();
  projectId = scrumProjectOf(server.simulator).id;
  planId = planOf(server.simulator, { projectId, type: "gantt" }).id;
});
afterEach(() => server.close());

const page = (reader: TestBrowser = browser, query: Record<string, string> = {}): Promise<AuditPage> =>
  ask(reader, endpoints.listAudit, { query });
const rowsOf = async (reader: TestBrowser = browser, query: Record<string, string> = {}): Promise<AuditRow[]> =>
  (await page(reader, query)).items;
const exportOf = (reader: TestBrowser): Promise<AuditLine[]> => askLines(reader, endpoints.exportAudit);
const whole = () => server.dependencies.database.selectFrom("audit_rows").selectAll().orderBy("number").execute();
const drawLink = (reader: TestBrowser = browser, [fromId, toId] = ["1", "2"]) =>
  ask(reader, endpoints.editDependencies, {
    params: { projectId },
    json: { edits: [{ fromId, toId, before: null, after: FS }] },
  });
const right = () => firstCredentials(server.simulator);
const signIn = (json: unknown, clientAddress = "198.51.100.7") =>
  server.openBrowser({ clientAddress }).request("/api/session", { method: "POST", json });

describe("sessions in the audit log", () => {
  test("a sign-in, a sign-out and a session whose time was up, with who it was and by which request", async () => {
    const second = await server.signIn();
    const out = await second.request("/api/session", { method: "DELETE" });
    server.clock.advanceBy(13 * 60 * 60_000);
    await browser.request("/api/projects");
    const rows = await rowsOf(await server.signIn());
    expect(rows.map(({ kind }) => kind)).toEqual([
      "session.signed_in",
      "session.ended",
      "session.signed_out",
      "session.signed_in",
      "session.signed_in",
    ]);
    expect(rows[1]).toMatchObject({ detail: { reason: "expired" }, requestId: null });
    expect(rows[2]).toMatchObject({ requestId: out.headers.get("x-request-id"), actor: { name: "Zhao Min" } });
    expect(rows[2]?.detail["sessionId"]).toBe(rows[3]?.detail["sessionId"]);
    expect(rows[4]?.detail["sessionId"]).toBe(rows[1]?.detail["sessionId"]);
  });

  test("a wrong password leaves a fingerprint, alike for the same name, and no word of what was typed", async () => {
    const typed = { account: "their account", userName: "hunter2 is my password", password: "not this one" };
    for (const userName of [typed.userName, typed.userName, "another"]) await signIn({ ...typed, userName });
    const rows = (await whole()).filter(({ kind }) => kind === "session.refused");
    const [first, second, third] = rows.map(({ detail_json: text }) => text);
    expect(first).toBe(second);
    expect(first).not.toBe(third);
    const everything = JSON.stringify(await whole());
    for (const word of Object.values(typed)) expect(everything).not.toContain(word);
    expect(rows[0]).toMatchObject({ user_id: null, user_name: null, domain_id: null });
    expect((await rowsOf()).map(({ kind }) => kind)).not.toContain("session.refused");
  });

  test("a flood of tries is one row a minute with their count", async () => {
    for (let count = 0; count < 30; count += 1) await signIn({ ...right(), password: "wrong" });
    const limited = async () => (await whole()).filter(({ kind }) => kind === "session.limited");
    expect(await limited()).toHaveLength(1);
    server.clock.advanceBy(61_000);
    await signIn({ ...right(), password: "wrong" });
    expect((await limited()).map(({ detail_json: text }) => JSON.parse(text).refusals)).toEqual([1, 25]);
  });
});

describe("refusals of security controls", () => {
  test("500 requests of a foreign page: one row at once, the others counted into the next", async () => {
    const foreign = () =>
      browser.request("/api/session", { method: "DELETE", headers: { "sec-fetch-site": "cross-site" } });
    for (let count = 0; count < 500; count += 1) expect((await foreign()).status).toBe(403);
    const refused = async () => (await whole()).filter(({ kind }) => kind === "access.refused");
    expect(await refused()).toHaveLength(1);
    server.clock.advanceBy(60_000);
    await foreign();
    expect((await refused()).map(({ detail_json: text }) => JSON.parse(text))).toEqual([
      { code: "request.not_same_origin", route: "DELETE /session", refusals: 1 },
      { code: "request.not_same_origin", route: "DELETE /session", refusals: 500 },
    ]);
  });
});

describe("what people change", () => {
  test("links, baselines and plans: who, what, by which request, and in the order in which it was done", async () => {
    await drawLink();
    const baseline = await ask(browser, endpoints.createBaseline, {
      params: { projectId, planId },
      json: { name: "Q1" },
    });
    await ask(browser, endpoints.deleteBaseline, { params: { projectId, planId, baselineId: baseline.id } });
    await ask(browser, endpoints.createPlan, { params: { projectId }, json: { name: "New", type: "gantt" } });
    const rows = (await rowsOf(browser, { projectId })).toReversed();
    expect(rows.map(({ kind, detail }) => [kind, detail])).toEqual([
      ["links.edited", { links: ["1→2: – → FS+0"] }],
      ["baseline.created", { planId, baselineId: baseline.id, baselineName: "Q1" }],
      ["baseline.deleted", { planId, baselineId: baseline.id, baselineName: "Q1" }],
      ["plan.write_sent", { operation: "createPlan", planId: null, planName: "New" }],
      ["plan.written", { operation: "createPlan", planId: null, planName: "New", code: null }],
    ]);
    for (const row of rows) {
      expect(row).toMatchObject({ at: expect.any(Number), projectId, actor: { name: "Zhao Min" } });
      expect(row.requestId).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test("an edit that was refused leaves no row", async () => {
    await drawLink();
    await expect(drawLink()).rejects.toThrow("dependency.changed_since");
    expect((await rowsOf()).filter(({ kind }) => kind === "links.edited")).toHaveLength(1);
  });

  test("a write of a plan that CodeArts refused says so, and that it was sent", async () => {
    server.simulator.faults.add({ when: { operation: "createPlan" }, do: { kind: "status", status: 500 } });
    await expect(
      ask(browser, endpoints.createPlan, { params: { projectId }, json: { name: "New", type: "gantt" } }),
    ).rejects.toThrow("upstream.");
    const [ended, sent] = await rowsOf();
    expect(sent).toMatchObject({ kind: "plan.write_sent" });
    expect(ended).toMatchObject({ kind: "plan.written", detail: { code: expect.stringMatching(/.+/) } });
  });
});

describe("reading the audit log", () => {
  test("newest first, page by page, without a gap or a repetition while rows are added", async () => {
    for (let index = 0; index < 7; index += 1) await drawLink(browser, [String(index), String(index + 100)]);
    const numbers: number[] = [];
    for (let cursor: string | undefined; ;) {
      const { items, nextCursor } = await page(browser, { limit: "3", ...(cursor === undefined ? {} : { cursor }) });
      numbers.push(...items.map(({ number }) => number));
      cursor = nextCursor;
      await drawLink(browser, [String(numbers.length + 200), "999"]);
      if (cursor === undefined) break;
    }
    expect(numbers).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
  });

  test("by project, person, kind and time", async () => {
    await drawLink();
    server.clock.advanceBy(86_400_000);
    const colleague = await signInAs(server, { userName: "chen.hao", projectId, isMember: true });
    await drawLink(colleague, ["3", "4"]);
    const reader = await server.signIn();
    const kinds = async (query: Record<string, string>) => (await rowsOf(reader, query)).map(({ kind }) => kind);
    expect(await kinds({ kind: "links.edited" })).toEqual(["links.edited", "links.edited"]);
    expect(await kinds({ kind: "links.edited", from: String(TEST_NOW + 1) })).toEqual(["links.edited"]);
    expect(await kinds({ kind: "links.edited", until: String(TEST_NOW) })).toEqual([]);
    const userId = orThrow((await rowsOf(colleague))[0]?.actor?.userId, "the colleague");
    expect(await kinds({ userId })).toEqual(["links.edited"]);
    expect(await kinds({ projectId: "f".repeat(32) })).toEqual([]);
    expect(await kinds({ changeSetId: "01234567-89ab-cdef-0123-456789abcdef" })).toEqual([]);
  });

  test("of colleagues one sees what they did in one's projects, not when they signed in", async () => {
    const member = await signInAs(server, { userName: "chen.hao", projectId, isMember: true });
    await drawLink();
    expect((await rowsOf(member)).map(({ kind, actor }) => [kind, actor?.name])).toEqual([
      ["links.edited", "Zhao Min"],
      ["session.signed_in", "陈浩"],
    ]);
  });

  test("somebody outside the project sees nothing of it, by any filter", async () => {
    await drawLink();
    const stranger = await signInAs(server, { userName: "guo.jing", projectId, isMember: false });
    for (const query of [{}, { projectId }, { kind: "links.edited" }])
      expect((await rowsOf(stranger, query)).filter((row) => row.projectId === projectId)).toEqual([]);
  });
});

describe("the end of the chain", () => {
  test("is noted in the server's log at the start, every hour in which it moved, and at the end", async () => {
    const noted = () => server.logLines.filter(({ message }) => message === "audit head").map(({ fields }) => fields);
    const first = { number: 0, hash: "0".repeat(64) };
    expect(noted()).toEqual([first]);
    const { head } = await page();
    server.clock.advanceBy(3_600_000);
    await until(() => noted().length === 2);
    server.clock.advanceBy(3_600_000);
    await drawLink();
    const last = (await page()).head;
    await server.app.stop();
    expect(noted()).toEqual([first, head, last]);
  });
});

describe("the exported chain", () => {
  test("verifies for everybody, and tells each reader only what the page would", async () => {
    await drawLink();
    await signIn({ ...right(), password: "wrong" });
    const stranger = await signInAs(server, { userName: "guo.jing", projectId, isMember: false });
    const otherDomain = await signInAs(server, { userName: "yan.mei", projectId, isMember: true });
    for (const reader of [browser, stranger, otherDomain]) {
      const lines = await exportOf(reader);
      expect(await verifyAudit(lines)).toMatchObject({ isIntact: true, problems: [] });
      const told = lines.filter((line) => "kind" in line);
      expect(told.map(({ number }) => number)).toEqual((await rowsOf(reader)).map(({ number }) => number).toReversed());
      expect(told.length).toBeLessThan(lines.length - 1);
    }
    for (const reader of [stranger, otherDomain])
      expect(JSON.stringify(await exportOf(reader))).not.toMatch(/Zhao Min|links\.edited/);
  });

  test("ends in the head, which holds for every later export", async () => {
    const noted = (await page()).head;
    await drawLink();
    const lines = await exportOf(browser);
    expect(lines.at(-1)).toEqual({ head: (await page()).head });
    expect(await verifyAudit(lines, { notedHeads: [noted] })).toMatchObject({ isIntact: true });
  });

  test("is itself in the log", async () => {
    await exportOf(browser);
    expect((await rowsOf())[0]).toMatchObject({ kind: "audit.exported", detail: { rows: 1 } });
  });

  test("a row that was changed in the store is found by whoever exports, also where its content is hidden", async () => {
    await drawLink();
    await server.dependencies.database
      .updateTable("audit_rows")
      .set({ hash: "0".repeat(64) })
      .where("number", "=", 2)
      .execute();
    const stranger = await signInAs(server, { userName: "guo.jing", projectId, isMember: false });
    expect(await verifyAudit(await exportOf(stranger))).toMatchObject({ isIntact: false });
  });
});
