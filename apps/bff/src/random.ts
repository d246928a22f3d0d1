import { randomBytes, randomUUID } from "node:crypto";

/** Chance as the bff uses it; tests bring a seeded one. */
export type Random = {
  /** 0 ≤ x < 1, for jitter only. */
  fraction: () => number;
  /** Bytes that nobody can guess. */
  bytes: (size: number) => Buffer;
  uuid: () => string;
};

export const systemRandom: Random = {
  fraction: () => Math.random(),
  bytes: (size) => randomBytes(size),
  uuid: () => randomUUID(),
};
