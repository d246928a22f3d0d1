import type { Change, FieldValue, Skip, SkipReason, WorkItem } from "@gantry/api-contract";
import type { ProjectFacts } from "./facts.ts";
import { heldLabel, heldValue, labelOf } from "./values.ts";

/** One field of one item, from what it holds now to what is wanted, with names for people. */
export function toChange(item: WorkItem, options: { field: string; to: FieldValue; facts: ProjectFacts }): Change {
  const from = heldValue(item, options.field);
  const field = options.facts.fields.get(options.field);
  const name = (value: FieldValue) => (field === undefined ? null : labelOf(value, { field, facts: options.facts }));
  return {
    ...toItemFacts(item),
    field: options.field,
    from,
    to: options.to,
    fromLabel: heldLabel(item, options.field) ?? name(from),
    toLabel: name(options.to),
  };
}

export function toItemFacts(
  item: WorkItem,
): Pick<Change, "itemId" | "itemNumber" | "itemTitle" | "itemType" | "itemShape"> {
  return {
    itemId: item.id,
    itemNumber: item.number,
    itemTitle: item.title,
    itemType: item.type,
    itemShape: item.shape,
  };
}

export function toSkip(
  item: { id: string; number: string; title: string },
  options: { field: string | null; reason: SkipReason },
): Skip {
  return { itemId: item.id, itemNumber: item.number, itemTitle: item.title, ...options };
}

/** For a change that will not be proposed after all. */
export function toSkipOfChange(
  change: Pick<Change, "itemId" | "itemNumber" | "itemTitle" | "field">,
  reason: SkipReason,
): Skip {
  const item = { id: change.itemId, number: change.itemNumber, title: change.itemTitle };
  return toSkip(item, { field: change.field, reason });
}

/** For an item of which only its id is known. */
export function toSkipById(itemId: string, reason: SkipReason): Skip {
  return toSkip({ id: itemId, number: itemId, title: "" }, { field: null, reason });
}
