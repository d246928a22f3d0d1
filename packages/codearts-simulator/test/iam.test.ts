import { describe, expect, test } from "vitest";
import { createCall, createRig, dig, signInBody, START_MS } from "./rig.ts";

const demo = { account: "gantry-demo", userName: "zhao.min", password: "demo-only" };

describe("a token", () => {
  test("comes with 201 in the header X-Subject-Token, 1,800 characters by default, and lives 24 hours", async () => {
    const { simulator } = createRig({ tokenLength: 1_800 });
    const reply = await createCall(simulator)("POST", "/v3/auth/tokens?nocatalog=true", signInBody(demo));
    expect(reply.status).toBe(201);
    expect(reply.headers.get("x-subject-token")).toHaveLength(1_800);
    expect(reply.json).toMatchObject({
      token: {
        issued_at: "2026-11-22T02:00:00.000000Z",
        expires_at: "2026-11-23T02:00:00.000000Z",
        user: { name: "zhao.min", domain: { name: "gantry-demo" } },
        project: { name: "cn-north-4" },
      },
    });
    expect(dig(reply.json, "token", "catalog")).toBeUndefined();
  });

  test("may have 32,768 characters, and no more", async () => {
    const { as } = createRig({ tokenLength: 32_768 });
    const call = await as("zhao.min");
    expect(call.token).toHaveLength(32_768);
    expect((await call("GET", "/v4/user")).status).toBe(200);
    expect(() => createRig({ tokenLength: 32_769 })).toThrow(/32768/);
  });

  test("is refused with 401 once 24 hours have passed, and when ended", async () => {
    const { as, simulator } = createRig();
    const call = await as("zhao.min");
    simulator.clock.advance(24 * 3_600_000 - 1);
    expect((await call("GET", "/v4/user")).status).toBe(200);
    simulator.clock.advance(1);
    expect(await call("GET", "/v4/user")).toMatchObject({ status: 401, json: { error_code: "APIG.0307" } });
    const next = await as("zhao.min");
    expect(simulator.expireTokens()).toBe(1);
    expect((await next("GET", "/v4/user")).status).toBe(401);
  });

  test("does not end older ones of the same user", async () => {
    const { as } = createRig();
    const first = await as("zhao.min");
    const second = await as("zhao.min");
    expect(second.token).not.toBe(first.token);
    expect((await first("GET", "/v4/user")).status).toBe(200);
  });

  test("that was never given out is refused with 401", async () => {
    const { simulator } = createRig();
    const call = createCall(simulator, "x".repeat(64));
    expect(await call("GET", "/v4/user")).toMatchObject({ status: 401, json: { error_code: "APIG.0301" } });
  });
});

describe("a sign-in", () => {
  test("with a wrong password or user answers 401 in Keystone's form", async () => {
    const call = createCall(createRig().simulator);
    for (const wrong of [
      { ...demo, password: "no" },
      { ...demo, userName: "nobody" },
      { ...demo, account: "orchard-works" },
    ]) {
      const reply = await call("POST", "/v3/auth/tokens", signInBody(wrong));
      expect(reply.status).toBe(401);
      expect(reply.json).toEqual({
        error: { code: 401, message: "The username or password is wrong.", title: "Unauthorized" },
      });
    }
  });

  test("is locked after five failures in 15 minutes, even with the right password, and free again later", async () => {
    const { simulator } = createRig();
    const call = createCall(simulator);
    for (let failure = 0; failure < 5; failure += 1)
      expect((await call("POST", "/v3/auth/tokens", signInBody({ ...demo, password: "no" }))).status).toBe(401);
    expect((await call("POST", "/v3/auth/tokens", signInBody(demo))).status).toBe(403);
    simulator.clock.advance(15 * 60_000);
    expect((await call("POST", "/v3/auth/tokens", signInBody(demo))).status).toBe(201);
  });

  test("with a body of another form answers 400", async () => {
    const call = createCall(createRig().simulator);
    expect((await call("POST", "/v3/auth/tokens", { auth: {} })).status).toBe(400);
  });
});

test("the clock starts at the given instant", () => {
  expect(createRig().simulator.clock.now()).toBe(START_MS);
});
