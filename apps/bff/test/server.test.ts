import type { Fetch } from "@gantry/codearts-client";
import { afterEach, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../src/server.ts";
import { createTestApp, type TestApp } from "./test-app.ts";
import { until } from "./until.ts";

let test: TestApp;
let server: RunningServer;
afterEach(async () => {
  await server.stop({ patienceMs: 0 });
  await test.close();
});

async function listen(wrapFetch: (fetch: Fetch) => Fetch = (fetch) => fetch): Promise<string> {
  test = await createTestApp({ wrapFetch });
  server = await startServer(test.app, { host: "127.0.0.1", port: 0 });
  return `http://127.0.0.1:${server.port}`;
}

describe("a caller that goes away", () => {
  it("ends the read at CodeArts that was made for it", async () => {
    const seen: AbortSignal[] = [];
    const origin = await listen((fetch) => (url, init) => {
      if (url.includes("/v4/projects") && init.signal) seen.push(init.signal);
      return fetch(url, init);
    });
    const cookie = (await test.signIn()).cookie() ?? "";
    test.simulator.faults.add({ when: { operation: "listProjects" }, do: { kind: "hang" } });
    const leaving = new AbortController();
    const left = fetch(`${origin}/api/projects`, { headers: { cookie }, signal: leaving.signal });
    await until(() => seen.length > 0);
    leaving.abort();
    await expect(left).rejects.toThrow(/abort/i);
    await until(() => seen.every(({ aborted }) => aborted));
    expect(seen.length).toBeGreaterThan(0);
  });

  it("ends its event stream, which is counted while it is open", async () => {
    const origin = await listen();
    const cookie = (await test.signIn()).cookie() ?? "";
    const leaving = new AbortController();
    const events = await fetch(`${origin}/api/events`, { headers: { cookie }, signal: leaving.signal });
    expect(events.headers.get("content-type")).toContain("text/event-stream");
    expect(test.dependencies.metrics.toText()).toContain("gantry_event_streams 1");
    leaving.abort();
    await until(() => test.dependencies.metrics.toText().includes("gantry_event_streams 0"));
    expect(test.dependencies.metrics.toText()).toContain("gantry_event_streams 0");
  });
});

describe("a server that stops", () => {
  it("is not ready from then on, while it still lives", async () => {
    await listen();
    const browser = test.openBrowser();
    expect((await browser.request("/api/health/ready")).status).toBe(200);
    await test.app.stop();
    const response = await browser.request("/api/health/ready");
    expect(response.status).toBe(503);
    expect((await response.json()).error.code).toBe("server.stopping");
    expect((await browser.request("/api/health/live")).status).toBe(200);
  });
});

describe("what the operator reads", () => {
  it("names routes by template and operations by name, never an id, a person or a path that was made up", async () => {
    const origin = await listen();
    const browser = await test.signIn();
    const cookie = browser.cookie() ?? "";
    const [project] = test.simulator.world.projects;
    for (let index = 0; index < 50; index += 1) await fetch(`${origin}/made-up-${index}/api`, { headers: { cookie } });
    await browser.request(`/api/projects/${project?.id}/members?nothing=1`);
    await browser.request(`/api/projects/${project?.id}/members`);
    const text = await (await fetch(`${origin}/api/metrics`)).text();
    expect(text).toContain('gantry_http_requests_total{route="GET /api/projects/:projectId/members",status="200"} 1');
    expect(text).toContain('gantry_upstream_calls_total{operation="listMembers",outcome="ok"}');
    for (const hidden of [project?.id ?? "-", "made-up", "zhao.min", "127.0.0.1"]) expect(text).not.toContain(hidden);
  });
});
