/** CodeArts' calendar days are days of China time, which has had no clock changes since 1991. */
export const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

const DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const LOCAL_TIME = /^([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]+)?$/;
const ZONED_TIME = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(?:Z|[+-][0-9]{2}:?[0-9]{2})$/;
const EPOCH_MS = /^-?[0-9]{1,15}$/;
const FIRST_DAY_MS = Date.parse("0001-01-01T00:00:00Z");
const LAST_DAY_MS = Date.parse("9999-12-31T23:59:59Z");

/** What a date field holds: a day, nothing, or text that is no day (kept, so that it can be shown). */
export type WireDay = { day: string | null; bad: string | null };

/**
 * Reads a plan day in any form that CodeArts uses: `YYYY-MM-DD`, the same with a time, ms since the epoch
 * as digits or number, ISO with zone. Instants are cut to their day in China time.
 */
export function readDay(value: unknown): WireDay {
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
  if (text === "" || text === "--" || text === "null" || text === "0") return { day: null, bad: null };
  const plain = LOCAL_TIME.exec(text)?.[1] ?? text;
  if (DAY.test(plain)) return isCalendarDay(plain) ? { day: plain, bad: null } : { day: null, bad: text };
  const instantMs = readInstantMs(text);
  const day = instantMs === null ? null : chinaDayOf(instantMs);
  return day === null ? { day: null, bad: text } : { day, bad: null };
}

/** An instant in epoch ms: digits, number, ISO with zone, or `YYYY-MM-DD HH:mm:ss` in China time; else null. */
export function readInstantMs(value: unknown): number | null {
  if (typeof value === "number") return Number.isSafeInteger(value) ? value : null;
  if (typeof value !== "string") return null;
  const text = value.trim();
  if (EPOCH_MS.test(text)) return Number(text);
  if (ZONED_TIME.test(text)) return finiteOrNull(Date.parse(text));
  const local = LOCAL_TIME.exec(text);
  if (local !== null && isCalendarDay(local[1] ?? "")) {
    return finiteOrNull(Date.parse(`${local[1]}T${local[2]}+08:00`));
  }
  return isCalendarDay(text) ? dayToInstantMs(text) : null;
}

/** The first instant of a day in China time, in epoch ms: what IPD date fields are written with. */
export function dayToInstantMs(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`);
}

/** The China-time day of an instant, or null where no four-digit year holds it. */
export function chinaDayOf(instantMs: number): string | null {
  const shifted = instantMs + CHINA_OFFSET_MS;
  if (!Number.isFinite(shifted) || shifted < FIRST_DAY_MS || shifted > LAST_DAY_MS) return null;
  return new Date(shifted).toISOString().slice(0, 10);
}

function isCalendarDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text);
}

function finiteOrNull(ms: number): number | null {
  return Number.isFinite(ms) ? ms : null;
}
