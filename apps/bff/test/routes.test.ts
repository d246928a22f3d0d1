import { errorBodySchema } from "@gantry/api-contract";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everyEndpoint } from "./example-calls.ts";
import { createTestApp, TEST_ORIGIN, type TestApp } from "./test-app.ts";

/** What answers without a session, and why that is right. */
const PUBLIC: Readonly<Record<string, string>> = {
  signIn: "nobody has a session before it",
  readSession: "a fresh tab asks who is signed in",
  readLiveness: "the supervisor has no session",
  readReadiness: "the balancer has no session",
  readPublicShare: "a shared link is for people outside; its token is signed",
  listPublicItems: "the same link",
  readFeed: "calendars have no session; its token is signed",
};

let test: TestApp;
let cookie = "";
beforeAll(async () => {
  test = await createTestApp();
  cookie = (await test.signIn()).cookie() ?? "";
});
afterAll(() => test.close());

const guarded = everyEndpoint().filter(({ name }) => !(name in PUBLIC));

function send(path: string, init: { method: string; cookie?: string; headers?: Record<string, string> }) {
  const headers = {
    "x-gantry": "1",
    "sec-fetch-site": "same-origin",
    ...(init.cookie === undefined ? {} : { cookie: init.cookie }),
    ...init.headers,
  };
  const request = new Request(`${TEST_ORIGIN}${path}`, { method: init.method, headers });
  return test.app.fetch(request, { clientAddress: "192.0.2.1" });
}

describe("every route", () => {
  it("is bound to a handler", async () => {
    for (const { name, endpoint, path } of everyEndpoint()) {
      const response = await send(path, { method: endpoint.method });
      // Of a link that does not work, 404 is the handler's own answer.
      expect(await response.text(), name).not.toContain("route.not_found");
    }
  });

  it("is public only when it stands on the list of public ones", () => {
    const open = everyEndpoint().filter(({ endpoint }) => endpoint.access === "public");
    expect(open.map(({ name }) => name).toSorted()).toEqual(Object.keys(PUBLIC).toSorted());
  });

  it.each(guarded)("answers 401 without a live session: $name", async ({ endpoint, path }) => {
    const altered = `${cookie.slice(0, -1)}${cookie.endsWith("A") ? "B" : "A"}`;
    const dead = [
      undefined,
      "",
      altered,
      `${cookie}; ${altered}`,
      `${altered}; ${cookie}`,
      `${cookie}x`,
      cookie.toLowerCase(),
    ];
    for (const given of dead) {
      const response = await send(path, { method: endpoint.method, ...(given === undefined ? {} : { cookie: given }) });
      expect(response.status, String(given)).toBe(401);
      const body = v.parse(errorBodySchema, await response.json());
      expect(body.error.code).toBe("session.required");
      expect(response.headers.get("set-cookie")).toBeNull();
    }
  });

  it("does not let identity in by any other header", async () => {
    const value = cookie.split("=")[1] ?? "";
    for (const name of [
      "authorization",
      "x-auth-token",
      "x-user-id",
      "x-session",
      "x-forwarded-user",
      "x-original-url",
    ]) {
      const response = await send("/api/projects", { method: "GET", headers: { [name]: `Bearer ${value}` } });
      expect(response.status, name).toBe(401);
    }
  });

  it.each([
    "//api/projects",
    "/api//projects",
    "/api/projects/",
    "/API/projects",
    "/api/./x/../projects%2f",
    "/api/%70rojects/x",
    "/api/;/projects",
  ])("answers nothing at %s without a session", async (path) => {
    const response = await send(path, { method: "GET", headers: { "user-agent": "kube-probe/1.29" } });
    expect([401, 404]).toContain(response.status);
  });

  it("takes only its own methods, and says which", async () => {
    for (const { path } of everyEndpoint()) {
      const own = everyEndpoint().filter((other) => other.path === path);
      // `/change-sets/preview` has the form of `/change-sets/:id` too.
      const matching = everyEndpoint().filter(({ endpoint }) => toPattern(endpoint.path).test(path));
      const taken = new Set(matching.map(({ endpoint }) => endpoint.method as string));
      const others = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].filter((method) => !taken.has(method));
      for (const method of others) {
        const response = await send(path, { method, cookie });
        expect(response.status, `${method} ${path}`).toBe(405);
        expect(response.headers.get("allow")?.split(", ").toSorted()).toEqual(
          own.map(({ endpoint }) => endpoint.method).toSorted(),
        );
      }
    }
  });
});

describe("the OpenAPI document", () => {
  it("names every endpoint with its parameters, answer and errors", async () => {
    const response = await send("/api/openapi.json", { method: "GET" });
    const document = v.parse(openApiSchema, await response.json());
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const expected = everyEndpoint().map(
      ({ endpoint }) => `${endpoint.method} /api${endpoint.path.replaceAll(/:([A-Za-z]+)/g, "{$1}")}`,
    );
    expect(described.toSorted()).toEqual(expected.toSorted());
    for (const { endpoint } of everyEndpoint()) {
      const operation =
        document.paths[`/api${endpoint.path.replaceAll(/:([A-Za-z]+)/g, "{$1}")}`]?.[endpoint.method.toLowerCase()];
      expect(Object.keys(operation?.responses ?? {})).toContain(String(endpoint.status));
      const inPath = operation?.parameters?.filter((parameter) => parameter.in === "path").map(({ name }) => name);
      expect(inPath ?? []).toEqual([...endpoint.path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name));
    }
  });
});

const toPattern = (template: string) => new RegExp(`^/api${template.replaceAll(/:[A-Za-z]+/g, "[^/]+")}$`);

const operationSchema = v.object({
  summary: v.string(),
  responses: v.record(v.string(), v.object({ description: v.string() })),
  parameters: v.optional(v.array(v.object({ name: v.string(), in: v.string() }))),
});
const openApiSchema = v.object({
  openapi: v.literal("3.1.0"),
  paths: v.record(v.string(), v.record(v.string(), operationSchema)),
});
