import type { Words } from "../../i18n/words.ts";
import type { Comparison, Shift } from "./compare-baseline.ts";

/** "3 working days later than the baseline". */
export function sayShift(shift: Shift, { baselines }: Words): string {
  if (shift.kind !== "later" && shift.kind !== "earlier") return baselines.since[shift.kind];
  const { kind, workingDays, of } = shift;
  if (workingDays === 0) return baselines.overDaysOff[kind];
  return of === "end" ? baselines.shifted[kind](workingDays) : baselines.startShifted[kind](workingDays);
}

/** "+3" or "−2" for a column of working days; a word where there is no number. */
export function shortShift(shift: Shift, { baselines }: Words): string {
  if (shift.kind !== "later" && shift.kind !== "earlier") return baselines.short[shift.kind];
  const signed = `${shift.kind === "later" ? "+" : "−"}${baselines.number(shift.workingDays)}`;
  return shift.of === "end" ? signed : baselines.shortStart(signed);
}

/** Whether it ends later than it was to. */
export function isLate(shift: Shift): boolean {
  return shift.kind === "later" && shift.of === "end";
}

/** "12 later, 3 earlier, 2 new": only kinds that there are. Later and earlier are so by their ends. */
export function sayCounts({ changed, gone }: Comparison, words: Words): string {
  const { counts, unchanged } = words.baselines;
  const kinds = ["later", "earlier", "start", "new", "dated", "undated"] as const;
  const parts = kinds.flatMap((kind) => {
    const count = changed.filter(({ shift }) => kindOf(shift) === kind).length;
    return count === 0 ? [] : [counts[kind](count)];
  });
  if (gone > 0) parts.push(counts.gone(gone));
  return parts.length === 0 ? unchanged : parts.join(words.common.comma);
}

function kindOf(shift: Shift): Shift["kind"] | "start" {
  return "of" in shift && shift.of === "start" ? "start" : shift.kind;
}
