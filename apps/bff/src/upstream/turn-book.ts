import { isHeldBack, rateNow, type Bounds, type Pacing } from "./pacing.ts";

/**
 * The second in which no more calls may leave than the rate allows, a little long: what leaves here evenly can arrive
 * there less so.
 */
export const WINDOW_MS = 1_025;
/** A job that fell behind its even pace catches up with so much of it at once. */
const CATCH_UP_MS = 500;

/** Which calls left of late, or may leave soon. Plain data, so that replicas can keep one in their database. */
export type TurnBook = {
  /** Epoch ms of the last turns, ascending; as many as fit into a window. */
  turns: number[];
  /** When an even stream of calls would send the next one. */
  nextDueAt: number;
  pacing: Pacing | null;
};

/** A person's calls may leave at once while there is room in the window; a job's go evenly, and not while held back. */
export type Urgency = "person" | "job";

export function emptyTurnBook(): TurnBook {
  return { turns: [], nextDueAt: 0, pacing: null };
}

/** When the next call may leave, epoch ms. */
export function nextTurnAt(
  book: TurnBook,
  { now, urgency, bounds }: { now: number; urgency: Urgency; bounds: Bounds },
): number {
  const { pacing } = book;
  const isSlow = isHeldBack(pacing, { now, bounds });
  // After a cut nothing is caught up with, or the wait would end in a burst.
  const evenAt = book.nextDueAt - (isSlow ? 0 : urgency === "job" ? CATCH_UP_MS : WINDOW_MS);
  const roomAt = (book.turns.at(-Math.floor(bounds.ratePerSecond)) ?? Number.NEGATIVE_INFINITY) + WINDOW_MS;
  const heldUntil = urgency === "job" ? (pacing?.heldUntil ?? 0) : 0;
  return Math.max(now, evenAt, roomAt, heldUntil);
}

/** The book after a call was given a turn at this instant. */
export function withTurn(book: TurnBook, { at, bounds }: { at: number; bounds: Bounds }): TurnBook {
  const intervalMs = WINDOW_MS / rateNow(book.pacing, { now: at, bounds });
  return {
    ...book,
    turns: [...book.turns, at].slice(-Math.floor(bounds.ratePerSecond)),
    nextDueAt: Math.max(book.nextDueAt, at) + intervalMs,
  };
}

/** The book after turns were given back that nothing left in. */
export function withoutTurns(
  book: TurnBook,
  { unused, now, bounds }: { unused: readonly number[]; now: number; bounds: Bounds },
): TurnBook {
  const turns = [...book.turns];
  for (const at of unused) {
    const index = turns.indexOf(at);
    if (index >= 0) turns.splice(index, 1);
  }
  const intervalMs = WINDOW_MS / rateNow(book.pacing, { now, bounds });
  return { ...book, turns, nextDueAt: book.nextDueAt - unused.length * intervalMs };
}

/** Turns in the second before. */
export function recentTurns(book: TurnBook, now: number): number {
  return book.turns.filter((at) => at > now - 1_000 && at <= now).length;
}
