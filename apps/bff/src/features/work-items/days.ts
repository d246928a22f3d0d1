import { isIsoDate, type IsoDate, type WorkItem } from "@gantry/api-contract";
import { readDay } from "@gantry/codearts-contract";

/** First and last day of an item as CodeArts has them: inverted spans stay inverted, texts that are no day are kept. */
export function toItemDays(wire: { start: unknown; end: unknown }): Pick<WorkItem, "start" | "end" | "badDates"> {
  const start = toDay(wire.start);
  const end = toDay(wire.end);
  const bad = [start.bad, end.bad].filter((text) => text !== null);
  return { start: start.day, end: end.day, ...(bad.length > 0 && { badDates: bad.join(", ") }) };
}

/** A plan day from any of CodeArts' forms, in China time; `bad` = text that is no day of the years 0001–9999. */
export function toDay(value: unknown): { day: IsoDate | null; bad: string | null } {
  const { day, bad } = readDay(value);
  if (day === null) return { day: null, bad };
  return isIsoDate(day) && day >= "0001" ? { day, bad } : { day: null, bad: day };
}
