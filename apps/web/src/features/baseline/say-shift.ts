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
  return `${shift.kind === "later" ? "+" : "−"}${baselines.number(shift.workingDays)}`;
}

/** "12 later, 3 earlier, 2 new": only kinds that there are. */
export function sayCounts({ changed, gone }: Comparison, words: Words): string {
  const { counts, unchanged } = words.baselines;
  const kinds = ["later", "earlier", "new", "dated", "undated"] as const;
  const parts = kinds.flatMap((kind) => {
    const count = changed.filter(({ shift }) => shift.kind === kind).length;
    return count === 0 ? [] : [counts[kind](count)];
  });
  if (gone > 0) parts.push(counts.gone(gone));
  return parts.length === 0 ? unchanged : parts.join(words.common.comma);
}
