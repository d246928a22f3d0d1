import { MAX_ITEMS } from "@gantry/api-contract";
import type { UpstreamCall } from "../compile/calls.ts";

/**
 * Items a block: its calls share one fresh read before and one read-back after, so larger blocks read less and smaller
 * ones see more recently. Links are read as the list of the plan, which costs the same for any number of them; Scrum
 * items come a hundred a page, IPD items as many as the service likes to give.
 */
const ITEMS_PER_BLOCK = { link: MAX_ITEMS, "scrum-assign": 100, "scrum-update": 100, "ipd-update": 2_000 } as const;

/** Cuts calls into runs that are read, sent and read back together; a call is never cut. */
export function toBlocks(calls: readonly UpstreamCall[]): UpstreamCall[][] {
  const blocks: UpstreamCall[][] = [];
  let items = 0;
  for (const call of calls) {
    const block = blocks.at(-1);
    const isAlike = block?.[0] !== undefined && toKey(block[0]) === toKey(call);
    const fits = isAlike && items + call.itemIds.length <= ITEMS_PER_BLOCK[call.kind];
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

/** What one read can look at. */
function toKey(call: UpstreamCall): string {
  return call.kind === "ipd-update" ? `${call.kind} ${call.category}` : call.kind;
}
