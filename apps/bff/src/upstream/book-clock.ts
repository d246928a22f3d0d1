/** For how long a look tells something of the two clocks: they drift apart by less than a millisecond in it. */
const KEEP_MS = 10_000;

/** When the book was asked and had answered, in this process's time, and the instant that it named in its own. */
type Look = { askedAt: number; answeredAt: number; bookNow: number };

/** How far the book's clock is ahead of this process's: it lies between the two. */
type Ahead = { leastMs: number; mostMs: number };

type BookClock = {
  note: (look: Look) => void;
  ahead: () => Ahead;
};

/** Learns from each look: the instant that the book named lies between question and answer, so quick ones tell most. */
export function createBookClock(): BookClock {
  let looks: Look[] = [];
  let ahead: Ahead = { leastMs: 0, mostMs: 0 };
  return {
    note: (look) => {
      looks = [...looks.filter(({ answeredAt }) => answeredAt > look.answeredAt - KEEP_MS), look];
      ahead = aheadBy(looks);
      if (ahead.leastMs <= ahead.mostMs) return;
      // One of the clocks was set.
      looks = [look];
      ahead = aheadBy(looks);
    },
    ahead: () => ahead,
  };
}

function aheadBy(looks: readonly Look[]): Ahead {
  return {
    leastMs: Math.max(...looks.map(({ bookNow, answeredAt }) => bookNow - answeredAt)),
    mostMs: Math.min(...looks.map(({ bookNow, askedAt }) => bookNow - askedAt)),
  };
}
