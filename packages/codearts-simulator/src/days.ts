/** A calendar day, `YYYY-MM-DD`. CodeArts' days are days in UTC+8. */
export type IsoDate = `${number}-${number}-${number}`;

const MS_PER_DAY = 86_400_000;
const CHINA_OFFSET_MS = 8 * 3_600_000;

export function toDayNumber(day: IsoDate): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
}

export function toIsoDate(dayNumber: number): IsoDate {
  return new Date(dayNumber * MS_PER_DAY).toISOString().slice(0, 10) as IsoDate;
}

/** Tells whether a text is a day of the calendar. */
export function isIsoDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(instant) && new Date(instant).toISOString().startsWith(text);
}

/** The day it is in China at an instant. */
export function chinaDayOf(epochMs: number): IsoDate {
  return toIsoDate(Math.floor((epochMs + CHINA_OFFSET_MS) / MS_PER_DAY));
}

/** The instant at which a day begins in China. */
export function chinaMidnightOf(day: IsoDate): number {
  return toDayNumber(day) * MS_PER_DAY - CHINA_OFFSET_MS;
}

/** `YYYY-MM-DD HH:mm:ss` in China time, the v4 form of instants. */
export function chinaDateTimeOf(epochMs: number): string {
  return new Date(epochMs + CHINA_OFFSET_MS).toISOString().slice(0, 19).replace("T", " ");
}

/** Moves a day number off a weekend: forward to Monday, or back to Friday. */
export function toWorkday(dayNumber: number, direction: "forward" | "back" = "forward"): number {
  const weekday = (((dayNumber + 4) % 7) + 7) % 7;
  if (direction === "forward") return weekday === 6 ? dayNumber + 2 : weekday === 0 ? dayNumber + 1 : dayNumber;
  return weekday === 6 ? dayNumber - 1 : weekday === 0 ? dayNumber - 2 : dayNumber;
}
