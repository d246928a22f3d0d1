import type { ChangeSet, Outcome } from "@gantry/api-contract";
import type { IconName } from "../icons/icons.ts";

/** Outcomes in the order in which they need a look: the worst first. */
export const OUTCOMES = [
  "failed",
  "conflict",
  "unknown",
  "sending",
  "queued",
  "cancelled",
  "applied",
  "unchanged",
] as const satisfies readonly Outcome[];

export const outcomeIcons = {
  failed: "outcome-failed",
  conflict: "outcome-conflict",
  unknown: "outcome-unknown",
  sending: "outcome-sending",
  queued: "outcome-queued",
  cancelled: "outcome-cancelled",
  applied: "outcome-applied",
  unchanged: "outcome-unchanged",
} as const satisfies Record<Outcome, IconName>;

/** Text colour: red for failed and nothing else, amber for what wants a look. */
export const outcomeTones: Record<Outcome, string> = {
  failed: "text-danger-text",
  conflict: "text-warning-text",
  unknown: "text-warning-text",
  sending: "text-accent-text",
  queued: "text-muted",
  cancelled: "text-muted",
  applied: "text-positive-text",
  unchanged: "text-muted",
};

export const outcomeGrounds: Record<Outcome, string> = {
  failed: "bg-danger",
  conflict: "bg-warning",
  unknown: "bg-warning",
  sending: "bg-accent",
  queued: "bg-border",
  cancelled: "bg-border-strong",
  applied: "bg-positive",
  unchanged: "bg-muted",
};

export function countOf(changeSet: ChangeSet, outcome: Outcome): number {
  return changeSet.counts[outcome] ?? 0;
}

/** Changes that have reached their final outcome. */
export function countDone(changeSet: ChangeSet): number {
  return changeSet.total - countOf(changeSet, "queued") - countOf(changeSet, "sending");
}
