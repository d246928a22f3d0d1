/** Replays a run: `SEED=…` as the failed one printed it. */
const GIVEN = process.env["SEED"];

export type Dice = { seed: number; between: (least: number, most: number) => number };

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
  return { seed, between: (least, most) => least + Math.floor(fraction() * (most - least + 1)) };
}
