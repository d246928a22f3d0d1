import { expect, test, vi } from "vitest";
import { onFaultBench, type FaultBench } from "./bench.ts";
import { count, LONG_MS } from "./counts.ts";
import { expectTruth } from "./expect-truth.ts";
import { jobOf } from "./jobs.ts";
import { openLogPipe } from "./log-pipe.ts";
import { signIn, type Person } from "./person.ts";

/** Of which a pipe takes the lines of some 350. */
const REQUESTS = 800;
/** Side by side, as pages ask. */
const AT_ONCE = 40;
const ITEMS = 40;
const READY = /Gantry is ready at (\S+)/;

vi.setConfig({ testTimeout: LONG_MS });

async function originSaidBy(said: () => string): Promise<string> {
  await expect.poll(said).toMatch(READY);
  return READY.exec(said())?.[1] ?? "";
}

/** Each is answered. */
async function askAway(origin: string, { cookie }: Person): Promise<void> {
  const asking = Array.from({ length: AT_ONCE }, () => fetch(`${origin}/api/session`, { headers: { cookie } }));
  const answers = await Promise.all(asking);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  await Promise.all(answers.map((answer) => answer.arrayBuffer()));
}

/** A whole job, and its audit rows. */
async function expectWork(bench: FaultBench, { origin, person }: { origin: string; person: Person }): Promise<void> {
  const { simulator } = bench.world;
  const after = simulator.ledger.all().length;
  const input = jobOf(simulator, { kind: "scrum", items: ITEMS });
  const { id } = await person.create(origin, input);
  await person.until(origin, { id, isReached: ({ state }) => state === "finished" });
  await expectTruth({ simulator, goal: "G4", person, origin, id, input, after });
}

test("a log whose reader is stuck stops no request and no job, and costs no audit row", () => {
  const pipe = openLogPipe();
  return onFaultBench({ seed: 21 }, async (bench) => {
    bench.launch({ LOG_LEVEL: "debug" }, { logFile: pipe.writeEnd });
    const origin = await originSaidBy(pipe.read);
    const person = await signIn(origin, bench.world);
    for (let asked = 0; asked < REQUESTS; asked += AT_ONCE) await askAway(origin, person);
    await expectWork(bench, { origin, person });
    // What the pipe took before it was full is there.
    expect(pipe.read().split("\n").length).toBeGreaterThan(100);
    count("G4", { "stuck readers": 1 });
  }).finally(pipe.remove);
});
