import { describe, expect, test } from "vitest";
import { judgeAfterSend, judgeBeforeSend, judgeUnreadable, MAX_DOUBTS, type Answer, type Found } from "./judge.ts";

const change = { from: "old", to: "new" };
const holds = (value: string | null): Found => ({ kind: "value", value, label: value });
const missing: Found = { kind: "missing" };
const accepted: Answer = { kind: "accepted" };
const refused: Answer = { kind: "refused", code: "PM.02303005", message: "No permission" };
const doubt: Answer = { kind: "doubt", code: "PM.02175000", message: "System busy" };

const after = (found: Found, answer: Answer, options: { isLastLook?: boolean; doubts?: number } = {}) =>
  judgeAfterSend(change, { found, answer, isLastLook: options.isLastLook ?? true, doubts: options.doubts ?? 0 });
const outcomeOf = (judgement: ReturnType<typeof after>) =>
  judgement.next === "settle" ? `${judgement.verdict.outcome}/${judgement.verdict.reason}` : judgement.next;

describe("before a send", () => {
  const before = (found: Found, maybeSent = false) => outcomeOf(judgeBeforeSend(change, { found, maybeSent }));

  test("a field that still holds what was seen is sent", () => expect(before(holds("old"))).toBe("send"));
  test("a field that already holds the wanted value is left as it is", () =>
    expect(before(holds("new"))).toBe("unchanged/already-so"));
  test("a field that somebody changed meanwhile is left to them", () =>
    expect(before(holds("theirs"))).toBe("conflict/changed-meanwhile"));
  test("an item that is gone is not written", () => expect(before(missing)).toBe("failed/not-found"));
  test("an item that cannot be read is not written", () => {
    expect(before({ kind: "unreadable", refusal: null })).toBe("look-again");
    expect(before({ kind: "unreadable", refusal: { code: "PM.00000014", message: null } })).toBe("failed/refused");
    expect(before({ kind: "unreadable", refusal: { code: "PM.00000014", message: null } }, true)).toBe(
      "unknown/refused",
    );
  });
  test("a wanted value found after a send in doubt is the work of that send", () =>
    expect(before(holds("new"), true)).toBe("applied/read-back-confirmed"));
});

describe("after a send", () => {
  test("the wanted value is the outcome, whatever the answer said", () => {
    for (const answer of [accepted, refused, doubt]) {
      expect(outcomeOf(after(holds("new"), answer))).toBe("applied/read-back-confirmed");
    }
  });

  test("success that changed nothing is looked at again, and is not applied in the end", () => {
    expect(outcomeOf(after(holds("old"), accepted, { isLastLook: false }))).toBe("look-again");
    expect(outcomeOf(after(holds("old"), accepted))).toBe("failed/not-applied");
  });

  test("a refusal that reads back as untouched fails at once, with CodeArts' own code and words", () => {
    expect(after(holds("old"), refused, { isLastLook: false })).toEqual({
      next: "settle",
      verdict: { outcome: "failed", reason: "refused", upstreamCode: "PM.02303005", upstreamMessage: "No permission" },
    });
  });

  test("a doubt is sent again only after the last look says that nothing was applied", () => {
    expect(outcomeOf(after(holds("old"), doubt, { isLastLook: false }))).toBe("look-again");
    expect(outcomeOf(after(holds("old"), doubt))).toBe("send");
  });

  test("a doubt that never ends is a failure after the last try", () =>
    expect(outcomeOf(after(holds("old"), doubt, { doubts: MAX_DOUBTS - 1 }))).toBe("failed/not-applied"));

  test("a third value is somebody's edit, and is never sent over", () => {
    for (const answer of [accepted, refused, doubt]) {
      expect(outcomeOf(after(holds("theirs"), answer))).toBe("conflict/changed-meanwhile");
    }
  });

  test("an item that cannot be found any more is unknown, never applied", () =>
    expect(outcomeOf(after(missing, accepted))).toBe("unknown/not-found"));

  test("an item that cannot be read is looked at again, and is unknown in the end", () => {
    const unread: Found = { kind: "unreadable", refusal: null };
    expect(outcomeOf(after(unread, accepted, { isLastLook: false }))).toBe("look-again");
    expect(outcomeOf(after(unread, accepted))).toBe("unknown/read-back-failed");
  });

  test("what cannot be read back is unknown, unless the service refused it", () => {
    expect(judgeUnreadable(doubt)).toMatchObject({ outcome: "unknown", reason: "answer-lost" });
    expect(judgeUnreadable(accepted)).toMatchObject({ outcome: "unknown", reason: "read-back-failed" });
    expect(judgeUnreadable(refused)).toMatchObject({ outcome: "failed", reason: "refused" });
  });
});
