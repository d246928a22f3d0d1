import { LINK_FIELD, type Change, type SkipReason, type WorkItem } from "@gantry/api-contract";
import { isClosed, type Rights } from "../../features/projects/rights.ts";
import { groupBy } from "../lists.ts";
import type { Proposed } from "./proposed.ts";
import { toSkip } from "./to-change.ts";

/** Leaves out what CodeArts would refuse, an item as a whole, with the reason. Pure. */
export function applyRights(
  { changes, skipped }: Proposed,
  options: { items: ReadonlyMap<string, WorkItem>; rights: Rights },
): Proposed {
  const { items, rights } = options;
  if (!rights.isViewer && !rights.isArchived && !rights.isClosedReadOnly) return { changes, skipped };
  const kept: Change[] = [];
  const refused = [...skipped];
  for (const [itemId, ofItem] of groupBy(changes, { keyOf: (change) => change.itemId })) {
    const item = items.get(itemId);
    const why = item === undefined ? null : refusalOf(item, { changes: ofItem, rights });
    if (item === undefined || why === null) {
      kept.push(...ofItem);
      continue;
    }
    // Linking a closed item is nowhere documented as refused.
    if (!isRefusedWhole(rights)) kept.push(...ofItem.filter((change) => change.field === LINK_FIELD));
    refused.push(toSkip(item, { field: null, reason: why }));
  }
  return { changes: kept, skipped: refused };
}

/** Why an item takes no change of its fields; null where CodeArts tells no reason. */
export function refusalOf(
  item: WorkItem,
  options: { changes: readonly Pick<Change, "field">[]; rights: Rights },
): SkipReason | null {
  const { changes, rights } = options;
  if (rights.isViewer) return "not-permitted";
  if (rights.isArchived) return "read-only";
  if (!rights.isClosedReadOnly || !isClosed(item)) return null;
  // A change of status may reopen it: then only the outcome can tell. A link is none of its fields.
  const isOpen = changes.some(({ field }) => field === "status") || changes.every(({ field }) => field === LINK_FIELD);
  return isOpen ? null : "read-only";
}

function isRefusedWhole(rights: Rights): boolean {
  return rights.isViewer || rights.isArchived;
}
