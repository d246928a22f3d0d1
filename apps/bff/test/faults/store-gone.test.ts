import { startPostgres, type PostgresServer } from "@gantry/tooling/tasks/postgres.mjs";
import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openFaultBench, type FaultBench } from "./bench.ts";
import { ITEMS, LONG_MS, many } from "./counts.ts";
import { expectTruth } from "./expect-truth.ts";
import { jobOf, OPERATIONS } from "./jobs.ts";
import { signIn } from "./person.ts";
import { rollDice } from "./seed.ts";

const TIMES = many(3, { inSoak: 60 });
/** In which a job stops sending. */
const STOPS_WITHIN_MS = 2_000;

vi.setConfig({ testTimeout: LONG_MS });
let server: PostgresServer;
let bench: FaultBench;
beforeEach(async () => {
  // What it has acknowledged must outlast its own end.
  server = await startPostgres({ settings: ["fsync=off", "full_page_writes=off"] });
});
afterEach(async () => {
  await bench.close();
  await server.remove();
});

const ways = [
  {
    name: "killed and started again",
    goAway: async () => signalAll([server.pid() ?? 0], "SIGKILL"),
    comeBack: () => server.restart(),
  },
  {
    name: "frozen and thawed",
    goAway: async () => signalAll((frozen = await pidsOfServer()), "SIGSTOP"),
    comeBack: async () => signalAll(frozen, "SIGCONT"),
  },
];
let frozen: number[] = [];

test.each(ways)("a PostgreSQL that is $name in mid-job stops the sending, and costs no change", async (way) => {
  const dice = rollDice(`store ${way.name}`);
  const databaseUrl = `postgres://gantry@127.0.0.1:${server.port}/postgres`;
  bench = await openFaultBench({ seed: dice.seed, databaseUrl, shorten: 8 });
  const { simulator } = bench.world;
  const gantry = await bench.start();
  const person = await signIn(gantry.origin, bench.world);
  const input = jobOf(simulator, { kind: "scrum", items: Math.min(ITEMS, 1_200) });
  const { id } = await person.create(gantry.origin, input);
  for (let times = 0; times < TIMES; times += 1) {
    const event = bench.world.writesFromNow(dice.between(1, 300));
    if (await person.endsBefore(gantry.origin, { id, event })) break;
    await way.goAway();
    await pass(STOPS_WITHIN_MS);
    const sent = simulator.ledger.calls(OPERATIONS.scrum);
    await pass(STOPS_WITHIN_MS / 4);
    expect(simulator.ledger.calls(OPERATIONS.scrum)).toBe(sent);
    await way.comeBack();
    await expect.poll(async () => (await fetch(`${gantry.origin}/api/health/ready`)).status).toBe(200);
  }
  await person.until(gantry.origin, { id, isReached: ({ state }) => state === "finished" });
  await expectTruth({ simulator, person, origin: gantry.origin, id, input });
});

/** The server's processes: the first, and those that serve a connection each. */
async function pidsOfServer(): Promise<number[]> {
  const client = new pg.Client({ host: "127.0.0.1", port: server.port, user: "gantry", database: "postgres" });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    "select pid from pg_stat_activity where pid is not null and pid <> pg_backend_pid()",
  );
  await client.end();
  return [server.pid() ?? 0, ...rows.map(({ pid }) => pid)];
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
