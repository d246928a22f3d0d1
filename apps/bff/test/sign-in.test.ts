import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase } from "./stores/test-database.ts";
import { createTestApp, firstCredentials, type TestApp, type TestBrowser } from "./test-app.ts";

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp();
});
afterEach(() => test.close());

const tries = () => test.simulator.ledger.calls("issueToken");
const right = () => firstCredentials(test.simulator);
const wrong = () => ({ ...right(), password: "not this one" });
const signIn = (browser: TestBrowser, json: unknown) => browser.request("/api/session", { method: "POST", json });
const whoIs = async (browser: TestBrowser, cookie = browser.cookie() ?? "") =>
  (await (await browser.request("/api/session", { headers: { cookie } })).json()).session;

describe("signing in", () => {
  it("sets one cookie that scripts cannot read, that stays on this host and goes to nobody else", async () => {
    const response = await signIn(test.openBrowser(), right());
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-gantry=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
    ]);
    expect((await response.json()).session).toMatchObject({ userName: right().userName, account: right().account });
  });

  it("asks IAM once, and says no more than that something was wrong", async () => {
    const browser = test.openBrowser();
    const response = await signIn(browser, wrong());
    expect(response.status).toBe(401);
    const { error } = await response.json();
    expect(error).toMatchObject({ code: "session.wrong_credentials" });
    const unknown = await (await signIn(browser, { ...right(), userName: "nobody" })).json();
    expect(unknown.error.message).toBe(error.message);
    expect(tries()).toBe(2);
    expect(browser.cookie()).toBeNull();
  });

  it("lets five tries for a user reach IAM in a quarter of an hour, and says when the next may", async () => {
    for (let count = 0; count < 5; count += 1) expect((await signIn(test.openBrowser(), wrong())).status).toBe(401);
    for (const credentials of [wrong(), right()]) {
      const response = await signIn(test.openBrowser({ clientAddress: "198.51.100.7" }), credentials);
      expect(response.status).toBe(429);
      expect(Number(response.headers.get("retry-after"))).toBe(15 * 60);
    }
    expect(tries()).toBe(5);
    test.clock.advanceBy(15 * 60_000);
    expect((await signIn(test.openBrowser(), right())).status).toBe(200);
  });

  it("lets twenty tries of one address a minute reach IAM, whatever address it claims to have", async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 25; count += 1) {
      const browser = test.openBrowser({ clientAddress: "203.0.113.9" });
      const response = await browser.request("/api/session", {
        method: "POST",
        json: { ...wrong(), userName: `user-${count}` },
        headers: { "x-forwarded-for": `10.0.0.${count}`, forwarded: `for=10.0.0.${count}`, "x-real-ip": "10.0.0.1" },
      });
      statuses.push(response.status);
    }
    expect(statuses).toEqual([...Array(20).fill(401), ...Array(5).fill(429)]);
    expect(tries()).toBe(20);
    expect((await signIn(test.openBrowser({ clientAddress: "203.0.113.10" }), right())).status).toBe(200);
  });

  it("counts tries that came at the same moment", async () => {
    const responses = await Promise.all(Array.from({ length: 12 }, () => signIn(test.openBrowser(), wrong())));
    expect(responses.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(tries()).toBe(5);
  });

  it("forgets wrong tries when the password was right at last", async () => {
    for (let count = 0; count < 4; count += 1) await signIn(test.openBrowser(), wrong());
    expect((await signIn(test.openBrowser(), right())).status).toBe(200);
    for (let count = 0; count < 4; count += 1) expect((await signIn(test.openBrowser(), wrong())).status).toBe(401);
  });

  it.each([
    ["an HTML page", { kind: "html", status: 502 }],
    ["a 500", { kind: "status", status: 500, body: "" }],
    ["a broken connection", { kind: "reset-before-work" }],
    ["an empty answer", { kind: "empty-body" }],
  ] as const)(
    "tells an IAM that fails with %s from a wrong password, and does not count the try",
    async (_name, fault) => {
      const handle = test.simulator.faults.add({ when: { operation: "issueToken" }, do: fault });
      for (let count = 0; count < 7; count += 1) {
        const response = await signIn(test.openBrowser(), right());
        expect(response.status).toBe(503);
        expect((await response.json()).error.code).toBe("session.sign_in_unavailable");
      }
      expect(tries()).toBe(7);
      handle.remove();
      expect((await signIn(test.openBrowser(), right())).status).toBe(200);
    },
  );

  it("works while CodeArts is down, without what CodeArts calls the person", async () => {
    test.simulator.faults.add({ when: { operation: "showCurrentUser" }, do: { kind: "html", status: 502 } });
    const response = await signIn(test.openBrowser(), right());
    expect((await response.json()).session).toMatchObject({ displayName: right().userName, userNumericId: null });
  });

  it("names each bad field and its limit, and repeats nothing of it", async () => {
    const response = await signIn(test.openBrowser(), {
      account: "",
      userName: "x".repeat(65),
      password: 7,
      extra: "hidden-thing",
    });
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(
      JSON.parse(text)
        .error.details.issues.map(({ path }: { path: string }) => path)
        .toSorted(),
    ).toEqual(["account", "extra", "password", "userName"]);
    expect(text).not.toMatch(/hidden-thing|xxxx/);
    expect(tries()).toBe(0);
  });

  it("takes no more than 4 KB", async () => {
    const response = await signIn(test.openBrowser(), { ...right(), password: "p".repeat(5000) });
    expect(response.status).toBe(413);
  });
});

describe("a session", () => {
  it("gets a new id at every sign-in, and the one before ends with it", async () => {
    const browser = await test.signIn();
    const before = browser.cookie() ?? "";
    await signIn(browser, right());
    expect(browser.cookie()).not.toBe(before);
    expect(await whoIs(browser, before)).toBeNull();
    expect(await whoIs(browser)).not.toBeNull();
  });

  it("is never opened by a cookie that was planted before the sign-in", async () => {
    const browser = test.openBrowser();
    const planted = `__Host-gantry=${"A".repeat(43)}`;
    const headers = { cookie: planted };
    const response = await browser.request("/api/session", { method: "POST", json: right(), headers });
    expect(response.headers.get("set-cookie")).not.toContain(planted);
    expect(await whoIs(browser, planted)).toBeNull();
  });

  it("ends at once with the sign-out, for every request and for whoever listens", async () => {
    const browser = await test.signIn();
    const before = browser.cookie() ?? "";
    const ended: string[] = [];
    test.dependencies.bus.subscribe((event) => void ended.push(event.type));
    const response = await browser.request("/api/session", { method: "DELETE" });
    expect(response.status).toBe(204);
    expect(response.headers.get("set-cookie")).toContain("Max-Age=0");
    expect(browser.cookie()).toBeNull();
    expect(ended).toEqual(["session-ended"]);
    expect((await browser.request("/api/projects", { headers: { cookie: before } })).status).toBe(401);
  });

  it("ends with its time, also for whoever only listens", async () => {
    const browser = await test.signIn();
    const ended: string[] = [];
    test.dependencies.bus.subscribe((event) => void ended.push(event.type));
    test.clock.advanceBy(12 * 60 * 60_000);
    await expect.poll(() => ended).toEqual(["session-ended"]);
    expect((await browser.request("/api/projects")).status).toBe(401);
  });

  it("ends when CodeArts no longer takes its token, without a second try", async () => {
    const browser = await test.signIn();
    test.simulator.expireTokens();
    const callsBefore = test.simulator.ledger.calls("listProjects");
    const response = await browser.request("/api/projects");
    expect(response.status).toBe(401);
    expect((await response.json()).error.code).toBe("session.required");
    expect(test.simulator.ledger.calls("listProjects") - callsBefore).toBeLessThanOrEqual(1);
    expect(await whoIs(browser)).toBeNull();
    expect(tries()).toBe(1);
  });

  it("does not end because CodeArts fails for a while", async () => {
    const browser = await test.signIn();
    for (const kind of ["busy-before-work", "called-too-often", "too-many-requests", "reset-before-work"] as const) {
      const handle = test.simulator.faults.add({ do: { kind } });
      expect((await browser.request("/api/projects")).status, kind).not.toBe(401);
      handle.remove();
    }
    expect((await browser.request("/api/projects")).status).toBe(200);
  });
});

describe("over a restart", () => {
  it("sessions go on, and so do the limits", async () => {
    const database = await createTestDatabase();
    const clock = test.clock;
    const before = await createTestApp({ store: await database.open(), clock });
    const browser = await before.signIn();
    for (let count = 0; count < 5; count += 1) {
      await signIn(before.openBrowser(), { ...right(), userName: "guo.jing", password: "no" });
    }
    await before.close();
    await before.dependencies.store.close();

    const after = await createTestApp({ store: await database.open(), clock });
    expect(await whoIs(after.openBrowser(), browser.cookie() ?? "")).toMatchObject({ userName: right().userName });
    const refused = await signIn(after.openBrowser(), { ...right(), userName: "guo.jing", password: "no" });
    expect(refused.status).toBe(429);
    expect(after.simulator.ledger.calls("issueToken")).toBe(0);
    await after.close();
    await after.dependencies.store.close();
    await database.remove();
  });
});
