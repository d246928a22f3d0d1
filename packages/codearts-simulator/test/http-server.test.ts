import { connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { FaultAction } from "../src/index.ts";
import { startSimulatorServer } from "../src/index.ts";
import { createRig } from "./rig.ts";

const open: { close: () => Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function serve(options: Parameters<typeof createRig>[0] = {}) {
  const rig = createRig(options);
  const { token } = await rig.as("zhao.min");
  const server = await startSimulatorServer(rig.simulator);
  open.push(server);
  const item = rig.itemOf("Refund flows", (one) => one.trackerId === 2);
  const path = `/v4/projects/${item.projectId}/issues/${item.id}`;
  const headers = { "x-auth-token": token, "content-type": "application/json" };
  return {
    ...rig,
    url: server.url,
    item,
    path,
    token,
    update: (signal?: AbortSignal) =>
      fetch(`${server.url}${path}`, {
        method: "PUT",
        headers,
        body: '{"done_ratio":42}',
        ...(signal === undefined ? {} : { signal }),
      }),
    control: (method: string, name: string, body?: unknown) =>
      fetch(`${server.url}/__simulator/${name}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    applied: () => rig.simulator.ledger.timesApplied(String(item.id)),
  };
}

/** Sends a request on a bare socket and tells every byte that came back, and how the connection ended. */
function rawCall(
  url: string,
  { method, path, headers, body }: { method: string; path: string; headers: Record<string, string>; body: string },
) {
  return new Promise<{ received: string; error: string | null }>((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    let received = "";
    let error: string | null = null;
    socket.on("data", (chunk) => (received += chunk.toString()));
    socket.on("error", (thrown: NodeJS.ErrnoException) => (error = thrown.code ?? thrown.message));
    socket.on("close", () => resolve({ received, error }));
    const lines = Object.entries({ host: hostname, ...headers, "content-length": String(Buffer.byteLength(body)) });
    socket.write(
      `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join("\r\n")}\r\n\r\n${body}`,
    );
  });
}

describe("the server", () => {
  test("answers as fetch in process does, with a request id", async () => {
    const { update, applied } = await serve();
    const response = await update();
    expect(response.status).toBe(200);
    expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f]{32}$/);
    expect(await response.json()).toMatchObject({ done_ratio: 42 });
    expect(applied()).toBe(1);
  });

  test("takes and gives a token of 32,768 characters", async () => {
    const { url, token } = await serve({ tokenLength: 32_768 });
    const { received } = await rawCall(url, {
      method: "GET",
      path: "/v4/user",
      headers: { "x-auth-token": token, connection: "close" },
      body: "",
    });
    expect(received).toMatch(/^HTTP\/1.1 200 /);
    const user = { name: "zhao.min", password: "demo-only", domain: { name: "gantry-demo" } };
    const body = JSON.stringify({ auth: { identity: { methods: ["password"], password: { user } } } });
    const signIn = await rawCall(url, {
      method: "POST",
      path: "/v3/auth/tokens",
      headers: { "content-type": "application/json", connection: "close" },
      body,
    });
    expect(signIn.received.match(/x-subject-token: (\S+)/i)?.[1]).toHaveLength(32_768);
  });

  test.each<[FaultAction["kind"], FaultAction, number]>([
    ["reset-before-work", { kind: "reset-before-work" }, 0],
    ["reset-after-work", { kind: "reset-after-work" }, 1],
  ])("%s destroys the socket before a byte is sent", async (_name, action, applied) => {
    const rig = await serve();
    rig.simulator.faults.add({ do: action });
    const headers = { "x-auth-token": rig.token, "content-type": "application/json" };
    const reply = await rawCall(rig.url, { method: "PUT", path: rig.path, headers, body: '{"done_ratio":42}' });
    expect(reply).toEqual({ received: "", error: "ECONNRESET" });
    expect(rig.applied()).toBe(applied);
  });

  test("reset-mid-body breaks the answer off", async () => {
    const { update, simulator, applied } = await serve();
    simulator.faults.add({ do: { kind: "reset-mid-body" } });
    const response = await update();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("terminated");
    expect(applied()).toBe(1);
  });

  test.each([-20, 20])("a content length off by %i can't be read as a whole answer", async (delta) => {
    const { update, simulator } = await serve();
    simulator.faults.add({ do: { kind: "wrong-content-length", delta } });
    const read = async () => JSON.parse(await (await update()).text()) as unknown;
    await expect(read()).rejects.toThrow(delta < 0 ? /JSON|terminated|other side closed/ : "terminated");
  });

  test("a hang sends nothing until the caller goes", async () => {
    const { update, simulator, applied } = await serve();
    simulator.faults.add({ do: { kind: "hang" } });
    const abort = new AbortController();
    const pending = update(abort.signal);
    await expect.poll(() => simulator.ledger.calls("updateIssue")).toBe(1);
    abort.abort();
    await expect(pending).rejects.toThrow("abort");
    expect(applied()).toBe(0);
  });

  test("a dripped answer comes whole", async () => {
    const { update, simulator } = await serve();
    simulator.faults.add({ do: { kind: "drip", bytesPerSecond: 20_000 } });
    expect(await (await update()).json()).toMatchObject({ done_ratio: 42 });
  });
});

describe("the controls", () => {
  test("add and clear faults, and tell the ledger", async () => {
    const { update, control, item } = await serve();
    await control("POST", "faults", { when: { operation: "updateIssue" }, do: { kind: "busy-before-work" } });
    expect((await update()).status).toBe(400);
    expect(await (await control("GET", "faults")).json()).toMatchObject({ rules: [{ fired: 1 }] });
    await control("POST", "faults/clear");
    expect((await update()).status).toBe(200);
    expect(await (await control("GET", "ledger")).json()).toMatchObject({
      entries: [{ itemIds: [String(item.id)], applied: 1 }],
    });
  });

  test("end tokens, edit as someone else, move the clock, reset", async () => {
    const { update, control, item, simulator } = await serve();
    await control("POST", "edit-as-someone-else", { itemId: String(item.id), fields: { done_ratio: 77 } });
    expect(simulator.store.scrumItem(item.id)?.doneRatio).toBe(77);
    const before = simulator.clock.now();
    await control("POST", "advance-clock", { ms: 5_000 });
    expect(simulator.clock.now()).toBe(before + 5_000);
    expect(await (await control("POST", "expire-tokens")).json()).toEqual({ expired: 1 });
    expect((await update()).status).toBe(401);
    await control("POST", "reset");
    expect(simulator.store.scrumItem(item.id)?.doneRatio).toBe(item.doneRatio);
  });

  test("say what is wrong with a bad request", async () => {
    const { control } = await serve();
    expect((await control("POST", "faults", { when: {} })).status).toBe(400);
    expect((await control("POST", "edit-as-someone-else", { itemId: "1", fields: {} })).status).toBe(400);
    expect((await control("GET", "nothing")).status).toBe(404);
  });
});
