import { isHeldBack, rateNow, type Bounds, type Pacing } from "./pacing.ts";

const SECOND_MS = 1_000;
/** A call that has no answer yet may still arrive until then; one that arrives even later is too rare to wait for. */
const LATEST_ARRIVAL_MS = 5_000;
/** A job that fell behind its even pace catches up with so much of it at once. */
export const CATCH_UP_MS = 500;

/**
 * Which calls arrived of late, or may leave soon. What counts at CodeArts is when calls arrive there, and they arrive
 * less evenly than they leave. Plain data, so that replicas can keep one in their database.
 */
export type TurnBook = {
  /** By when each of the last calls has surely arrived, epoch ms, ascending: all that a second may still hold. */
  turns: number[];
  /** When an even stream of calls would send the next one. */
  nextDueAt: number;
  pacing: Pacing | null;
};

/** A person's calls may leave at once while there is room in the second; a job's go evenly, and not while held back. */
export type Urgency = "person" | "job";

export function emptyTurnBook(): TurnBook {
  return { turns: [], nextDueAt: 0, pacing: null };
}

/** When the next call may leave, epoch ms: a second after all but the last R - 1 have surely arrived. */
export function nextTurnAt(
  book: TurnBook,
  { now, urgency, bounds }: { now: number; urgency: Urgency; bounds: Bounds },
): number {
  const { pacing } = book;
  const isSlow = isHeldBack(pacing, { now, bounds });
  // After a cut nothing is caught up with, or the wait would end in a burst.
  const evenAt = book.nextDueAt - (isSlow ? 0 : urgency === "job" ? CATCH_UP_MS : SECOND_MS);
  const roomAt = (book.turns.at(-Math.floor(bounds.ratePerSecond)) ?? Number.NEGATIVE_INFINITY) + SECOND_MS;
  const heldUntil = urgency === "job" ? (pacing?.heldUntil ?? 0) : 0;
  return Math.max(now, evenAt, roomAt, heldUntil);
}

/** The book after a call was given a turn at an instant, now or soon. */
export function withTurn(book: TurnBook, { at, now, bounds }: { at: number; now: number; bounds: Bounds }): TurnBook {
  const intervalMs = SECOND_MS / rateNow(book.pacing, { now: at, bounds });
  const recent = book.turns.filter((by) => by > now - SECOND_MS);
  return {
    ...book,
    turns: inOrder(recent, at + LATEST_ARRIVAL_MS),
    nextDueAt: Math.max(book.nextDueAt, at) + intervalMs,
  };
}

/** The book after it is known by when the call of a turn had arrived. */
export function withArrival(book: TurnBook, { at, arrivedBy }: { at: number; arrivedBy: number }): TurnBook {
  const turns = without(book.turns, at);
  if (turns === null) return book;
  return { ...book, turns: inOrder(turns, Math.min(arrivedBy, at + LATEST_ARRIVAL_MS)) };
}

/** The book after turns were given back that nothing left in. */
export function withoutTurns(
  book: TurnBook,
  { unused, now, bounds }: { unused: readonly number[]; now: number; bounds: Bounds },
): TurnBook {
  const turns = unused.reduce((left, at) => without(left, at) ?? left, book.turns);
  const intervalMs = SECOND_MS / rateNow(book.pacing, { now, bounds });
  return { ...book, turns, nextDueAt: book.nextDueAt - unused.length * intervalMs };
}

/** Calls in the second before, or on their way. */
export function recentTurns(book: TurnBook, now: number): number {
  return book.turns.filter((by) => by > now - SECOND_MS).length;
}

function inOrder(turns: readonly number[], by: number): number[] {
  return turns.toSpliced(turns.findLastIndex((other) => other <= by) + 1, 0, by);
}

/** Null where no turn of that instant waits for its call's arrival. */
function without(turns: readonly number[], at: number): number[] | null {
  const index = turns.lastIndexOf(at + LATEST_ARRIVAL_MS);
  return index < 0 ? null : turns.toSpliced(index, 1);
}
