import { createRandom } from "./random.ts";

export type Token = { text: string; userId: string; issuedAt: number; expiresAt: number; isDead: boolean };

/** Tokens that were given out: each lives 24 hours, a new one does not end older ones. */
export type TokenBook = {
  issue: (userId: string) => Token;
  /** The token as given out, dead or alive; undefined = never given out. */
  find: (text: string) => Token | undefined;
  isAlive: (token: Token) => boolean;
  /** Ends tokens; tells how many. */
  expire: (which: (token: Token) => boolean) => number;
  clear: () => void;
};

const LIFE_MS = 24 * 3_600_000;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_";

/** @param length characters of a token, 10–32,768; IAM's own are as long as that. */
export function createTokenBook({
  seed,
  now,
  length,
}: {
  seed: number | string;
  now: () => number;
  length: number;
}): TokenBook {
  if (length < 10 || length > 32_768) throw new RangeError(`Token length must be 10–32768, not ${length}`);
  const tokens = new Map<string, Token>();
  let given = 0;
  const isAlive = (token: Token) => !token.isDead && now() < token.expiresAt;
  return {
    issue: (userId) => {
      given += 1;
      // The user is in the seed, so that a restart never gives one user's old token to another.
      const random = createRandom(`token:${seed}:${userId}:${given}`);
      const text = `MII${Array.from({ length: length - 3 }, () => ALPHABET[random.between(0, ALPHABET.length - 1)]).join("")}`;
      const token = { text, userId, issuedAt: now(), expiresAt: now() + LIFE_MS, isDead: false };
      tokens.set(text, token);
      return token;
    },
    find: (text) => tokens.get(text),
    isAlive,
    expire: (which) => {
      const ended = [...tokens.values()].filter((token) => isAlive(token) && which(token));
      for (const token of ended) token.isDead = true;
      return ended.length;
    },
    clear: () => tokens.clear(),
  };
}
