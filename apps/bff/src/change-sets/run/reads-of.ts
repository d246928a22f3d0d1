import type { Learned } from "../../upstream/learned.ts";
import type { UpstreamCall } from "../compile/calls.ts";
import { toBlocks } from "./blocks.ts";

export type ReadsOptions = {
  pageSize: Learned["pageSize"];
  /** Items on the plan that links go to, before any of them; null where nobody knows. */
  onPlan: number | null;
  /** That plan is read from v2 alone (see `Learned`). */
  looksAtPlan: boolean;
};

/** Scrum items that one read gives. */
const SCRUM_ROWS = 100;
/** Rows of the plan's list in its first read, which alone suffices for a small plan. */
const FIRST_ROWS = 200;

/** Reads that working these calls off takes: a look before and one after for each block, if all goes well. */
export function readsOf(calls: readonly UpstreamCall[], options: ReadsOptions): number {
  return toBlocks(calls).reduce((reads, block) => reads + readsOfBlock(block, options), 0);
}

function readsOfBlock(block: readonly UpstreamCall[], { pageSize, onPlan, looksAtPlan }: ReadsOptions): number {
  const [first] = block;
  if (first?.kind === "link") {
    const before = onPlan ?? FIRST_ROWS + 1;
    const rows = pageSize("listPlanItemsV2");
    const readsAt = (items: number) => (looksAtPlan ? Math.max(1, Math.ceil(items / rows)) : readsOfPlan(items, rows));
    return readsAt(before) + readsAt(before + countItems(block));
  }
  const rows = first?.kind === "ipd-update" ? pageSize("queryIpdItems") : SCRUM_ROWS;
  return 2 * Math.ceil(countItems(block) / rows);
}

/** The first rows tell how many there are; larger plans then come in pages of their own. */
function readsOfPlan(items: number, rows: number): number {
  return items <= FIRST_ROWS ? 1 : 1 + Math.ceil(items / rows);
}

function countItems(calls: readonly UpstreamCall[]): number {
  return new Set(calls.flatMap((call) => call.itemIds)).size;
}
