import type { Fetch } from "@gantry/codearts-client";
import { afterEach, describe, expect, it } from "vitest";
import type { Session } from "../src/session/session.ts";
import type { Upstream } from "../src/upstream/gateway.ts";
import { createTestApp, firstCredentials, type TestApp, type TestAppOptions } from "./test-app.ts";
import { until } from "./until.ts";

const signal = new AbortController().signal;
const PAGE = { offset: 0, limit: 100 };
let test: TestApp;
afterEach(() => test.close());

async function start(options: TestAppOptions = {}): Promise<Upstream> {
  test = await createTestApp(options);
  return upstreamOf(await sessionOf(0));
}

async function sessionOf(index: number): Promise<Session> {
  const { account, userName, password } = test.simulator.credentials[index] ?? firstCredentials(test.simulator);
  const { session } = await test.dependencies.signIn(
    { account, userName, password },
    { requestId: "r1", clientAddress: "192.0.2.1", signal },
  );
  return session;
}

const upstreamOf = (session: Session) => test.dependencies.upstreams.for(session);
const calls = (operation = "listProjects") => test.simulator.ledger.calls(operation);
const scrumProject = () => test.simulator.world.projects.find(({ kind }) => kind === "scrum")?.id ?? "";

describe("reading", () => {
  it("asks once for equal reads at the same moment", async () => {
    const upstream = await start();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => upstream.read("listProjects", PAGE, { signal })),
    );
    expect(calls()).toBe(1);
    expect(new Set(answers).size).toBe(1);
  });

  it("never gives one person what was read for another, nor an old session what was read in a new one", async () => {
    const upstream = await start();
    const others = [upstreamOf(await sessionOf(1)), upstreamOf(await sessionOf(0))];
    await Promise.all(
      [upstream, ...others].map((each) => each.read("listProjects", PAGE, { signal, freshForMs: 30_000 })),
    );
    expect(calls()).toBe(3);
  });

  it("tells reads with other arguments apart", async () => {
    const upstream = await start();
    await Promise.all([
      upstream.read("listProjects", PAGE, { signal }),
      upstream.read("listProjects", { ...PAGE, search: "a" }, { signal }),
    ]);
    expect(calls()).toBe(2);
  });

  it("gives a kept answer only to who accepts its age, and none after half a minute", async () => {
    const upstream = await start();
    await upstream.read("listProjects", PAGE, { signal });
    await upstream.read("listProjects", PAGE, { signal, freshForMs: 5000 });
    expect(calls()).toBe(1);
    await upstream.read("listProjects", PAGE, { signal });
    expect(calls()).toBe(2);
    test.clock.advanceBy(31_000);
    await upstream.read("listProjects", PAGE, { signal, freshForMs: 3_600_000 });
    expect(calls()).toBe(3);
  });

  it("asks anew after a write of the same session", async () => {
    const upstream = await start();
    const projectId = scrumProject();
    const list = () =>
      upstream.read("listPlans", { projectId, pageNo: 1, pageSize: 200 }, { signal, freshForMs: 30_000 });
    const before = await list();
    await upstream.write("createPlan", { projectId, name: "Fresh", type: "gantt" }, { signal });
    const after = await list();
    expect(after.plans.length).toBe(before.plans.length + 1);
  });

  it.each(["reset-before-work", "busy-before-work", "called-too-often", "too-many-requests"] as const)(
    "tries again after %s, and no more than twice",
    async (kind) => {
      const upstream = await start();
      const handle = test.simulator.faults.add({ when: { operation: "listProjects", nth: 1 }, do: { kind } });
      await upstream.read("listProjects", PAGE, { signal });
      expect(calls()).toBe(2);
      handle.remove();
      test.simulator.faults.add({ when: { operation: "listIpdProjects" }, do: { kind } });
      await expect(upstream.read("listIpdProjects", {}, { signal })).rejects.toMatchObject({ name: "CodeArtsError" });
      expect(calls("listIpdProjects")).toBe(3);
    },
  );

  it("waits as long as Retry-After says", async () => {
    const upstream = await start();
    const startedAt = test.clock.now();
    test.simulator.faults.add({
      when: { operation: "listProjects", nth: 1 },
      do: { kind: "too-many-requests", retryAfter: "5" },
    });
    await upstream.read("listProjects", PAGE, { signal });
    expect(test.clock.now() - startedAt).toBeGreaterThanOrEqual(5000);
  });

  it("does not keep a person waiting for a Retry-After of minutes, but says it", async () => {
    const upstream = await start();
    test.simulator.faults.add({
      when: { operation: "listProjects" },
      do: { kind: "too-many-requests", retryAfter: "120" },
    });
    await expect(upstream.read("listProjects", PAGE, { signal })).rejects.toMatchObject({ retryAfterMs: 120_000 });
    expect(calls()).toBe(1);
  });

  it("does not try again what CodeArts has decided", async () => {
    const upstream = await start();
    test.simulator.faults.add({ when: { operation: "listProjects" }, do: { kind: "status", status: 403, body: {} } });
    await expect(upstream.read("listProjects", PAGE, { signal })).rejects.toMatchObject({ kind: "forbidden" });
    expect(calls()).toBe(1);
  });

  it("keeps a failure to itself: it is not remembered", async () => {
    const upstream = await start();
    const handle = test.simulator.faults.add({
      when: { operation: "listProjects" },
      do: { kind: "html", status: 200 },
    });
    await expect(upstream.read("listProjects", PAGE, { signal, freshForMs: 30_000 })).rejects.toMatchObject({
      kind: "bad-answer",
    });
    handle.remove();
    await expect(upstream.read("listProjects", PAGE, { signal, freshForMs: 30_000 })).resolves.toBeDefined();
  });

  it("ends the call when the last who waits for it goes away, and not before", async () => {
    const seen: AbortSignal[] = [];
    const watching =
      (fetch: Fetch): Fetch =>
      (url, init) => {
        if (url.includes("/v4/projects") && init.signal) seen.push(init.signal);
        return fetch(url, init);
      };
    const upstream = await start({ wrapFetch: watching });
    test.simulator.faults.add({ when: { operation: "listProjects" }, do: { kind: "hang" } });
    const [first, second] = [new AbortController(), new AbortController()];
    const reads = [first, second].map((leaving) => upstream.read("listProjects", PAGE, { signal: leaving.signal }));
    const settled = Promise.allSettled(reads);
    await until(() => seen.length === 1);
    first.abort();
    await Promise.allSettled(reads.slice(0, 1));
    expect(seen[0]?.aborted).toBe(false);
    second.abort();
    await settled;
    expect(seen[0]?.aborted).toBe(true);
    expect(seen).toHaveLength(1);
  });
});

describe("writing", () => {
  const FAULTS = [
    "reset-before-work",
    "reset-after-work",
    "reset-mid-body",
    "truncate",
    "html",
    "empty-body",
    "busy-before-work",
    "busy-after-work",
    "called-too-often",
    "status-error",
    "nothing-changed",
  ] as const;

  it.each(FAULTS)("sends a write once, whatever comes back: %s", async (kind) => {
    const upstream = await start();
    test.simulator.faults.add({ when: { operation: "createPlan" }, do: { kind } });
    const write = upstream.write("createPlan", { projectId: scrumProject(), name: "Once", type: "gantt" }, { signal });
    await write.catch(() => undefined);
    expect(calls("createPlan")).toBe(1);
  });

  it("sends it again where the gateway turned it away before the service, after the wait", async () => {
    const upstream = await start();
    const startedAt = test.clock.now();
    test.simulator.faults.add({
      when: { operation: "createPlan", nth: 1 },
      do: { kind: "too-many-requests", retryAfter: "7" },
    });
    await upstream.write("createPlan", { projectId: scrumProject(), name: "Twice", type: "gantt" }, { signal });
    expect(calls("createPlan")).toBe(2);
    expect(test.simulator.ledger.all().filter(({ operation }) => operation === "createPlan")).toHaveLength(1);
    expect(test.clock.now() - startedAt).toBeGreaterThanOrEqual(7000);
  });
});

describe("service mode", () => {
  const service = (index = 0, password?: string): TestAppOptions => ({
    config: {
      auth: {
        mode: "service",
        account: "gantry-demo",
        userName: ["zhao.min", "chen.hao"][index] ?? "",
        password: password ?? "demo-only",
      },
    },
  });

  it("makes every call with the service user's token, and keeps none of the person's", async () => {
    test = await createTestApp(service());
    const session = await sessionOf(1);
    expect(await test.dependencies.sessions.readToken(session.id)).toBeNull();
    await upstreamOf(session).read("listProjects", PAGE, { signal });
    const serviceUser = test.simulator.credentials[0]?.userId;
    expect(
      test.simulator.ledger
        .received()
        .filter(({ operation }) => operation === "listProjects")
        .map(({ userId }) => userId),
    ).toEqual([serviceUser]);
  });

  it("lets nobody in from another account, and does not ask IAM about them", async () => {
    test = await createTestApp(service());
    const response = await test.openBrowser().request("/api/session", {
      method: "POST",
      json: { account: "somewhere-else", userName: "x", password: "y" },
    });
    expect(response.status).toBe(401);
    expect(calls("issueToken")).toBe(0);
  });

  it("renews once, however many calls meet the expired token", async () => {
    test = await createTestApp(service());
    const upstream = upstreamOf(await sessionOf(1));
    await upstream.read("listProjects", PAGE, { signal });
    const before = calls("issueToken");
    test.simulator.expireTokens();
    const reads = Array.from({ length: 40 }, (_, index) =>
      upstream.read("listProjects", { ...PAGE, search: `${index}` }, { signal }),
    );
    await Promise.all(reads);
    expect(calls("issueToken") - before).toBe(1);
  });

  it("repeats a write that met the expired token once, and it is applied once", async () => {
    test = await createTestApp(service());
    const upstream = upstreamOf(await sessionOf(1));
    await upstream.read("listProjects", PAGE, { signal });
    test.simulator.expireTokens();
    await upstream.write("createPlan", { projectId: scrumProject(), name: "Renewed", type: "gantt" }, { signal });
    expect(calls("createPlan")).toBe(2);
    expect(test.simulator.ledger.all().filter(({ operation }) => operation === "createPlan")).toHaveLength(1);
  });

  it("never sends a rejected service password again, also not after a restart", async () => {
    test = await createTestApp(service(0, "wrong"));
    const session = await sessionOf(1);
    const before = calls("issueToken");
    const reads = Array.from({ length: 20 }, () =>
      upstreamOf(session).read("listProjects", PAGE, { signal, alone: true }),
    );
    const results = await Promise.allSettled(reads);
    expect(results.every(({ status }) => status === "rejected")).toBe(true);
    expect(calls("issueToken") - before).toBe(1);

    const { store } = test.dependencies;
    const restarted = await createTestApp({ ...service(0, "wrong"), store });
    await expect(
      restarted.dependencies.upstreams.for(session).read("listProjects", PAGE, { signal }),
    ).rejects.toMatchObject({ code: "session.sign_in_unavailable" });
    expect(restarted.simulator.ledger.calls("issueToken")).toBe(0);
    await restarted.close();

    const corrected = await createTestApp({ ...service(0), store });
    await expect(
      corrected.dependencies.upstreams.for(session).read("listProjects", PAGE, { signal }),
    ).resolves.toBeDefined();
    await corrected.close();
  });
});

describe("a token of the greatest length", () => {
  it.each([10, 16_383, 16_384, 32_768])("signs in, reads and writes with %i characters", async (tokenLength) => {
    const upstream = await start({ simulator: { tokenLength } });
    await upstream.read("listProjects", PAGE, { signal });
    await upstream.write("createPlan", { projectId: scrumProject(), name: "Long", type: "gantt" }, { signal });
    expect(calls("createPlan")).toBe(1);
  });
});
