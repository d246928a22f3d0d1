import { isSameFieldValue, type FieldValue } from "@gantry/api-contract";
import type { Verdict } from "../ledger/records.ts";

/** Sends whose effect was in doubt and read back as not applied, before a change counts as failed. */
export const MAX_DOUBTS = 3;

/** CodeArts' own words for a refusal. */
export type Said = { code: string | null; message: string | null };

/** What a field holds upstream. */
export type Found =
  | { kind: "value"; value: FieldValue; label: string | null }
  /** CodeArts says that there is no such item. */
  | { kind: "missing" }
  /** Nobody knows; with a refusal, asking again does not help. */
  | { kind: "unreadable"; refusal: Said | null };

/** What the answer to a write said of one item. */
export type Answer =
  /** Named as done. Not believed until it is read back. */
  | { kind: "accepted" }
  /** Named as failed, or the whole call refused by the service. */
  | ({ kind: "refused" } & Said)
  /** No answer, or one that tells nothing: the work may have been done. */
  | ({ kind: "doubt" } & Said);

/** What is to be done with a change: settle it, send it (again), or look once more. */
export type Judgement = { next: "settle"; verdict: Verdict } | { next: "send" } | { next: "look-again" };

/** For what ended the process each time that it was sent: read back as not applied, or not read any more. */
export const CRASHED = {
  notApplied: { outcome: "failed", reason: "crashed" },
  unread: { outcome: "unknown", reason: "crashed" },
} as const satisfies Record<string, Verdict>;

type Change = { from: FieldValue; to: FieldValue };

/**
 * Before a send: only a field that still holds what the person saw is written (compare and set).
 * @param options.maybeSent an earlier send may have been carried out, so finding the wanted value means that it was
 */
export function judgeBeforeSend(change: Change, options: { found: Found; maybeSent: boolean }): Judgement {
  const { found, maybeSent } = options;
  if (found.kind === "unreadable") {
    if (found.refusal === null) return { next: "look-again" };
    return settle({ outcome: maybeSent ? "unknown" : "failed", reason: "refused", ...inWords(found.refusal) });
  }
  if (found.kind === "missing") return settle({ outcome: maybeSent ? "unknown" : "failed", reason: "not-found" });
  if (isSameFieldValue(found.value, change.to)) {
    if (maybeSent) return settle({ outcome: "applied", reason: "read-back-confirmed" });
    return settle({ outcome: "unchanged", reason: "already-so" });
  }
  if (!isSameFieldValue(found.value, change.from)) return settleConflict(found.label);
  return { next: "send" };
}

/**
 * After a send: what the item says on reading back is the outcome, whatever the answer said.
 * @param options.isLastLook no later read is to come: a read may be older than the write, so one look proves nothing
 * @param options.doubts sends since the person last asked that ended in doubt, this one not counted
 */
export function judgeAfterSend(
  change: Change,
  options: { found: Found; answer: Answer; isLastLook: boolean; doubts: number },
): Judgement {
  const { found, answer } = options;
  if (found.kind === "value" && isSameFieldValue(found.value, change.to)) {
    return settle({ outcome: "applied", reason: "read-back-confirmed" });
  }
  if (found.kind === "unreadable") {
    const isHopeless = found.refusal !== null || options.isLastLook;
    return isHopeless ? settle(judgeUnreadable(answer)) : { next: "look-again" };
  }
  const isUntouched = found.kind === "value" && isSameFieldValue(found.value, change.from);
  if (answer.kind === "refused" && (isUntouched || found.kind === "missing")) {
    return settle({ outcome: "failed", reason: isUntouched ? "refused" : "not-found", ...said(answer) });
  }
  if (!options.isLastLook) return { next: "look-again" };
  if (found.kind === "missing") return settle({ outcome: "unknown", reason: "not-found", ...said(answer) });
  if (!isUntouched) return settleConflict(found.label);
  if (answer.kind === "doubt" && options.doubts + 1 < MAX_DOUBTS) return { next: "send" };
  return settle({ outcome: "failed", reason: "not-applied", ...said(answer) });
}

/** When no read comes through: the change was sent and nobody can say what became of it. */
export function judgeUnreadable(answer: Answer): Verdict {
  if (answer.kind === "refused") return { outcome: "failed", reason: "refused", ...said(answer) };
  return {
    outcome: "unknown",
    reason: answer.kind === "doubt" ? "answer-lost" : "read-back-failed",
    ...said(answer),
  };
}

function said(answer: Answer): Pick<Verdict, "upstreamCode" | "upstreamMessage"> {
  return answer.kind === "accepted" ? {} : inWords(answer);
}

function inWords({ code, message }: Said): Pick<Verdict, "upstreamCode" | "upstreamMessage"> {
  return { upstreamCode: code, upstreamMessage: message };
}

function settle(verdict: Verdict): Judgement {
  return { next: "settle", verdict };
}

function settleConflict(foundLabel: string | null): Judgement {
  return settle({ outcome: "conflict", reason: "changed-meanwhile", foundLabel });
}
