/** Seeded random numbers: the same seed gives the same sequence on every machine. */
export type Random = {
  /** 0 ≤ x < 1. */
  next: () => number;
  /** Whole number from `min` to `max`, both inclusive. */
  between: (min: number, max: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(from: readonly T[]) => T;
  shuffle: <T>(items: readonly T[]) => T[];
  /** Text of hexadecimal digits. */
  hex: (length: number) => string;
};

function hashOf(seed: number | string): number {
  let hash = 2_166_136_261;
  for (const character of String(seed)) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 16_777_619);
  }
  return hash >>> 0;
}

/** Mulberry32 over a hash of the seed. */
export function createRandom(seed: number | string): Random {
  let state = hashOf(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[between(0, from.length - 1)];
    if (picked === undefined) throw new RangeError("Nothing to pick from");
    return picked;
  };
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick,
    shuffle: (items) => {
      const rest = [...items];
      return items.map(() => rest.splice(between(0, rest.length - 1), 1)).flat();
    },
    hex: (length) => Array.from({ length }, () => between(0, 15).toString(16)).join(""),
  };
}
