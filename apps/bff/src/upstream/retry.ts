import { type CodeArtsError, type CodeArtsErrorKind, isCodeArtsError } from "@gantry/codearts-client";
import type { Clock } from "../clock.ts";
import type { Random } from "../random.ts";
import type { RetryBudget } from "./retry-budget.ts";

const MAX_TRIES = 3;
const BASE_DELAY_MS = 250;
/** What CodeArts' sister services advise after a refusal for calling too often, when no time is named. */
const TOO_OFTEN_DELAY_MS = 2000;
/** A person waits in front of most reads: no new try begins later than this after the first. */
const READ_PATIENCE_MS = 8000;
/** Nobody waits in front of most writes, and the gateway may ask for a long pause. */
const WRITE_PATIENCE_MS = 60_000;

const PASSING: ReadonlySet<CodeArtsErrorKind> = new Set(["not-sent", "reset", "server-error", "too-often", "busy"]);
/** Of a write, with `doubtful: false`: surely not even looked at. */
const NOT_LOOKED_AT: ReadonlySet<CodeArtsErrorKind> = new Set(["not-sent", "too-often"]);

type RetryOptions = { clock: Clock; random: Random; budget: RetryBudget; signal: AbortSignal };

/** Repeats a read that met a passing fault, with jittered back-off, as long as patience and budget last. */
export function retryRead<T>(work: () => Promise<T>, options: RetryOptions): Promise<T> {
  return retry(work, { ...options, patienceMs: READ_PATIENCE_MS, isRepeatable: (error) => PASSING.has(error.kind) });
}

/** Repeats a write only where CodeArts surely never looked at it. */
export function retryUnseenWrite<T>(work: () => Promise<T>, options: RetryOptions): Promise<T> {
  const isRepeatable = (error: CodeArtsError) => !error.doubtful && NOT_LOOKED_AT.has(error.kind);
  return retry(work, { ...options, patienceMs: WRITE_PATIENCE_MS, isRepeatable });
}

async function retry<T>(
  work: () => Promise<T>,
  options: RetryOptions & { patienceMs: number; isRepeatable: (error: CodeArtsError) => boolean },
): Promise<T> {
  const { clock, random, budget, signal } = options;
  const startedAt = clock.now();
  budget.noteCall();
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isCodeArtsError(error) || !options.isRepeatable(error) || tries >= MAX_TRIES) throw error;
      const delayMs = delayAfter(error, { tries, random });
      const isTooLate = clock.now() + delayMs - startedAt > options.patienceMs;
      if (isTooLate || !budget.tryTake()) throw error;
      await clock.wait(delayMs, signal);
    }
  }
}

function delayAfter(error: CodeArtsError, options: { tries: number; random: Random }): number {
  const backOffMs = BASE_DELAY_MS * 2 ** options.tries * (0.5 + options.random.fraction());
  if (error.kind !== "too-often") return Math.max(backOffMs, error.retryAfterMs ?? 0);
  return (error.retryAfterMs ?? TOO_OFTEN_DELAY_MS) + backOffMs;
}
