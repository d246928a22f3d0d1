import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { endpoints } from "@gantry/api-contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SECURITY_HEADERS } from "../src/http/security-headers.ts";
import { createTestApp, type TestApp, type TestBrowser } from "./test-app.ts";

let test: TestApp;
let browser: TestBrowser;
let plan = { projectId: "", planId: "" };
beforeAll(async () => {
  test = await createTestApp();
  browser = await test.signIn();
  const { items: projects } = await (await browser.request("/api/projects")).json();
  for (const project of projects) {
    const { items } = await (await browser.request(`/api/projects/${project.id}/plans`)).json();
    if (items.length > 0) plan = { projectId: project.id, planId: items[0].id };
  }
});
afterAll(() => test.close());

const itemsPath = () => `/api/projects/${plan.projectId}/plans/${plan.planId}/items`;

describe("a JSON answer", () => {
  it("is sent once: the same content asked for by its tag gives 304 and no body", async () => {
    const first = await browser.request("/api/projects");
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^W\/"[\w-]+"$/);
    for (const given of [tag, `"other", ${tag}`, tag.slice(2)]) {
      const again = await browser.request("/api/projects", { headers: { "if-none-match": given } });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe("");
      expect(again.headers.get("etag")).toBe(tag);
    }
    expect((await browser.request("/api/projects", { headers: { "if-none-match": 'W/"other"' } })).status).toBe(200);
  });

  it("is kept by no cache, and tells caches that it depends on the session", async () => {
    for (const path of ["/api/projects", "/api/session", "/api/nothing"]) {
      expect((await browser.request(path)).headers.get("cache-control")).toBe("no-store");
    }
    expect((await browser.request("/api/projects")).headers.get("vary")).toContain("Cookie");
  });

  it.each([
    ["br", "br, gzip", brotliDecompressSync],
    ["gzip", "gzip, deflate", gunzipSync],
    ["gzip", "br;q=0, gzip", gunzipSync],
  ] as const)("is compressed as %s for a caller that takes %s", async (encoding, accepted, unpack) => {
    const plain = await browser.request(itemsPath(), { headers: { "accept-encoding": "identity" } });
    const packed = await browser.request(itemsPath(), { headers: { "accept-encoding": accepted } });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(packed.headers.get("content-encoding")).toBe(encoding);
    const [text, bytes] = [await plain.text(), Buffer.from(await packed.arrayBuffer())];
    expect(bytes.length).toBeLessThan(text.length / 3);
    expect(JSON.parse(unpack(bytes).toString()).items).toEqual(JSON.parse(text).items);
  });
});

describe("an answer in JSON lines", () => {
  it.each(["identity", "gzip"])("arrives line by line, ended by its last: %s", async (accepted) => {
    const response = await browser.request("/api/overview", { headers: { "accept-encoding": accepted } });
    expect(response.headers.get("content-type")).toContain("application/x-ndjson");
    const chunks: Uint8Array[] = [];
    for await (const chunk of response.body ?? []) chunks.push(chunk);
    expect(chunks.length).toBeGreaterThan(2);
    const bytes = Buffer.concat(chunks);
    const lines = (accepted === "gzip" ? gunzipSync(bytes) : bytes).toString().trim().split("\n");
    const types = lines.map((line) => JSON.parse(line).type);
    expect(types[0]).toBe("projects");
    expect(types.at(-1)).toBe("end");
  });
});

describe("a request that does not fit", () => {
  const issuesOf = async (response: Response) => {
    expect(response.status).toBe(400);
    return (await response.json()).error.details.issues;
  };
  const post = (init: RequestInit) => browser.request("/api/change-sets/preview", { method: "POST", ...init });

  it("names the path parameter and what it may be", async () => {
    const issues = await issuesOf(await browser.request("/api/projects/short/members"));
    expect(issues).toEqual([{ path: "projectId", message: "Expected 32 letters or digits" }]);
  });

  it("names query parameters that are unknown, doubled, or beyond their limit", async () => {
    const path = `/api/projects/${plan.projectId}/plans?page=0&page=1&pageSize=999&colour=red`;
    const issues = await issuesOf(await browser.request(path));
    expect(issues.map(({ path: name }: { path: string }) => name).toSorted()).toEqual(["colour", "page", "pageSize"]);
    expect(issues.find(({ path: name }: { path: string }) => name === "pageSize").message).toContain("200");
  });

  it.each([
    ["no JSON", { body: "{", headers: { "content-type": "application/json" } }, "body"],
    ["another type", { body: "{}", headers: { "content-type": "text/plain" } }, "Content-Type"],
    [
      "text that is no UTF-8",
      { body: new Uint8Array([0xff, 0xfe]), headers: { "content-type": "application/json" } },
      "body",
    ],
    [
      "nesting without end",
      { body: `${"[".repeat(500)}${"]".repeat(500)}`, headers: { "content-type": "application/json" } },
      "body",
    ],
  ])("is refused for %s", async (_name, init, path) => {
    expect((await issuesOf(await post(init)))[0].path).toBe(path);
  });

  it("names unknown fields, and no prototype is touched", async () => {
    const body = `{"kind":"link","projectId":"${plan.projectId}","planId":"${plan.planId}","itemIds":["1"],"__proto__":{"polluted":1},"role":"admin"}`;
    const issues = await issuesOf(await post({ body, headers: { "content-type": "application/json" } }));
    expect(issues.map(({ path }: { path: string }) => path)).toEqual(["__proto__"]);
    expect("polluted" in {}).toBe(false);
  });

  it("is refused for a body where none is expected", async () => {
    const response = await browser.request("/api/session", { method: "DELETE", body: "x" });
    expect((await issuesOf(response))[0].path).toBe("body");
  });

  it("is refused when its address is longer than any of ours", async () => {
    expect((await browser.request(`/api/projects/${plan.projectId}/plans?search=${"x".repeat(5000)}`)).status).toBe(
      413,
    );
  });

  it("is cut off at the limit of its endpoint, whatever length it announced", async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const init = { method: "POST", body: endless, duplex: "half", headers: { "content-type": "application/json" } };
    const response = await browser.request("/api/session", init as RequestInit);
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(10);
  });

  it("asks for an Idempotency-Key where one is needed", async () => {
    const issues = await issuesOf(await browser.request("/api/change-sets", { method: "POST", json: {} }));
    expect(issues[0].path).toBe("Idempotency-Key");
  });
});

describe("security headers", () => {
  it("go with every answer, whatever its status", async () => {
    const statuses = new Map<number, Response>();
    const note = async (response: Promise<Response>) => {
      const answer = await response;
      statuses.set(answer.status, answer);
      return answer;
    };
    const { headers } = await note(browser.request("/api/projects"));
    await note(browser.request("/api/projects", { headers: { "if-none-match": headers.get("etag") ?? "" } }));
    await note(browser.request("/api/projects/x/members"));
    await note(test.openBrowser().request("/api/projects"));
    await note(browser.request("/api/session", { method: "DELETE", headers: { "x-gantry": "0" } }));
    await note(browser.request("/api/nothing"));
    await note(browser.request("/api/projects", { method: "PUT" }));
    await note(browser.request("/api/session", { method: "POST", json: { password: "p".repeat(5000) } }));
    const faults = test.simulator.faults.add({
      when: { operation: "listProjects" },
      do: { kind: "html", status: 200 },
    });
    await note(browser.request("/api/projects"));
    faults.remove();
    await note((await test.signIn()).request("/api/session", { method: "DELETE" }));
    expect(new Set(statuses.keys())).toEqual(new Set([200, 204, 304, 400, 401, 403, 404, 405, 413, 502]));
    for (const [status, response] of statuses) {
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
        expect(response.headers.get(name), `${name} of a ${status}`).toBe(value);
      }
      expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  it("allow nothing inline, nothing foreign and no frame", () => {
    const policy = SECURITY_HEADERS["content-security-policy"];
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    for (const directive of [
      "default-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "require-trusted-types-for 'script'",
      "trusted-types gantry-worker",
      "worker-src 'self'",
    ]) {
      expect(policy.split("; ")).toContain(directive);
    }
    expect(Number(/max-age=(\d+)/.exec(SECURITY_HEADERS["strict-transport-security"])?.[1])).toBeGreaterThanOrEqual(
      31_536_000,
    );
  });
});

describe("a fault that nobody foresaw", () => {
  it("answers a bare 500 with a request id; the log has the place, nobody has the message", async () => {
    const { sessions } = test.dependencies;
    const find = sessions.find;
    sessions.find = () => Promise.reject(new Error("the secret is 42"));
    const response = await browser.request(`/api${endpoints.listProjects.path}`);
    sessions.find = find;
    const text = await response.text();
    expect(response.status).toBe(500);
    const { error } = JSON.parse(text);
    expect(Object.keys(error)).toEqual(["code", "message", "requestId"]);
    const line = test.logLines.find(({ fields }) => fields.requestId === error.requestId && fields.stack !== undefined);
    expect(line?.fields.stack).toContain("answers.test.ts");
    expect(text + JSON.stringify(test.logLines)).not.toContain("secret is 42");
  });
});
