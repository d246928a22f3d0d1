import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { createCodeArtsClient, createUpstreamFetch, operations } from "../src/index.ts";
import {
  clientOver,
  clientTo,
  inProcess,
  json,
  manualTimer,
  PLAN,
  PROJECT,
  startUpstream,
  thrownBy,
} from "./upstream.ts";

const target = { projectId: PROJECT, planId: PLAN };
const link = { ...target, itemIds: ["1"] };
const whole = JSON.stringify({ result: { id: PLAN, name: "P", type: "gantt" }, status: "success" });

/** Starts a server that misbehaves, makes a read and a write, and tells what each threw. */
async function meetFault(listener: Parameters<typeof startUpstream>[0]) {
  const { endpoint, hits } = await startUpstream(listener);
  const client = clientTo(endpoint);
  const read = await thrownBy(client.showPlan(target));
  const write = await thrownBy(client.linkItems(link));
  return { read, write, hits: hits.length };
}

test("nobody listening: not sent, so a write may be sent again", async () => {
  const { endpoint, stop } = await startUpstream(() => undefined);
  await stop();
  const error = await thrownBy(clientTo(endpoint).linkItems(link));
  expect(error).toMatchObject({ kind: "not-sent", wasSent: false, doubtful: false });
});

test("a name that resolves to nothing: not sent", async () => {
  const error = await thrownBy(clientTo("http://codearts.invalid").linkItems(link));
  expect(error).toMatchObject({ kind: "not-sent", wasSent: false });
});

test("a reset after the work may have been done: sent once, and doubtful", async () => {
  const { read, write, hits } = await meetFault((request) => request.socket.resetAndDestroy());
  expect(read).toMatchObject({ kind: "reset", doubtful: false });
  expect(write).toMatchObject({ kind: "reset", wasSent: true, doubtful: true });
  expect(hits).toBe(2);
});

test("a connection closed without an answer: sent once, and doubtful", async () => {
  const { write, hits } = await meetFault((request) => request.socket.end());
  expect(write).toMatchObject({ kind: "reset", doubtful: true });
  expect(hits).toBe(2);
});

test("a reset in mid-body: doubtful", async () => {
  const { read, write } = await meetFault((_, response) => {
    response.writeHead(200, { "content-length": 1000 });
    response.write('{"status":"success"}', () => response.socket?.resetAndDestroy());
  });
  expect(read).toMatchObject({ doubtful: false });
  expect(write).toMatchObject({ doubtful: true });
});

test("a body shorter than announced is never passed off as whole", async () => {
  const { write } = await meetFault((_, response) => {
    response.writeHead(200, { "content-length": 1000 });
    response.write('{"status":"success"}', () => response.socket?.end());
  });
  expect(write).toMatchObject({ doubtful: true });
});

test("headers beyond 64 KiB are a bad answer", async () => {
  const { read } = await meetFault((_, response) => {
    response.writeHead(200, { "x-long": "x".repeat(70_000) });
    response.end(whole);
  });
  expect(read).toMatchObject({ kind: "bad-answer" });
});

test("an answer over the limit is given up, also when it was small on the wire", async () => {
  const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024, 32));
  const { endpoint } = await startUpstream((_, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
    response.end(bomb);
  });
  const client = clientTo(endpoint, { maxAnswerBytes: 1024 * 1024 });
  const error = await thrownBy(client.showPlan(target));
  expect(error).toMatchObject({ kind: "bad-answer" });
  expect(String(error)).toContain("too large");
});

test("a service that never answers ends at the deadline", async () => {
  const clock = manualTimer();
  const { endpoint } = await startUpstream(() => clock.ring());
  const client = clientTo(endpoint, { timer: clock.timer });
  expect(await thrownBy(client.showPlan(target))).toMatchObject({ kind: "timeout", doubtful: false });
  expect(await thrownBy(client.linkItems(link))).toMatchObject({ kind: "timeout", wasSent: true, doubtful: true });
  expect(clock.delays).toEqual([10_000, 30_000]);
  expect(clock.pending()).toBe(0);
});

test("a service that stops in mid-body ends at the deadline", async () => {
  const clock = manualTimer();
  const upstream = inProcess(() => {
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"status":')),
      pull: () => clock.ring(),
    });
    return new Response(body, { headers: { "content-type": "application/json" } });
  });
  const error = await thrownBy(clientOver(upstream.fetch, { timer: clock.timer }).linkItems(link));
  expect(error).toMatchObject({ kind: "timeout", doubtful: true });
});

test("a fetch that ignores its signal still ends at the deadline", async () => {
  const clock = manualTimer();
  const upstream = inProcess(() => {
    queueMicrotask(clock.ring);
    return new Promise<Response>(() => undefined);
  });
  const error = await thrownBy(clientOver(upstream.fetch, { timer: clock.timer }).showPlan(target));
  expect(error).toMatchObject({ kind: "timeout" });
});

test("a caller may set its own deadline, and a timer never outlives its call", async () => {
  const clock = manualTimer();
  const upstream = inProcess(() => json(JSON.parse(whole)));
  await clientOver(upstream.fetch, { timer: clock.timer }).showPlan(target, { deadlineMs: 1234 });
  expect(clock.delays).toEqual([1234]);
  expect(clock.pending()).toBe(0);
});

test("a caller that goes away ends the call: a write is then doubtful, unless it had not begun", async () => {
  const controller = new AbortController();
  const { endpoint, hits } = await startUpstream(() => controller.abort());
  const client = clientTo(endpoint);
  const options = { signal: controller.signal };
  expect(await thrownBy(client.linkItems(link, options))).toMatchObject({ kind: "cancelled", doubtful: true });
  expect(await thrownBy(client.linkItems(link, options))).toMatchObject({
    kind: "cancelled",
    wasSent: false,
    doubtful: false,
  });
  expect(hits).toHaveLength(1);
});

test("a renewed token is used by the very next call", async () => {
  const seen: (string | undefined)[] = [];
  const { endpoint } = await startUpstream((request, response) => {
    seen.push(String(request.headers["x-auth-token"]));
    response.end(whole);
  });
  const upstream = createUpstreamFetch({ connections: 1 });
  let token = "first-token-0123456789";
  const client = createCodeArtsClient({ fetch: upstream.fetch, endpoint, nowMs: () => 0, token: () => token });
  await client.showPlan(target);
  token = "second-token-0123456789";
  await client.showPlan(target);
  expect(seen).toEqual(["first-token-0123456789", "second-token-0123456789"]);
  await upstream.close();
});

test("3.11 the table marks the plan list, a POST, as a read, and the IPD batch, a PUT, as a write", async () => {
  expect(operations.listPlans).toMatchObject({ method: "POST", effect: "read" });
  expect(operations.batchUpdateIpdItems).toMatchObject({ method: "PUT", effect: "write" });
  const writes = Object.entries(operations).filter(([, { effect }]) => effect === "write");
  expect(writes.map(([name]) => name)).toEqual([
    "createToken",
    "linkItems",
    "createPlan",
    "renamePlan",
    "deletePlan",
    "updateItem",
    "batchAssignItem",
    "batchUpdateIpdItems",
  ]);
});
