/** Longest wait believed; beyond it the header is nonsense. */
const MAX_WAIT_MS = 5 * 60_000;

/** Reads `Retry-After`, seconds or date, as a wait in ms; null where absent or unreadable. */
export function readRetryAfter(header: string | null, { nowMs }: { nowMs: number }): number | null {
  const text = header?.trim() ?? "";
  if (text === "") return null;
  const waitMs = /^[0-9]+(?:\.[0-9]+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  if (Number.isNaN(waitMs)) return null;
  return Math.min(Math.max(Math.ceil(waitMs), 0), MAX_WAIT_MS);
}
