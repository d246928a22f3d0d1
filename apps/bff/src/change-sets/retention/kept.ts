import type { ChangeSetRecord } from "../ledger/records.ts";

/** 90 days. */
export const KEPT_MS = 90 * 24 * 60 * 60_000;

/**
 * Until then (not with it) a change set's outcomes are kept, and it can be undone; epoch ms. The time begins when it
 * has finished: of one that has not, the answer moves on with `now`.
 */
export function keptUntil({ finishedAt }: Pick<ChangeSetRecord, "finishedAt">, now: number): number {
  return (finishedAt ?? now) + KEPT_MS;
}
