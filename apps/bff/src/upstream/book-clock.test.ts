import { expect, test } from "vitest";
import { createBookClock } from "./book-clock.ts";

const AHEAD_MS = 5_000;
/** A look at the book, of which the answer or the question took longer. */
const look = (askedAt: number, options: { thereMs: number; backMs: number; aheadMs?: number }) => ({
  askedAt,
  answeredAt: askedAt + options.thereMs + options.backMs,
  bookNow: askedAt + options.thereMs + (options.aheadMs ?? AHEAD_MS),
});

test("slow looks take nothing away from what quick ones told of the book's clock", () => {
  const clock = createBookClock();
  clock.note(look(1_000, { thereMs: 1, backMs: 90 }));
  expect(clock.ahead()).toEqual({ leastMs: AHEAD_MS - 90, mostMs: AHEAD_MS + 1 });
  clock.note(look(1_200, { thereMs: 70, backMs: 2 }));
  expect(clock.ahead()).toEqual({ leastMs: AHEAD_MS - 2, mostMs: AHEAD_MS + 1 });
});

test("what was told is forgotten before the clocks have drifted apart", () => {
  const clock = createBookClock();
  clock.note(look(1_000, { thereMs: 0, backMs: 0 }));
  clock.note(look(12_000, { thereMs: 4, backMs: 3 }));
  expect(clock.ahead()).toEqual({ leastMs: AHEAD_MS - 3, mostMs: AHEAD_MS + 4 });
});

test.each([-60_000, 60_000])("a clock that was set by %i ms is believed at once", (setMs) => {
  const clock = createBookClock();
  clock.note(look(1_000, { thereMs: 2, backMs: 2 }));
  clock.note(look(1_500, { thereMs: 4, backMs: 3, aheadMs: AHEAD_MS + setMs }));
  expect(clock.ahead()).toEqual({ leastMs: AHEAD_MS + setMs - 3, mostMs: AHEAD_MS + setMs + 4 });
});
