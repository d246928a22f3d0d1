import {
  isSameFieldValue,
  type CalendarSettings,
  type Change,
  type FieldEdit,
  type FieldValue,
  type Skip,
  type SkipReason,
  type WorkItem,
} from "@gantry/api-contract";
import type { ProjectFacts } from "./facts.ts";
import { isRelative, moveDates, toDateFrame, type DateFrame, type RelativeEdit } from "./move-dates.ts";
import type { Proposed } from "./proposed.ts";
import { toChange, toSkip } from "./to-change.ts";
import { heldValue, toPlainValue } from "./values.ts";

/** What a batch edit means for each item. Values are checked before; pure. */
export function proposeEdit(options: {
  items: readonly WorkItem[];
  edits: readonly FieldEdit[];
  facts: ProjectFacts;
  calendar: CalendarSettings | undefined;
}): Proposed {
  const { items, edits, facts } = options;
  const frame = toDateFrame(items, options);
  const changes: Change[] = [];
  const skipped: Skip[] = [];
  for (const item of items) {
    const proposed = proposeForItem(item, { edits, facts, frame });
    changes.push(...proposed.changes);
    skipped.push(...proposed.skipped);
  }
  return { changes, skipped };
}

function proposeForItem(
  item: WorkItem,
  options: { edits: readonly FieldEdit[]; facts: ProjectFacts; frame: DateFrame },
): Proposed {
  const { edits, facts, frame } = options;
  const wanted = new Map<string, FieldValue>();
  const skipped: Skip[] = [];
  const skip = (field: string | null, reason: SkipReason) => skipped.push(toSkip(item, { field, reason }));
  for (const edit of edits) {
    if (edit.how !== "set" && edit.how !== "clear") continue;
    const value = edit.how === "clear" ? null : toPlainValue(edit.value);
    if (!isForType(item, { field: edit.field, value, facts })) skip(edit.field, "wrong-type");
    else if (isSameFieldValue(heldValue(item, edit.field), value)) skip(edit.field, "no-change");
    else wanted.set(edit.field, value);
  }
  for (const edit of edits.filter(isRelative)) {
    const moved = moveItem(item, { edit, wanted, facts, frame });
    if ("reason" in moved) skip(null, moved.reason);
    else for (const [field, value] of moved.values) wanted.set(field, value);
  }
  if (endsBeforeStart(item, wanted)) {
    skip(wanted.has("end") ? "end" : "start", "end-before-start");
    wanted.delete("start");
    wanted.delete("end");
  }
  return { changes: [...wanted].map(([field, to]) => toChange(item, { field, to, facts })), skipped };
}

/** The days that a relative edit really changes, or why it changes none. */
function moveItem(
  item: WorkItem,
  options: { edit: RelativeEdit; wanted: ReadonlyMap<string, FieldValue>; facts: ProjectFacts; frame: DateFrame },
): { values: [string, FieldValue][] } | { reason: SkipReason } {
  const { edit, wanted, facts, frame } = options;
  // Moved to another sprint by the same proposal, an item is fitted into that one.
  const sprintId = wanted.has("sprint") ? (wanted.get("sprint") ?? null) : (item.sprint?.id ?? null);
  const moved = moveDates(item, { edit, sprintId: typeof sprintId === "string" ? sprintId : null, frame });
  if ("reason" in moved) return moved;
  const values = (["start", "end"] as const)
    .map((field): [string, FieldValue] => [field, moved.span[field]])
    .filter(([field, value]) => value !== heldValue(item, field));
  if (values.length === 0) return { reason: "no-change" };
  const isFit = values.every(([field, value]) => isForType(item, { field, value, facts }));
  return isFit ? { values } : { reason: "wrong-type" };
}

/** Whether items of this type have the field, and may hold the value (statuses are for some types only). */
export function isForType(
  item: { type: string },
  options: { field: string; value: FieldValue; facts: ProjectFacts },
): boolean {
  const field = options.facts.fields.get(options.field);
  if (field === undefined) return false;
  if (field.itemTypes.length > 0 && !field.itemTypes.includes(item.type)) return false;
  if (field.control !== "status" || typeof options.value !== "string") return true;
  const itemTypes = options.facts.statuses.get(options.value)?.itemTypes ?? [];
  return itemTypes.length === 0 || itemTypes.includes(item.type);
}

/** Days compare as text. An item that upstream has inverted already is left alone unless its days are touched. */
function endsBeforeStart(item: WorkItem, wanted: ReadonlyMap<string, FieldValue>): boolean {
  if (!wanted.has("start") && !wanted.has("end")) return false;
  const start = wanted.has("start") ? wanted.get("start") : item.start;
  const end = wanted.has("end") ? wanted.get("end") : item.end;
  return typeof start === "string" && typeof end === "string" && end < start;
}
