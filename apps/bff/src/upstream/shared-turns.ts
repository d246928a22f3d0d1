import type { Clock } from "../clock.ts";
import type { Store } from "../database/store.ts";
import { createBookClock } from "./book-clock.ts";
import { concurrencyNow, cutPace, rateNow, type Bounds, type Pacing } from "./pacing.ts";
import { changeSharedBook } from "./shared-book.ts";
import {
  nextTurnAt,
  recentTurns,
  type TurnBook,
  type Urgency,
  withArrival,
  withoutTurns,
  withTurn,
} from "./turn-book.ts";
import { toTurn, type Turns } from "./turns.ts";

/** Turns that are reserved at once: what leaves in this time. */
const BATCH_MS = 100;
/**
 * A turn that was not used by then is given back. One that is used late does no harm, since its call counts from when
 * it was booked until it has arrived; one that is lost leaves its place empty, on a busy machine again and again.
 */
const USABLE_FOR_MS = 1_000;
/** Only what waits for word of arrivals, or for CodeArts, is due later: whoever held it would miss the word. */
const FARTHEST_MS = 1_000;

/** In the book's time. */
type HeldTurn = { dueAt: number };

/** In the book's time. */
type Arrival = { at: number; arrivedBy: number };

/**
 * The turns of all replicas on one store: each reserves some ahead, on the database's clock, and tells when its calls
 * arrived. Calls at once are bounded in each replica, the rate over all. Without the database there are no turns, so
 * nothing is sent.
 */
export function createSharedTurns({ store, bounds, clock }: { store: Store; bounds: Bounds; clock: Clock }): Turns {
  let tell: (failure?: unknown) => void = () => undefined;
  let turns: HeldTurn[] = [];
  /** Booked instants that nothing left in, to be given back. */
  let unused: number[] = [];
  /** To be told at the next look into the book. */
  let arrivals: Arrival[] = [];
  let isReserving = false;
  let isReporting = false;
  /** As the database last told, in its time. */
  let pacing: Pacing | null = null;
  /** When to look again, where a look gave no turn. */
  let lookAt = 0;
  const bookClock = createBookClock();

  const at = () => ({ now: clock.now() + bookClock.ahead().leastMs, bounds });
  const heldUntil = () =>
    pacing !== null && pacing.heldUntil > at().now ? pacing.heldUntil - bookClock.ahead().leastMs : null;

  const reserve = async (urgency: Urgency, wanted: number) => {
    const askedAt = clock.now();
    // What comes while the database answers is for the next look.
    const givenBack = [...unused];
    const told = [...arrivals];
    const given = await changeSharedBook(store, (before, now) => {
      const batch = Math.ceil((rateNow(before.pacing, { now, bounds }) * BATCH_MS) / 1_000);
      const dueAt: number[] = [];
      let book = withoutTurns(told.reduce(withArrival, before), { unused: givenBack, now, bounds });
      for (let count = 0; count < Math.min(wanted, batch); count += 1) {
        const due = nextTurnAt(book, { now, urgency, bounds });
        if (due > now + FARTHEST_MS) break;
        dueAt.push(due);
        book = withTurn(book, { at: due, now, bounds });
      }
      return { book, result: { dueAt, now, pacing: book.pacing } };
    });
    const answeredAt = clock.now();
    bookClock.note({ askedAt, answeredAt, bookNow: given.now });
    unused = unused.slice(givenBack.length);
    arrivals = arrivals.slice(told.length);
    turns.push(...given.dueAt.map((dueAt) => ({ dueAt })));
    if (turns.length > 0) reportSoon();
    lookAt = given.dueAt.length === 0 && wanted > 0 ? answeredAt + BATCH_MS : 0;
    pacing = given.pacing;
  };

  const drop = (lost: readonly HeldTurn[]) => {
    unused.push(...lost.map(({ dueAt }) => dueAt));
    turns = turns.filter((turn) => !lost.includes(turn));
  };

  const startReserving = (urgency: Urgency, wanted: number) => {
    if (isReserving) return;
    isReserving = true;
    reserve(urgency, wanted).then(
      () => {
        isReserving = false;
        tell();
      },
      (error: unknown) => {
        isReserving = false;
        // What is only to be reported counts as on its way for a second, if it can't be.
        tell(wanted === 0 ? undefined : error);
      },
    );
  };

  const dropLost = () => {
    const bookNow = clock.now() + bookClock.ahead().mostMs;
    drop(turns.filter(({ dueAt }) => bookNow > dueAt + USABLE_FOR_MS));
  };

  /** What no reservation tells soon is told for itself, or the others would leave room for calls that arrived long ago. */
  const reportSoon = () => {
    if (isReporting) return;
    isReporting = true;
    clock.wait(BATCH_MS).then(
      () => {
        isReporting = false;
        dropLost();
        if (arrivals.length + unused.length > 0) startReserving("person", 0);
        if (turns.length > 0) reportSoon();
      },
      () => undefined,
    );
  };

  return {
    nextAt: (urgency, wanted) => {
      const held = urgency === "job" ? heldUntil() : null;
      if (held !== null) return { dueAt: held, isSure: false };
      const now = clock.now();
      const { leastMs } = bookClock.ahead();
      dropLost();
      const [first, ...others] = turns;
      // The next one is asked for in time, so that nobody waits for the database.
      if (first !== undefined && others.length === 0 && wanted > 1) startReserving(urgency, wanted - 1);
      // By two clocks that know each other only so well: it is taken when it is due, and not before.
      if (first !== undefined) return { dueAt: first.dueAt - leastMs, isSure: false };
      if (lookAt > now) return { dueAt: lookAt, isSure: false };
      startReserving(urgency, wanted);
      return null;
    },
    take: (dueAt) => {
      const turn = turns.shift();
      return toTurn(dueAt, (by) => {
        if (turn === undefined) return;
        arrivals.push({ at: turn.dueAt, arrivedBy: by + bookClock.ahead().mostMs });
        reportSoon();
      });
    },
    concurrency: () => concurrencyNow(pacing, at()),
    ratePerSecond: () => rateNow(pacing, at()),
    noteRefusal: ({ sentAt, ...refused }) => {
      const cut = (book: TurnBook, now: number) => {
        const refusal = {
          ...refused,
          sentAt: sentAt + bookClock.ahead().leastMs,
          now,
          recentCalls: recentTurns(book, now),
        };
        return { ...book, pacing: cutPace(book.pacing, { refusal, bounds }), nextDueAt: Math.min(book.nextDueAt, now) };
      };
      changeSharedBook(store, (before, now) => {
        const book = cut(before, now);
        return { book, result: book.pacing };
      }).then(
        (told) => {
          pacing = told;
          tell();
        },
        // Without the database nothing is sent anyway.
        () => undefined,
      );
      drop(turns);
      pacing = cut({ turns: [], nextDueAt: 0, pacing }, at().now).pacing;
    },
    heldUntil,
    onNews: (listener) => {
      tell = listener;
    },
  };
}
