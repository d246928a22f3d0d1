import { endpoints } from "@gantry/api-contract";
import { afterEach, describe, expect, test, vi } from "vitest";
import { api } from "./api.ts";
import { markSessionFound } from "./session-state.ts";

const refusal = () =>
  Response.json(
    { error: { code: "session.required", message: "Sign in", requestId: "r" } },
    { status: 401, headers: { "content-type": "application/json" } },
  );

/** Answers that come when the test says so, in the order of the calls. */
function holdAnswers() {
  const calls: { answer: (response: Response) => void }[] = [];
  vi.stubGlobal("fetch", () => new Promise<Response>((answer) => calls.push({ answer })));
  return calls;
}
const watch = () => api.call(endpoints.watchProjects, { body: { stream: "s".repeat(32), projectIds: [] } });

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a call that is refused for want of a session", () => {
  test("is made again where somebody has signed in while the refusal was on its way", async () => {
    const calls = holdAnswers();
    const asked = watch();
    markSessionFound();
    calls[0]?.answer(refusal());
    await expect.poll(() => calls.length).toBe(2);
    calls[1]?.answer(new Response(null, { status: 204 }));
    await expect(asked).resolves.toBeNull();
  });

  test("so is a reading that comes in lines", async () => {
    const calls = holdAnswers();
    const line = api.stream(endpoints.readOverview, { query: {} }).next();
    markSessionFound();
    calls[0]?.answer(refusal());
    await expect.poll(() => calls.length).toBe(2);
    calls[1]?.answer(new Response(""));
    await expect(line).resolves.toMatchObject({ done: true });
  });

  test("fails where nobody has, and is not sent twice", async () => {
    const calls = holdAnswers();
    const asked = watch();
    calls[0]?.answer(refusal());
    await expect(asked).rejects.toMatchObject({ code: "session.required" });
    expect(calls).toHaveLength(1);
  });
});
