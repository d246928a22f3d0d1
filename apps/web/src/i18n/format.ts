import type { EpochMs, IsoDate } from "@gantry/api-contract";
import { useMemo } from "react";
import { useLanguage } from "../lib/settings.ts";
import type { Language } from "../lib/languages.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** An age of no whole second: Intl's "now" names the present, which what was read is not. */
const justNow: Record<Language, string> = { en: "just now", "zh-CN": "刚刚" };

/** How numbers, days and instants are written in one language. */
export type Format = {
  number: (value: number) => string;
  /** From 0–100. */
  percent: (value: number) => string;
  /** "6 May" or "5月6日"; with the year where it is not the year of `near`. */
  day: (day: IsoDate, options?: { near?: IsoDate }) => string;
  /** "Wed 22 Apr" or "4月22日周三". */
  weekday: (day: IsoDate) => string;
  /** "22 April 2026", for screen readers and prose. */
  longDay: (day: IsoDate) => string;
  /** "Apr" or "4月". */
  month: (day: IsoDate) => string;
  monthAndYear: (day: IsoDate) => string;
  /** "10:41". */
  time: (at: EpochMs) => string;
  /** "15 Apr, 10:41". */
  instant: (at: EpochMs) => string;
  /** "20 Feb 2027": an instant's day where the reader is. */
  date: (at: EpochMs) => string;
  /** "2 min. ago", "3 days ago": the largest unit that fits. */
  ago: (at: EpochMs, options: { now: EpochMs }) => string;
  /** The same in a column: "2 min", "3 h", then the day. */
  shortAgo: (at: EpochMs, options: { now: EpochMs }) => string;
  /** Names joined as a sentence would: "a, b, and c". */
  list: (names: readonly string[]) => string;
  /** Order of names for sorting. */
  compare: (left: string, right: string) => number;
};

const formats = new Map<Language, Format>();

/** The formats of a language; made once, since Intl's makers are slow. */
export function formatOf(language: Language): Format {
  const known = formats.get(language);
  if (known !== undefined) return known;
  const made = createFormat(language);
  formats.set(language, made);
  return made;
}

export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatOf(language), [language]);
}

function createFormat(language: Language): Format {
  // British order puts the day first, which is the shortest unambiguous form: "6 May".
  const locale = language === "en" ? "en-GB" : language;
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const days = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    return (day: IsoDate) => format.format(Date.parse(`${day}T00:00:00Z`));
  };
  const day = days({ day: "numeric", month: "short" });
  const dayAndYear = days({ day: "numeric", month: "short", year: "numeric" });
  const weekdays = days({ weekday: "short", day: "numeric", month: "short" });
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const instant = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  const minutes = new Intl.NumberFormat(locale, { style: "unit", unit: "minute", unitDisplay: "narrow" });
  const hours = new Intl.NumberFormat(locale, { style: "unit", unit: "hour", unitDisplay: "narrow" });
  const dayAt = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });
  const dates = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  return {
    number: (value) => numbers.format(value),
    percent: (value) => percents.format(value / 100),
    day: (iso, options) =>
      options?.near !== undefined && options.near.slice(0, 4) !== iso.slice(0, 4) ? dayAndYear(iso) : day(iso),
    weekday: (iso) => weekdays(iso).replace(",", ""),
    longDay: days({ day: "numeric", month: "long", year: "numeric" }),
    month: days({ month: "short" }),
    monthAndYear: days({ month: "long", year: "numeric" }),
    time: (at) => time.format(at),
    instant: (at) => instant.format(at),
    date: (at) => dates.format(at),
    ago: (at, { now }) => {
      const ageMs = Math.max(0, now - at);
      return ageMs < SECOND_MS ? justNow[language] : spaced(agoWith(relative, ageMs));
    },
    shortAgo: (at, { now }) => {
      const ageMs = Math.max(0, now - at);
      if (ageMs < HOUR_MS) return spaced(minutes.format(Math.floor(ageMs / MINUTE_MS)));
      return ageMs < DAY_MS ? spaced(hours.format(Math.floor(ageMs / HOUR_MS))) : dayAt.format(at);
    },
    list: (names) => lists.format(names),
    compare: (left, right) => collator.compare(left, right),
  };
}

function agoWith(relative: Intl.RelativeTimeFormat, ageMs: number): string {
  if (ageMs < MINUTE_MS) return relative.format(-Math.floor(ageMs / SECOND_MS), "second");
  if (ageMs < HOUR_MS) return relative.format(-Math.floor(ageMs / MINUTE_MS), "minute");
  if (ageMs < DAY_MS) return relative.format(-Math.floor(ageMs / HOUR_MS), "hour");
  if (ageMs < 30 * DAY_MS) return relative.format(-Math.floor(ageMs / DAY_MS), "day");
  return relative.format(-Math.floor(ageMs / (30 * DAY_MS)), "month");
}

/** A space between digits and Han, which Intl leaves out and readers of mixed text expect. */
function spaced(text: string): string {
  return text.replace(/(\d)(\p{Script=Han})/gu, "$1 $2");
}
