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
import { createWorkingCalendar, shiftByWorkingDays, type WorkingCalendar } from "@gantry/schedule";
import type { ProjectFacts } from "./facts.ts";
import { toChange, toSkip } from "./to-change.ts";
import { heldValue, toPlainValue } from "./values.ts";

export type Proposed = { changes: Change[]; skipped: Skip[] };

const FIVE_DAY_WEEK: CalendarSettings = { weekend: [0, 6], holidays: [], makeUpDays: [] };

/** What a batch edit means for each item. Values are checked before; pure. */
export function proposeEdit(options: {
  items: readonly WorkItem[];
  edits: readonly FieldEdit[];
  facts: ProjectFacts;
  calendar: CalendarSettings | undefined;
}): Proposed {
  const calendar = createWorkingCalendar(options.calendar ?? FIVE_DAY_WEEK);
  const changes: Change[] = [];
  const skipped: Skip[] = [];
  for (const item of options.items) {
    const proposed = proposeForItem(item, { edits: options.edits, facts: options.facts, calendar });
    changes.push(...proposed.changes);
    skipped.push(...proposed.skipped);
  }
  return { changes, skipped };
}

function proposeForItem(
  item: WorkItem,
  options: { edits: readonly FieldEdit[]; facts: ProjectFacts; calendar: WorkingCalendar },
): Proposed {
  const { facts, calendar } = options;
  const wanted = new Map<string, FieldValue>();
  const skipped: Skip[] = [];
  const skip = (field: string | null, reason: SkipReason) => skipped.push(toSkip(item, { field, reason }));
  for (const edit of options.edits) {
    if (edit.how === "shift") {
      const shifted = shift(item, { workingDays: edit.workingDays, calendar });
      if (shifted === null) skip(null, "no-dates");
      for (const [field, value] of Object.entries(shifted ?? {})) wanted.set(field, value);
    } else if (edit.how === "set" || edit.how === "clear") {
      const value = edit.how === "clear" ? null : toPlainValue(edit.value);
      if (isForType(item, { field: edit.field, value, facts })) wanted.set(edit.field, value);
      else skip(edit.field, "wrong-type");
    }
  }
  if (endsBeforeStart(item, wanted)) {
    skip(wanted.has("end") ? "end" : "start", "end-before-start");
    wanted.delete("start");
    wanted.delete("end");
  }
  const changes: Change[] = [];
  for (const [field, to] of wanted) {
    if (isSameFieldValue(heldValue(item, field), to)) skip(field, "no-change");
    else changes.push(toChange(item, { field, to, facts }));
  }
  return { changes, skipped };
}

/** Start and end after the shift, of those that the item has; null when it has neither, or they leave the calendar. */
function shift(
  item: WorkItem,
  options: { workingDays: number; calendar: WorkingCalendar },
): Record<string, FieldValue> | null {
  if (item.start === null && item.end === null) return null;
  try {
    const { start, end } = shiftByWorkingDays({ start: item.start, end: item.end }, options);
    return { ...(start !== null && { start }), ...(end !== null && { end }) };
  } catch {
    return null;
  }
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
