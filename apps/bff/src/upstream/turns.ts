import type { Clock } from "../clock.ts";
import { concurrencyNow, cutPace, rateNow, type Bounds, type Refusal } from "./pacing.ts";
import {
  emptyTurnBook,
  nextTurnAt,
  recentTurns,
  type TurnBook,
  type Urgency,
  withArrival,
  withTurn,
} from "./turn-book.ts";

/** Leave to send one call. */
export type Turn = {
  /** From when on the call may leave, epoch ms: a job's turn is given a little before, to prepare its call. */
  dueAt: number;
  /** The call had arrived by this instant, epoch ms; told once, the first time counts. Until then it may be on its way. */
  noteArrival: (by: number) => void;
};

/** Epoch ms. Only one that is sure may be taken before it is due. */
type NextTurn = { dueAt: number; isSure: boolean };

/** Who may send when: for this process alone, or for all replicas together (`shared-turns.ts`). */
export type Turns = {
  /**
   * When the next call may leave, or is to be asked for again; null while it is being asked for, and then `onNews` tells.
   * @param wanted calls that could start now, were it their turn
   */
  nextAt: (urgency: Urgency, wanted: number) => NextTurn | null;
  /** Takes the turn that `nextAt` told of. */
  take: (dueAt: number) => Turn;
  /** Calls that may be under way at once. */
  concurrency: () => number;
  ratePerSecond: () => number;
  /** CodeArts said "too often" or "busy". */
  noteRefusal: (refusal: Pick<Refusal, "sentAt" | "retryAfterMs" | "underWay">) => void;
  /** Until when jobs send nothing, epoch ms; null when they may. */
  heldUntil: () => number | null;
  /** Called when an answer of `nextAt` is no longer true, or with the error why no turn can be had. */
  onNews: (listener: (failure?: unknown) => void) => void;
};

/** The turns of one process, kept in its memory. */
export function createLocalTurns({ bounds, clock }: { bounds: Bounds; clock: Clock }): Turns {
  let book: TurnBook = emptyTurnBook();
  let tell: () => void = () => undefined;
  const at = () => ({ now: clock.now(), bounds });
  return {
    nextAt: (urgency) => ({ dueAt: nextTurnAt(book, { ...at(), urgency }), isSure: true }),
    take: (dueAt) => {
      const now = clock.now();
      const leavesAt = Math.max(now, dueAt);
      book = withTurn(book, { at: leavesAt, now, bounds });
      return toTurn(leavesAt, (arrivedBy) => {
        book = withArrival(book, { at: leavesAt, arrivedBy });
      });
    },
    concurrency: () => concurrencyNow(book.pacing, at()),
    ratePerSecond: () => rateNow(book.pacing, at()),
    noteRefusal: (refused) => {
      const now = clock.now();
      const refusal = { ...refused, now, recentCalls: recentTurns(book, now) };
      book = { ...book, pacing: cutPace(book.pacing, { refusal, bounds }), nextDueAt: Math.min(book.nextDueAt, now) };
      tell();
    },
    heldUntil: () => (book.pacing !== null && book.pacing.heldUntil > clock.now() ? book.pacing.heldUntil : null),
    onNews: (listener) => {
      tell = listener;
    },
  };
}

/** A turn of which the first word counts. */
export function toTurn(dueAt: number, noteOnce: (by: number) => void): Turn {
  let isNoted = false;
  return {
    dueAt,
    noteArrival: (by) => {
      if (!isNoted) noteOnce(by);
      isNoted = true;
    },
  };
}
