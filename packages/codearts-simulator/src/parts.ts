import type { SimulatorClock } from "./clock.ts";
import { createFaultDial, type MatchingDial } from "./faults/fault-dial.ts";
import { createJournal, type Journal } from "./journal.ts";
import { createLedger, type LedgerBook } from "./ledger.ts";
import { createRandom, type Random } from "./random.ts";
import { createRateLimiter, type RateLimiter } from "./rate-limit.ts";
import { createSignInGuard, type SignInGuard } from "./sign-in-guard.ts";
import { createStore, type SimulatorStore } from "./store.ts";
import { createTokenBook, type TokenBook } from "./tokens.ts";
import type { SimulatorOptions } from "./types.ts";
import type { World } from "./world/world-types.ts";

const DEFAULT_IPD_PAGE_LIMIT = 200;
const DEFAULT_RECORD_RETENTION_DAYS = 120;

/** Everything that a reset puts back. */
export type Parts = {
  journal: Journal;
  store: SimulatorStore;
  ledger: LedgerBook;
  faults: MatchingDial;
  tokens: TokenBook;
  guard: SignInGuard;
  limiter: RateLimiter | null;
  random: Random;
  ipdPageLimit: number;
  recordRetentionDays: number;
  nextRequestNumber: () => number;
};

export function createParts(
  options: SimulatorOptions,
  { world, clock }: { world: World; clock: SimulatorClock },
): Parts {
  const seed = options.seed ?? 1;
  const journal = createJournal(clock.now);
  const random = createRandom(`calls:${seed}`);
  let requests = 0;
  return {
    journal,
    store: createStore(world, { journal, now: clock.now }),
    ledger: createLedger(),
    faults: createFaultDial(options.random ?? createRandom(`faults:${seed}`).next),
    tokens: createTokenBook({ seed, now: clock.now, length: options.tokenLength ?? 1_800 }),
    guard: createSignInGuard(clock.now),
    limiter: options.rate === undefined ? null : createRateLimiter(options.rate, clock.now),
    random,
    ipdPageLimit: options.ipdPageLimit ?? DEFAULT_IPD_PAGE_LIMIT,
    recordRetentionDays: options.recordRetentionDays ?? DEFAULT_RECORD_RETENTION_DAYS,
    nextRequestNumber: () => ++requests,
  };
}
