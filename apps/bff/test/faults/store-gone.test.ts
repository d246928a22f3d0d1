import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onFaultBench } from "./bench.ts";
import { count, inRounds, LONG_MS } from "./counts.ts";
import { startDatabases, type Databases } from "./databases.ts";
import { expectTruth } from "./expect-truth.ts";
import { JOB_FAILED, jobOf, OPERATIONS } from "./jobs.ts";
import { signIn } from "./person.ts";
import { rollDice } from "./seed.ts";

const TIMES = 3;
/** In which a job that still sent would show it. */
const WATCHED_MS = 500;

vi.setConfig({ testTimeout: LONG_MS });
let databases: Databases;
beforeEach(async () => {
  // What it has acknowledged must outlast its own end.
  databases = await startDatabases({ settings: ["fsync=off", "full_page_writes=off"] });
});
afterEach(() => databases.server.remove());

const ways = [
  {
    name: "killed and started again",
    goAway: () => databases.server.kill(),
    comeBack: () => databases.server.restart(),
  },
  {
    name: "frozen and thawed",
    goAway: async () => signalAll((frozen = await pidsOfServer()), "SIGSTOP"),
    comeBack: async () => signalAll(frozen, "SIGCONT"),
  },
];
let frozen: number[] = [];

test.each(ways)("a PostgreSQL that is $name in mid-job stops the sending, and costs no change", (way) =>
  inRounds(async () => {
    const dice = rollDice(`store ${way.name}`);
    const items = 1_200;
    await onFaultBench({ seed: dice.seed, databases, shorten: 8, isLarge: true }, async (bench) => {
      const { simulator } = bench.world;
      const gantry = await bench.start();
      const person = await signIn(gantry.origin, bench.world);
      const input = jobOf(simulator, { kind: "scrum", items });
      const holds = dice.moments(TIMES, { calls: items }).map(bench.world.hold);
      const { id } = await person.create(gantry.origin, input);
      for (const { reached, release } of holds) {
        expect(await person.endsBefore(gantry.origin, { id, event: reached })).toBe(false);
        await way.goAway();
        // When it says so, nothing of it is under way any more.
        const stopped = gantry.saysAgain(JOB_FAILED);
        release();
        await stopped;
        const sent = simulator.ledger.calls(OPERATIONS.scrum);
        await pass(WATCHED_MS);
        expect(simulator.ledger.calls(OPERATIONS.scrum)).toBe(sent);
        await way.comeBack();
        await expect.poll(async () => (await fetch(`${gantry.origin}/api/health/ready`)).status).toBe(200);
      }
      await person.until(gantry.origin, { id, isReached: ({ state }) => state === "finished" });
      count("G5", { outages: TIMES });
      await expectTruth({ simulator, goal: "G5", person, origin: gantry.origin, id, input });
    });
  }),
);

/** The server's processes: the first, and those that serve a connection each. */
async function pidsOfServer(): Promise<number[]> {
  const rows = await databases.query<{ pid: number }>(
    databases.home,
    "select pid from pg_stat_activity where pid is not null and pid <> pg_backend_pid()",
  );
  return [databases.server.pid() ?? 0, ...rows.map(({ pid }) => pid)];
}

function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // That one has ended meanwhile.
    }
  }
}

function pass(delayMs: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, delayMs));
}
