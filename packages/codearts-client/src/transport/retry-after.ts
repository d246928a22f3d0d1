/** Longest wait believed; beyond it the header is nonsense. */
const MAX_WAIT_MS = 5 * 60_000;

/** Reads `Retry-After`, seconds or date, as a wait in ms; null where absent or unreadable. */
export function readRetryAfter(header: string | null, { nowMs }: { nowMs: number }): number | null {
  const text = header?.trim() ?? "";
  if (text === "") return null;
  const seconds = Number(text);
  // A date begins with its weekday; V8 would read a year into almost anything else.
  const dateMs = /^[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN;
  const waitMs = Number.isNaN(seconds) ? dateMs - nowMs : seconds * 1000;
  if (Number.isNaN(waitMs)) return null;
  return Math.min(Math.max(Math.ceil(waitMs), 0), MAX_WAIT_MS);
}
