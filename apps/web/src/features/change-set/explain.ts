import type { ChangeResult, OutcomeReason } from "@gantry/api-contract";
import type { Words } from "../../i18n/words.ts";
import { explainCode } from "./codes/explain-code.ts";

/** Why a change ended as it did, in a sentence; empty while it is under way. A code that is known says more than a reason. */
export function explain(result: ChangeResult, words: Words): string {
  const { upstreamCode, reason } = result;
  const code = upstreamCode === null ? null : explainCode(upstreamCode, words);
  const isRefusal = result.outcome === "failed" && reason !== "not-found";
  if (code?.isKnown === true && isRefusal) return code.happened;
  const said = reason === null ? "" : words.changes.reason[reason];
  if (result.outcome !== "conflict" || result.foundLabel === null) return said;
  return `${said} ${words.changeSet.found(result.foundLabel)}`;
}

/** What a person can do about it, by the code or else by the reason; empty where there is nothing to do or to say. */
export function sayCure(result: ChangeResult, words: Words): string {
  const { upstreamCode, reason, outcome } = result;
  if (outcome === "applied" || outcome === "unchanged") return "";
  const code = upstreamCode === null ? null : explainCode(upstreamCode, words);
  if (code?.cure !== null && code?.cure !== undefined) return code.cure;
  const cure: Partial<Record<OutcomeReason, string>> = words.changes.cure;
  return reason === null ? "" : (cure[reason] ?? "");
}
