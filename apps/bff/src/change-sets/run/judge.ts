import { isSameFieldValue, type FieldValue } from "@gantry/api-contract";
import type { Verdict } from "../ledger/records.ts";

/** Sends whose effect was in doubt and read back as not applied, before a change counts as failed. */
export const MAX_DOUBTS = 3;

/** What a field holds upstream, with its name for people; `missing` = the item cannot be found. */
export type Found = { kind: "value"; value: FieldValue; label: string | null } | { kind: "missing" };

/** What the answer to a write said of one item. */
export type Answer =
  /** Named as done. Not believed until it is read back. */
  | { kind: "accepted" }
  /** Named as failed, or the whole call refused by the service. */
  | { kind: "refused"; code: string | null; message: string | null }
  /** No answer, or one that tells nothing: the work may have been done. */
  | { kind: "doubt"; code: string | null; message: string | null };

/** What is to be done with a change: settle it, send it (again), or look once more. */
export type Judgement = { next: "settle"; verdict: Verdict } | { next: "send" } | { next: "look-again" };

type Change = { from: FieldValue; to: FieldValue };

/**
 * Before a send: only a field that still holds what the person saw is written (compare and set).
 * @param options.maybeSent an earlier send may have been carried out, so finding the wanted value means that it was
 */
export function judgeBeforeSend(change: Change, options: { found: Found; maybeSent: boolean }): Judgement {
  const { found } = options;
  if (found.kind === "missing") return settle({ outcome: "failed", reason: "not-found" });
  if (isSameFieldValue(found.value, change.to)) {
    if (options.maybeSent) return settle({ outcome: "applied", reason: "read-back-confirmed" });
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
  if (answer.kind === "accepted") return {};
  return { upstreamCode: answer.code, upstreamMessage: answer.message };
}

function settle(verdict: Verdict): Judgement {
  return { next: "settle", verdict };
}

function settleConflict(foundLabel: string | null): Judgement {
  return settle({ outcome: "conflict", reason: "changed-meanwhile", foundLabel });
}
