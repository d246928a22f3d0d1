import type { Words } from "./words.ts";

const SECOND_MS = 1_000;
const MINUTE_S = 60;
const HOUR_MIN = 60;

/** How long something takes, as roughly as it is known: "8 s", "40 s", "3 min", "1 h 20 min". */
export function sayDuration(durationMs: number, { words }: { words: Words }): string {
  const { duration } = words.common;
  const seconds = Math.max(1, Math.round(durationMs / SECOND_MS));
  if (seconds <= 20) return duration.seconds(seconds);
  if (seconds < MINUTE_S + 30) return duration.seconds(Math.round(seconds / 5) * 5);
  const minutes = Math.round(seconds / MINUTE_S);
  if (minutes < HOUR_MIN) return duration.minutes(minutes);
  const rounded = Math.round(minutes / 5) * 5;
  return duration.hours(Math.floor(rounded / HOUR_MIN), rounded % HOUR_MIN);
}
