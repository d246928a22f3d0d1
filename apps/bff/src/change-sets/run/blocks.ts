import { MAX_ITEMS } from "@gantry/api-contract";
import type { UpstreamCall } from "../compile/calls.ts";

/**
 * Items a block: its calls share one fresh read before and one read-back after, so larger blocks read less and smaller
 * ones see more recently. Links are read as the list of the plan, which costs the same for any number of them; Scrum
 * items come a hundred a page, IPD items as many as the service likes to give.
 */
const ITEMS_PER_BLOCK = { link: MAX_ITEMS, "scrum-assign": 100, "scrum-update": 100, "ipd-update": 1_000 } as const;

/** A value that was read longer ago is read anew before it is written over. */
export const FRESH_FOR_MS = 15_000;

/** Cuts calls into runs that are read, sent and read back together; a call is never cut. */
export function toBlocks(calls: readonly UpstreamCall[]): UpstreamCall[][] {
  const blocks: UpstreamCall[][] = [];
  let items = 0;
  for (const call of calls) {
    const block = blocks.at(-1);
    const fits = block?.[0]?.kind === call.kind && items + call.itemIds.length <= ITEMS_PER_BLOCK[call.kind];
    if (block !== undefined && fits) {
      block.push(call);
      items += call.itemIds.length;
    } else {
      blocks.push([call]);
      items = call.itemIds.length;
    }
  }
  return blocks;
}

/** Pages of the plan's list for one look at links: the count by v3, and the rest in one large page. */
const PAGES_OF_PLAN = 2;
/** Items that one read gives. */
const ITEMS_PER_READ = { "scrum-assign": 100, "scrum-update": 100, "ipd-update": 200 } as const;

/** Reads that working these calls off takes: a look before and one after for each block, if all goes well. */
export function readsOf(calls: readonly UpstreamCall[]): number {
  return toBlocks(calls).reduce((reads, block) => {
    const kind = block[0]?.kind;
    if (kind === undefined) return reads;
    if (kind === "link") return reads + 2 * PAGES_OF_PLAN;
    const items = new Set(block.flatMap((call) => call.itemIds)).size;
    return reads + 2 * Math.ceil(items / ITEMS_PER_READ[kind]);
  }, 0);
}
