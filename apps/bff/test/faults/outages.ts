import { expect, vi } from "vitest";
import { openFaultBench } from "./bench.ts";
import { count, inRounds, isSoak, LONG_MS } from "./counts.ts";
import type { Databases } from "./databases.ts";
import { expectTruth } from "./expect-truth.ts";
import { JOB_FAILED, jobOf, OPERATIONS } from "./jobs.ts";
import { AS_PAGE, signIn, type Person } from "./person.ts";
import { rollDice } from "./seed.ts";

/** A way in which a database is of no use for a while. */
export type Outage = {
  /** @param place the address of the database */
  goAway: (place: string) => Promise<void>;
  comeBack: (place: string) => Promise<void>;
  /** What somebody asks for who needs the database for it; his answer is a clear error while it is away. */
  ask: (to: { origin: string; person: Person; id: string }) => Promise<Response>;
};

/** Ends what hangs; a lost connection would end by itself after many minutes. */
const HANGS_AFTER_MS = 60_000;
/** In which a job that still sent would show it. */
const WATCHED_MS = 500;

export const readsList: Outage["ask"] = ({ origin, person }) =>
  fetch(`${origin}/api/change-sets`, {
    headers: { cookie: person.cookie },
    signal: AbortSignal.timeout(HANGS_AFTER_MS),
  });

/** Nothing comes of it, since the job runs already. */
export const resumes: Outage["ask"] = ({ origin, person, id }) =>
  fetch(`${origin}/api/change-sets/${id}/resume`, {
    method: "POST",
    headers: { ...AS_PAGE, cookie: person.cookie },
    signal: AbortSignal.timeout(HANGS_AFTER_MS),
  });

/**
 * In mid-job, again and again: people are told, nothing is sent, and all goes on by itself.
 * @returns how many changes the last job has made
 */
export async function outlast(
  outage: Outage,
  options: { name: string; databases: Databases; times: number; items: number },
): Promise<number | undefined> {
  const { name, databases, times, items } = options;
  const goal = `G5 ${name}`;
  let applied: number | undefined = 0;
  await inRounds(async () => {
    const dice = rollDice(goal);
    const bench = await openFaultBench({ seed: dice.seed, databases, shorten: 8, isLarge: isSoak });
    try {
      const { simulator } = bench.world;
      const gantry = await bench.start();
      const { origin } = gantry;
      const person = await signIn(origin, bench.world);
      const input = jobOf(simulator, { kind: "scrum", items });
      const holds = dice.moments(times, { calls: items }).map(bench.world.hold);
      const { id } = await person.create(origin, input);
      const ask = () => outage.ask({ origin, person, id });
      for (const { reached, release } of holds) {
        expect(await person.endsBefore(origin, { id, event: reached })).toBe(false);
        await outage.goAway(bench.place());
        // When it says so, nothing of it is under way any more.
        const stopped = gantry.saysAgain(JOB_FAILED);
        release();
        await stopped;
        await untilStatus(503, ask);
        expect(await (await ask()).json()).toMatchObject({ error: { code: "storage.unavailable" } });
        expect((await fetch(`${origin}/api/health/live`)).status).toBe(200);
        const sent = simulator.ledger.calls(OPERATIONS.scrum);
        await new Promise((resolve) => void setTimeout(resolve, WATCHED_MS));
        expect(simulator.ledger.calls(OPERATIONS.scrum)).toBe(sent);
        await outage.comeBack(bench.place());
        await untilStatus(200, () => fetch(`${origin}/api/health/ready`));
      }
      const done = await person.until(origin, { id, isReached: ({ state }) => state === "finished" });
      applied = done.counts.applied;
      count(goal, { outages: times });
      await expectTruth({ simulator, goal, person, origin, id, input });
    } finally {
      await outage.comeBack(bench.place());
      await bench.close();
    }
  });
  return applied;
}

/** Tests that run side by side have no `expect.poll` in common. */
function untilStatus(status: number, ask: () => Promise<Response>): Promise<void> {
  const look = async () => expect((await ask()).status).toBe(status);
  return vi.waitFor(look, { timeout: LONG_MS, interval: 50 });
}
