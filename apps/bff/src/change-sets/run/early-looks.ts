import { LRUCache } from "lru-cache";
import type { Clock } from "../../clock.ts";
import type { JobUpstream, LookedRow, LookResult } from "./job-upstream.ts";
import { FRESH_FOR_MS, noteLook } from "./note-look.ts";

/** What the items of some changes held, and how long ago that was. */
export type Look = { result: LookResult; ageMs: () => number };

/** Looks of this process that began while their change set was being stored, so that its job need not wait for them. */
export type EarlyLooks = {
  begin: (changeSetId: string, options: { upstream: JobUpstream; rows: readonly PositionedRow[] }) => void;
  /** The look at exactly these changes, once; null where there is none that told something. */
  take: (changeSetId: string, rows: readonly PositionedRow[]) => Promise<Look | null>;
};

type PositionedRow = LookedRow & { position: number };
type Early = { positions: string; look: Promise<Look | null> };

/** Each holds what a block's items are like. */
const MOST_WAITING = 8;

export function createEarlyLooks(clocks: readonly Pick<Clock, "now">[]): EarlyLooks {
  const waiting = new LRUCache<string, Early>({ max: MOST_WAITING, ttl: FRESH_FOR_MS });
  return {
    begin: (changeSetId, { upstream, rows }) => {
      const look = takeLook(upstream, { rows, clocks }).then(
        (taken) => (taken.result.kind === "found" ? taken : null),
        () => null,
      );
      waiting.set(changeSetId, { positions: positionsOf(rows), look });
    },
    take: async (changeSetId, rows) => {
      const early = waiting.get(changeSetId);
      waiting.delete(changeSetId);
      return early?.positions === positionsOf(rows) ? early.look : null;
    },
  };
}

export async function takeLook(
  upstream: JobUpstream,
  { rows, clocks }: { rows: readonly LookedRow[]; clocks: readonly Pick<Clock, "now">[] },
): Promise<Look> {
  const result = await upstream.look(rows);
  return { result, ageMs: noteLook(clocks) };
}

function positionsOf(rows: readonly PositionedRow[]): string {
  return rows.map(({ position }) => position).join(",");
}
