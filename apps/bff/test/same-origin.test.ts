import { endpoints } from "@gantry/api-contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everyEndpoint } from "./example-calls.ts";
import { createTestApp, TEST_ORIGIN, type TestApp } from "./test-app.ts";

let test: TestApp;
let cookie = "";
beforeAll(async () => {
  test = await createTestApp();
  cookie = (await test.signIn()).cookie() ?? "";
});
afterAll(() => test.close());

const writing = everyEndpoint().filter(({ endpoint }) => endpoint.method !== "GET");

/** Requests that a browser can be made to send from somewhere else, or that leave out one half of the proof. */
const FORGED: readonly { how: string; headers: Record<string, string> }[] = [
  { how: "no header at all", headers: {} },
  { how: "our header alone", headers: { "x-gantry": "1" } },
  { how: "same-origin without our header", headers: { "sec-fetch-site": "same-origin" } },
  { how: "our Origin without our header", headers: { origin: TEST_ORIGIN } },
  { how: "a wrong value of our header", headers: { "x-gantry": "true", "sec-fetch-site": "same-origin" } },
  { how: "another site", headers: { "x-gantry": "1", "sec-fetch-site": "cross-site", origin: "https://evil.example" } },
  {
    how: "another port of this host",
    headers: { "x-gantry": "1", "sec-fetch-site": "same-site", origin: "http://localhost:4601" },
  },
  {
    how: "a subdomain",
    headers: { "x-gantry": "1", "sec-fetch-site": "same-site", origin: "http://evil.localhost:4600" },
  },
  { how: "the address bar", headers: { "x-gantry": "1", "sec-fetch-site": "none" } },
  {
    how: "a foreign site with our Origin",
    headers: { "x-gantry": "1", "sec-fetch-site": "cross-site", origin: TEST_ORIGIN },
  },
  { how: "an old browser from another port", headers: { "x-gantry": "1", origin: "http://localhost:4601" } },
  { how: "an old browser from https", headers: { "x-gantry": "1", origin: "https://localhost:4600" } },
  { how: "an opaque origin", headers: { "x-gantry": "1", origin: "null" } },
  { how: "an Origin that begins like ours", headers: { "x-gantry": "1", origin: `${TEST_ORIGIN}.evil.example` } },
  { how: "a Referer instead of an Origin", headers: { "x-gantry": "1", referer: `${TEST_ORIGIN}/` } },
  { how: "a method override", headers: { "x-http-method-override": "GET", "sec-fetch-site": "same-origin" } },
];
const TYPES = ["application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""];

function send(path: string, init: { method: string; headers: Record<string, string>; origin?: string }) {
  const request = new Request(`${init.origin ?? TEST_ORIGIN}${path}`, {
    method: init.method,
    headers: { cookie, ...init.headers },
    body: "{}",
  });
  return test.app.fetch(request, { clientAddress: "192.0.2.1" });
}

describe("a request that changes something", () => {
  it.each(FORGED)("is refused before anything else when it comes with $how", async ({ headers }) => {
    const callsBefore = test.simulator.ledger.received().length;
    for (const { endpoint, path, name } of writing) {
      for (const type of TYPES) {
        const response = await send(path, { method: endpoint.method, headers: { ...headers, "content-type": type } });
        expect(response.status, `${name} as ${type}`).toBe(403);
        expect(await response.json()).toMatchObject({ error: { code: "request.not_same_origin" } });
      }
    }
    expect(test.simulator.ledger.received().length).toBe(callsBefore);
    const still = await test.app.fetch(new Request(`${TEST_ORIGIN}/api/session`, { headers: { cookie } }), {
      clientAddress: "192.0.2.1",
    });
    expect((await still.json()).session).not.toBeNull();
  });

  it("is refused under a foreign name that points to this machine", async () => {
    const headers = { "x-gantry": "1", "sec-fetch-site": "same-origin" };
    const response = await send("/api/session", { method: "DELETE", headers, origin: "http://evil.example:4600" });
    expect(response.status).toBe(403);
  });

  it.each([{ "sec-fetch-site": "same-origin" }, { origin: TEST_ORIGIN }])(
    "passes the guard from our own page: %o",
    async (headers) => {
      const path = `/api${endpoints.signIn.path}`;
      const response = await send(path, { method: "POST", headers: { "x-gantry": "1", ...headers } });
      expect(response.status).toBe(400);
    },
  );
});
