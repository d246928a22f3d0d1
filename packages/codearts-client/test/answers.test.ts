import { expect, test } from "vitest";
import { clientAnswering, clientOver, inProcess, json, PLAN, PROJECT, thrownBy, USER } from "./upstream.ts";

const link = { projectId: PROJECT, planId: PLAN, itemIds: ["1"] };
const assign = { projectId: PROJECT, itemId: "9191020", assigneeNumericId: "4091" };
const ipdEdit = {
  projectId: PROJECT,
  itemIds: ["957294446158852096"],
  attribute: { category: "IR", priority: "Low" },
} as const;
const move = { projectId: PROJECT, itemId: "1", changes: { begin_time: "2026-11-22" } };

test("0.5 linking: HTTP 200 with status error is a failure of unknown effect", async () => {
  const { client } = clientAnswering({ status: "error" });
  expect(await thrownBy(client.linkItems(link))).toMatchObject({ kind: "rejected", httpStatus: 200, doubtful: true });
});

test.each([{}, { status: null }, { status: "done" }, { result: {} }])(
  "0.5 linking: HTTP 200 with %j does not say what was done",
  async (body) => {
    const { client } = clientAnswering(body);
    expect(await thrownBy(client.linkItems(link))).toMatchObject({ kind: "bad-answer", doubtful: true });
  },
);

test("0.6 linking: success names no item, so nothing is returned to believe", async () => {
  const { client } = clientAnswering({ status: "success" });
  expect(await client.linkItems(link)).toBeUndefined();
});

test("0.5 a refused link call may have linked its good ids", async () => {
  const { client } = clientAnswering({ error_code: "PM.02175006", error_msg: "bad id" }, { status: 400 });
  expect(await thrownBy(client.linkItems(link))).toMatchObject({ kind: "rejected", doubtful: true });
});

test("2.3 status success with the item in error_issues comes back as that, not as an error", async () => {
  const { client } = clientAnswering({ result: { error_issues: [9_191_020], success_issues: [] }, status: "success" });
  expect(await client.batchAssignItem(assign)).toMatchObject({ error_issues: ["9191020"], success_issues: [] });
});

test("2.10 the Scrum batch is a write: its failure with HTTP 200 is doubtful", async () => {
  const { client } = clientAnswering({ status: "error" });
  expect(await thrownBy(client.batchAssignItem(assign))).toMatchObject({ kind: "rejected", doubtful: true });
});

test.each(["failed", "error", "FAILED"])(
  "4.12 an IPD batch with HTTP 200 and status %s is a failure with its message",
  async (status) => {
    const { client } = clientAnswering({ status, message: "category mismatch" });
    expect(await thrownBy(client.batchUpdateIpdItems(ipdEdit))).toMatchObject({
      kind: "rejected",
      upstreamMessage: "category mismatch",
      doubtful: true,
    });
  },
);

test("4.12 an IPD batch without a status word does not say what was done", async () => {
  const { client } = clientAnswering({ result: [{ success: [], failed: [] }] });
  expect(await thrownBy(client.batchUpdateIpdItems(ipdEdit))).toMatchObject({ kind: "bad-answer", doubtful: true });
});

test("1.1 a plan whose id differs from the one asked for is still the answer", async () => {
  const { client } = clientAnswering({ result: { id: USER, name: "P", type: "mind" }, status: "success" });
  expect(await client.showPlan({ projectId: PROJECT, planId: PLAN })).toMatchObject({ id: USER });
});

test.each([
  [400, { error_code: "PM.02175000", error_msg: "System busy. Try again later." }, "busy", true],
  [400, { error_code: "PM.02153001", error_msg: "Called too often" }, "too-often", true],
  [429, { error_code: "APIG.0308", error_msg: "throttled" }, "too-often", false],
  [429, { error_code: "APIGW.0308", error_msg: "throttled" }, "too-often", false],
  [429, {}, "too-often", true],
  [401, { error_code: "APIG.0301", error_msg: "wrong token" }, "auth", false],
  [401, { error_code: "APIG.0307", error_msg: "expired" }, "auth", false],
  [400, { error_code: "PM.10001002", error_msg: "illegal token" }, "auth", false],
  [403, { error_code: "APIG.0302", error_msg: "no" }, "forbidden", false],
  [403, { error_code: "PM.00000014", error_msg: "no" }, "forbidden", false],
  [404, { error_code: "APIG.0101", error_msg: "no such API" }, "refused-before-service", false],
  [413, { error_code: "APIG.0201", error_msg: "too large" }, "refused-before-service", false],
  [404, { error_code: "PM.02152005", error_msg: "gone" }, "not-found", false],
  [404, {}, "not-found", false],
  [400, { error_code: "PM.99999999", error_msg: "?" }, "rejected", false],
  [409, {}, "rejected", false],
  [500, { error_code: "PM.00000001", error_msg: "busy" }, "busy", true],
  [502, { error_code: "APIG.0201", error_msg: "backend down" }, "server-error", true],
  [503, {}, "server-error", true],
  [505, {}, "server-error", true],
])("HTTP %d %j is %s; a write is then doubtful: %s; a read never is", async (status, body, kind, doubtful) => {
  const { client, seen } = clientAnswering(body, { status });
  const write = await thrownBy(client.updateItem(move));
  const code = "error_code" in body ? body.error_code : null;
  expect(write).toMatchObject({ kind, doubtful, wasSent: true, httpStatus: status, upstreamCode: code });
  const read = await thrownBy(client.showPlan({ projectId: PROJECT, planId: PLAN }));
  expect(read).toMatchObject({ kind, doubtful: false });
  expect(seen).toHaveLength(2);
});

const whole = JSON.stringify({ result: { id: PLAN, name: "P", type: "gantt" }, status: "success" });

test.each([
  ["an HTML page", "<html>Sign in</html>", "text/html"],
  ["JSON that claims to be HTML", whole, "text/html;charset=utf-8"],
  ["nothing", "", "application/json"],
  ["JSON cut off", whole.slice(0, -20), "application/json"],
  ["JSON and more", `${whole}${whole}`, "application/json"],
  ["text", "ok", "text/plain"],
  ["null", "null", "application/json"],
  ["a list", "[]", "application/json"],
  ["a number", "5", "application/json"],
  ["an object without the data", '{"status":"success"}', "application/json"],
  ["invalid bytes", "\u0000\uFFFF", "application/json"],
])("HTTP 200 with %s is a bad answer, doubtful for a write", async (_, body, type) => {
  const { fetch } = inProcess(() => new Response(body, { headers: { "content-type": type } }));
  const client = clientOver(fetch);
  const target = { projectId: PROJECT, planId: PLAN };
  expect(await thrownBy(client.showPlan(target))).toMatchObject({ kind: "bad-answer", doubtful: false });
  const rename = client.renamePlan({ ...target, name: "Q" });
  expect(await thrownBy(rename)).toMatchObject({ kind: "bad-answer", doubtful: true });
});

test.each([
  ["without a type", whole, ""],
  ["as plain text", whole, "text/plain"],
  ["as bytes", whole, "application/octet-stream"],
  ["with a byte order mark", `\uFEFF${whole}`, "application/json"],
  ["as JSON inside a JSON string", JSON.stringify(whole), "application/json"],
])("a good answer %s is taken", async (_, body, type) => {
  const { fetch } = inProcess(() => new Response(body, { headers: type === "" ? {} : { "content-type": type } }));
  expect(await clientOver(fetch).showPlan({ projectId: PROJECT, planId: PLAN })).toMatchObject({ name: "P" });
});

test("HTML with HTTP 502 is the server's error, and its text is not kept", async () => {
  const { fetch } = inProcess(
    () => new Response("<html>nginx</html>", { status: 502, headers: { "content-type": "text/html" } }),
  );
  const error = await thrownBy(clientOver(fetch).listProjects({ offset: 0, limit: 10 }));
  expect(error).toMatchObject({ kind: "server-error", upstreamMessage: null });
});

test.each([
  ["2", 2000],
  ["Thu, 01 Jan 1970 00:00:05 GMT", 5000],
  ["-3", 0],
  ["99999999", 300_000],
  ["soon", null],
  ["1/2", null],
  [null, null],
])("Retry-After %j is a wait of %j ms", async (header, retryAfterMs) => {
  const { fetch } = inProcess(() =>
    json({ error_code: "APIG.0308" }, { status: 429, headers: header === null ? {} : { "retry-after": header } }),
  );
  const error = await thrownBy(clientOver(fetch).listProjects({ offset: 0, limit: 10 }));
  expect(error).toMatchObject({ kind: "too-often", retryAfterMs });
});

test("a bad answer names the field that was wrong, never its value", async () => {
  const { client } = clientAnswering({
    result: { plans: [{ id: PLAN, name: 12_345, type: "gantt" }] },
    status: "success",
  });
  const error = await thrownBy(client.listPlans({ projectId: PROJECT, pageNo: 1, pageSize: 15 }));
  expect(String(error)).toContain("plans.0.name");
  expect(String(error)).not.toContain("12345");
});

test("keys that would poison every object poison none", async () => {
  const { fetch } = inProcess(
    () =>
      new Response(
        '{"status":"success","__proto__":{"x":1},"result":{"issues":[],"total":0,"constructor":{"prototype":{"x":1}}}}',
      ),
  );
  await clientOver(fetch).queryIpdItems({ projectId: PROJECT, categories: ["IR"], pageNo: 1, pageSize: 1 });
  expect("x" in {}).toBe(false);
});
