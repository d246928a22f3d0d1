import { appendFileSync } from "node:fs";
import type { Kind } from "./jobs.ts";

/** `pnpm soak` sets it: for so long each test does the same anew, with another seed. */
const SOAK_SECONDS = Number(process.env["GANTRY_SOAK_SECONDS"] ?? 0);
/** Where `pnpm soak` reads what was counted. */
const SOAK_REPORT = process.env["GANTRY_SOAK_REPORT"];
export const isSoak = SOAK_SECONDS > 0;

/** How often the tests at named points are played. */
export const ROUNDS = Math.max(1, Math.floor(SOAK_SECONDS / 60));

/** Items of large jobs: 5,000, but for the test command's time's sake where each costs a call, or a list of them all. */
export const ITEMS: Readonly<Record<Kind, number>> = isSoak
  ? { link: 5_000, scrum: 5_000, ipd: 5_000 }
  : { link: 2_000, scrum: 1_500, ipd: 5_000 };

/** Ends what hangs; nothing is judged by it. */
export const LONG_MS = (isSoak ? 7_200_000 : 1_200_000) + SOAK_SECONDS * 1_000;

/** What is counted of a goal; tests add to it what they do (`kills`, `cuts` …). */
type Count = Readonly<Record<string, number>>;

/** Plays a round: once in the test command, again and again in a soak. */
export async function inRounds(round: () => Promise<void>): Promise<void> {
  const startedAt = performance.now();
  do {
    await round();
  } while (performance.now() - startedAt < SOAK_SECONDS * 1_000);
}

/** For fast-check: so many runs in the test command, as many as there is time for in a soak. */
export function runsOf(inTheTestCommand: number): { numRuns: number; interruptAfterTimeLimit?: number } {
  if (!isSoak) return { numRuns: inTheTestCommand };
  return { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: SOAK_SECONDS * 1_000 };
}

/** Adds to what is counted of a goal. @param goal its id in the reliability goals, with what sets it apart */
export function count(goal: string, counts: Count): void {
  if (SOAK_REPORT !== undefined) appendFileSync(SOAK_REPORT, `${JSON.stringify({ goal, counts })}\n`);
}
