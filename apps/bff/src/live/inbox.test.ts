import { expect, test } from "vitest";
import { createInbox } from "./inbox.ts";

test("a slow reader gets the newest of each topic, and memory does not grow", async () => {
  const inbox = createInbox<string>();
  for (let step = 0; step < 1000; step += 1) inbox.put("a", `a${step}`);
  inbox.put("b", "b0");
  inbox.close("end");
  expect([await inbox.next(), await inbox.next(), await inbox.next(), await inbox.next()]).toEqual([
    "a999",
    "b0",
    "end",
    undefined,
  ]);
});

test("a reader that waits is woken by what comes", async () => {
  const inbox = createInbox<string>();
  const next = inbox.next();
  inbox.put("a", "news");
  expect(await next).toBe("news");
});

test("closing ends a reader that waits, and takes nothing more in", async () => {
  const inbox = createInbox<string>();
  const next = inbox.next();
  inbox.close();
  inbox.put("a", "late");
  expect(await next).toBeUndefined();
  expect(await inbox.next()).toBeUndefined();
});
