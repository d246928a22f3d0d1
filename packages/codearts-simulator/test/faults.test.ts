import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import type { FaultAction } from "../src/index.ts";
import { createRig, dig } from "./rig.ts";

/** What nobody holds is gone at once, and not some time. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

/** One item update, met by one fault: what the caller sees, and how often it was applied. */
async function updateUnder(action: FaultAction) {
  const rig = createRig();
  const call = await rig.as("zhao.min");
  const item = rig.itemOf("Refund flows", (one) => one.trackerId === 2);
  const path = `/v4/projects/${item.projectId}/issues/${item.id}`;
  const fault = rig.simulator.faults.add({ when: { operation: "updateIssue", times: 1 }, do: action });
  const update = () => call("PUT", path, { done_ratio: 42 });
  return {
    ...rig,
    call,
    item,
    path,
    update,
    fault,
    applied: () => rig.simulator.ledger.timesApplied(String(item.id)),
    ratio: () => rig.simulator.store.scrumItem(item.id)?.doneRatio,
  };
}

describe("faults before the work change nothing", () => {
  test.each<[string, FaultAction, number, string]>([
    [
      "a status with a body",
      { kind: "status", status: 503, body: { error_code: "X", error_msg: "y" } },
      503,
      '{"error_code":"X","error_msg":"y"}',
    ],
    ["an HTML page", { kind: "html" }, 502, "<h1>502 Bad Gateway</h1>"],
    ["an error inside a 200", { kind: "status-error" }, 200, '{"status":"error"}'],
    ["the gateway's throttling", { kind: "too-many-requests", retryAfter: "3" }, 429, "APIG.0308"],
    ["the service's throttling", { kind: "called-too-often" }, 400, "PM.02153001"],
    ["a busy system", { kind: "busy-before-work" }, 400, "PM.02175000"],
    ["a redirect", { kind: "redirect", location: "https://elsewhere.example/" }, 302, ""],
    ["an ended token", { kind: "expire-token" }, 401, "APIG.0307"],
  ])("%s", async (_name, action, status, text) => {
    const { update, applied, fault } = await updateUnder(action);
    const reply = await update();
    expect(reply.status).toBe(status);
    expect(reply.text).toContain(text);
    expect(applied()).toBe(0);
    expect(fault.fired()).toBe(1);
  });

  test("a reset", async () => {
    const { update, applied } = await updateUnder({ kind: "reset-before-work" });
    await expect(update()).rejects.toMatchObject({ name: "TypeError", cause: { code: "ECONNRESET" } });
    expect(applied()).toBe(0);
  });
});

describe("faults after the work leave it done", () => {
  test.each<[string, FaultAction, number, RegExp]>([
    ["a status with a body", { kind: "status", status: 500, afterWork: true }, 500, /^$/],
    ["a busy system", { kind: "busy-after-work" }, 400, /PM\.02175000/],
    ["an HTML page", { kind: "html", status: 504, afterWork: true }, 504, /<html>/],
    ["an error inside a 200", { kind: "status-error", afterWork: true }, 200, /"error"/],
    ["an empty body", { kind: "empty-body" }, 200, /^$/],
    ["a huge body", { kind: "huge-body", bytes: 2_000_000 }, 200, /"done_ratio":42.*\s{1000}/s],
  ])("%s", async (_name, action, status, text) => {
    const { update, applied, ratio } = await updateUnder(action);
    const reply = await update();
    expect(reply.status).toBe(status);
    expect(reply.text).toMatch(text);
    expect(applied()).toBe(1);
    expect(ratio()).toBe(42);
  });

  test("a cut answer is no JSON", async () => {
    const { call, path, item, simulator, applied } = await updateUnder({ kind: "delay", ms: 1 });
    simulator.faults.clear();
    simulator.faults.add({ when: { itemId: String(item.id) }, do: { kind: "truncate" } });
    await expect(call("PUT", path, { done_ratio: 42 })).rejects.toThrow(SyntaxError);
    expect(applied()).toBe(1);
  });

  test("a reset", async () => {
    const { update, applied } = await updateUnder({ kind: "reset-after-work" });
    await expect(update()).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
    expect(applied()).toBe(1);
  });

  test.each<[string, FaultAction]>([
    ["a reset in mid-body", { kind: "reset-mid-body" }],
    ["a content length that promises more", { kind: "wrong-content-length", delta: 10 }],
  ])("%s breaks the reading of the answer", async (_name, action) => {
    const { update, applied } = await updateUnder(action);
    await expect(update()).rejects.toThrow("terminated");
    expect(applied()).toBe(1);
  });

  test("a body that echoes the token", async () => {
    const { update, call, applied } = await updateUnder({ kind: "echo-token" });
    expect((await update()).text).toContain(call.token);
    expect(applied()).toBe(1);
  });

  test("a hang ends with the caller's abort only", async () => {
    const { simulator, call, path, applied } = await updateUnder({ kind: "hang", afterWork: true });
    const abort = new AbortController();
    const pending = simulator.fetch(`https://codearts.example${path}`, {
      method: "PUT",
      headers: { "x-auth-token": call.token, "content-type": "application/json" },
      body: '{"done_ratio":42}',
      signal: abort.signal,
    });
    await expect.poll(applied).toBe(1);
    collectGarbage();
    abort.abort(new Error("enough"));
    await expect(pending).rejects.toThrow("enough");
  });
});

describe("answers that do not tell the truth", () => {
  test("success but nothing changed: neither store nor ledger knows of it", async () => {
    const { update, applied, ratio, item } = await updateUnder({ kind: "nothing-changed" });
    expect(await update()).toMatchObject({ status: 200, json: { done_ratio: 42 } });
    expect(applied()).toBe(0);
    expect(ratio()).toBe(item.doneRatio);
  });

  test("a partial failure of the V2 batch is the document's example", async () => {
    const { call, item, simulator } = await updateUnder({ kind: "delay", ms: 1 });
    simulator.faults.add({
      when: { operation: "batchEditIssues" },
      do: { kind: "partial-failure", itemIds: [String(item.id)] },
    });
    const reply = await call("POST", "/v2/workitem/issues", {
      project_id: item.projectId,
      issue_ids: String(item.id),
      assigned_to_id: "4091",
    });
    expect(reply.json).toMatchObject({ status: "success", result: { error_issues: [item.id], success_issues: [] } });
    expect(simulator.ledger.all()).toEqual([]);
  });

  test("a partial failure of an IPD batch lists the failed ids", async () => {
    const { call, simulator, project } = await updateUnder({ kind: "delay", ms: 1 });
    const [first, second] = simulator.store.ipdItemsOf(project("Harbor IoT").id).filter((one) => one.category === "AR");
    simulator.faults.add({
      when: { operation: "batchUpdateIpdIssues" },
      do: { kind: "partial-failure", itemIds: [first?.id ?? ""] },
    });
    const body = { id: [first?.id, second?.id], attribute: { category: "AR", priority: "High" } };
    const reply = await call("PUT", `/v1/ipdprojectservice/projects/${first?.projectId}/issues/batch`, body);
    expect(reply.json).toMatchObject({ result: [{ success: [{ id: second?.id }], failed: [{ id: first?.id }] }] });
    expect(simulator.ledger.all()).toMatchObject([{ itemIds: [second?.id] }]);
  });

  test("a partial failure of linking leaves ids out without a word", async () => {
    const { call, simulator, plan } = await updateUnder({ kind: "delay", ms: 1 });
    const { id: planId, projectId, itemIds } = plan("Refund flows");
    const free = simulator.store
      .scrumItemsOf(projectId)
      .filter((one) => !itemIds.has(String(one.id)))
      .slice(0, 3)
      .map((one) => one.id);
    simulator.faults.add({ do: { kind: "partial-failure", itemIds: [String(free[1])] } });
    expect((await call("POST", `/v3/plan/${projectId}/${planId}/issue`, free)).json).toEqual({ status: "success" });
    expect(free.map((id) => simulator.ledger.timesApplied(String(id)))).toEqual([1, 0, 1]);
  });

  test("a stale read answers from before the last writes, and then the truth again", async () => {
    const { call, update, path, item, simulator } = await updateUnder({ kind: "delay", ms: 1 });
    await update();
    await call("PUT", path, { done_ratio: 50 });
    simulator.faults.add({ when: { operation: "showIssue", times: 1 }, do: { kind: "stale-read" } });
    simulator.faults.add({ when: { operation: "showIssue", nth: 2 }, do: { kind: "stale-read", writesBack: 2 } });
    const ratios = [];
    for (let read = 0; read < 3; read += 1) ratios.push(dig((await call("GET", path)).json, "done_ratio"));
    expect(ratios).toEqual([42, item.doneRatio, 50]);
  });

  test("a stale read can go back by time", async () => {
    const { call, update, path, item, simulator } = await updateUnder({ kind: "delay", ms: 1 });
    simulator.clock.advance(1_000);
    await update();
    simulator.clock.advance(1_000);
    simulator.faults.add({ when: { operation: "showIssue" }, do: { kind: "stale-read", ageMs: 1_500 } });
    expect(dig((await call("GET", path)).json, "done_ratio")).toBe(item.doneRatio);
    simulator.clock.advance(1_000);
    expect(dig((await call("GET", path)).json, "done_ratio")).toBe(42);
  });
});

describe("the dial", () => {
  test("aims by operation, path, item, user, count and number", async () => {
    const { call, path, item, simulator } = await updateUnder({ kind: "delay", ms: 1 });
    simulator.faults.clear();
    const { faults } = simulator;
    const busy: FaultAction = { kind: "busy-before-work" };
    const statusUnder = async (when: Parameters<typeof faults.add>[0]["when"]) => {
      faults.clear();
      faults.add({ ...(when === undefined ? {} : { when }), do: busy });
      const replies = [await call("GET", path), await call("GET", path), await call("GET", path)];
      return replies.map((reply) => reply.status);
    };
    expect(await statusUnder(undefined)).toEqual([400, 400, 400]);
    expect(await statusUnder({ operation: ["showIssue", "listIssues"] })).toEqual([400, 400, 400]);
    expect(await statusUnder({ operation: "updateIssue" })).toEqual([200, 200, 200]);
    expect(await statusUnder({ method: "put" })).toEqual([200, 200, 200]);
    expect(await statusUnder({ path: "^/v4/projects/.*/issues/" })).toEqual([400, 400, 400]);
    expect(await statusUnder({ itemId: String(item.id) })).toEqual([400, 400, 400]);
    expect(await statusUnder({ itemId: String(item.id).slice(0, 4) })).toEqual([200, 200, 200]);
    expect(await statusUnder({ userId: simulator.credentials[1]?.userId ?? "" })).toEqual([200, 200, 200]);
    expect(await statusUnder({ userId: simulator.credentials[0]?.userId ?? "" })).toEqual([400, 400, 400]);
    expect(await statusUnder({ times: 2 })).toEqual([400, 400, 200]);
    expect(await statusUnder({ nth: 2 })).toEqual([200, 400, 200]);
    expect(await statusUnder({ probability: 0 })).toEqual([200, 200, 200]);
  });

  test("draws probabilities from the seed: the same faults again with the same seed", async () => {
    const drawn = async (seed: number) => {
      const rig = createRig({ seed });
      const call = await rig.as("zhao.min");
      rig.simulator.faults.add({ when: { probability: 0.5 }, do: { kind: "busy-before-work" } });
      const statuses = [];
      for (let index = 0; index < 24; index += 1) statuses.push((await call("GET", "/v4/user")).status);
      return statuses.join();
    };
    expect(await drawn(3)).toBe(await drawn(3));
    expect(await drawn(3)).not.toBe(await drawn(4));
  });

  test("a delay comes on top of the latency and ends with an abort before the work", async () => {
    const { simulator, call, path, applied } = await updateUnder({ kind: "delay", ms: 60_000 });
    const abort = new AbortController();
    const pending = simulator.fetch(`https://codearts.example${path}`, {
      method: "PUT",
      headers: { "x-auth-token": call.token, "content-type": "application/json" },
      body: '{"done_ratio":42}',
      signal: abort.signal,
    });
    abort.abort(new Error("too slow"));
    await expect(pending).rejects.toThrow("too slow");
    expect(applied()).toBe(0);
  });

  test.each(["remove", "clear"] as const)("a held call waits until the rule is gone: %s", async (end) => {
    const { simulator, update, applied } = await updateUnder({ kind: "delay", ms: 1 });
    const held = simulator.faults.add({ do: { kind: "hold" } });
    const pending = update();
    await expect.poll(held.fired).toBe(1);
    expect(applied()).toBe(0);
    (end === "remove" ? held.remove : simulator.faults.clear)();
    expect((await pending).status).toBe(200);
    expect(applied()).toBe(1);
  });

  test("a dripped answer is whole in the end", async () => {
    const { update, ratio } = await updateUnder({ kind: "drip", bytesPerSecond: 20_000 });
    expect((await update()).json).toMatchObject({ done_ratio: 42 });
    expect(ratio()).toBe(42);
  });
});

describe("the rate", () => {
  test.each([
    ["gateway", 429, "APIG.0308"],
    ["service", 400, "PM.02153001"],
  ] as const)(
    "over the limit the %s refuses, each user apart, until the clock moves on",
    async (answer, status, code) => {
      const rig = createRig({ rate: { callsPerSecond: 2, answer } });
      const call = await rig.as("zhao.min");
      const other = await rig.as("chen.hao");
      const replies = [await call("GET", "/v4/user"), await call("GET", "/v4/user"), await call("GET", "/v4/user")];
      expect(replies.map((reply) => reply.status)).toEqual([200, 200, status]);
      expect(replies[2]?.json).toMatchObject({ error_code: code });
      expect((await other("GET", "/v4/user")).status).toBe(200);
      rig.simulator.clock.advance(500);
      expect((await call("GET", "/v4/user")).status).toBe(200);
      expect((await call("GET", "/v4/user")).status).toBe(status);
    },
  );
});

test("the ledger of received calls tells the status of each, and 0 where none was sent", async () => {
  const { update, call, simulator } = await updateUnder({ kind: "reset-after-work" });
  await expect(update()).rejects.toThrow("fetch failed");
  await call("GET", "/v4/nothing");
  const received = simulator.ledger.received().slice(-2);
  expect(received).toMatchObject([
    { operation: "updateIssue", status: 0, userId: simulator.credentials[0]?.userId },
    { operation: "unknown", status: 404 },
  ]);
});
