/** Replays a run: `SEED=…` as the failed one printed it. */
const GIVEN = process.env["SEED"];

type Dice = {
  seed: number;
  between: (least: number, most: number) => number;
  /**
   * Moments of a job that makes at least so many calls, ascending, one in each equal stretch of it: counts of calls
   * that have come in. The job surely lives through all of them.
   */
  moments: (count: number, options: { calls: number }) => number[];
};

/** What comes last of a job can be under way at once, and done before anything can be done about it. */
const LAST_MOMENT = 0.9;

/** Chance of a test, with its seed printed. */
export function rollDice(name: string): Dice {
  const seed = GIVEN === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(GIVEN);
  process.stdout.write(`${name}: SEED=${seed}\n`);
  let state = seed | 0;
  // mulberry32
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    seed,
    between: (least, most) => least + Math.floor(fraction() * (most - least + 1)),
    moments: (count, { calls }) =>
      Array.from({ length: count }, (_, index) => 1 + Math.floor(((index + fraction()) / count) * LAST_MOMENT * calls)),
  };
}
