import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { onFaultBench, type FaultBench } from "./bench.ts";
import { count, LONG_MS } from "./counts.ts";
import { expectTruth } from "./expect-truth.ts";
import { jobOf } from "./jobs.ts";
import { openLogPipe } from "./log-pipe.ts";
import { signIn, type Person } from "./person.ts";
import { mountSmallDisk } from "./small-disk.ts";

/** A pipe takes the lines of some 335; of what comes in one second 350 are logged (`request-log.ts`). */
const REQUESTS = 800;
const A_FULL_PIPE_BYTES = 60_000;
/** More than fit into what is left of a block; those of all fills together are fewer than a second's. */
const AT_ONCE = 25;
const ITEMS = 40;
const FILLS = 5;
const LEFT_OUT = "lines that could not be written were left out";

vi.setConfig({ testTimeout: LONG_MS });

/** @returns the request's id, which its line in the log bears */
async function ask(origin: string, { cookie }: Person): Promise<string> {
  const answer = await fetch(`${origin}/api/session`, { headers: { cookie } });
  await answer.arrayBuffer();
  expect(answer.status).toBe(200);
  return answer.headers.get("x-request-id") ?? "no id";
}

async function askAway(origin: string, person: Person): Promise<void> {
  await Promise.all(Array.from({ length: AT_ONCE }, () => ask(origin, person)));
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

test("a log whose reader is stuck stops no request and no job, costs no audit row, and goes on when it is read", () => {
  const pipe = openLogPipe();
  return onFaultBench({ seed: 21 }, async (bench) => {
    const origin = await bench.launch({ LOG_LEVEL: "debug" }, { logFile: pipe.writeEnd }).ready(pipe.read);
    const person = await signIn(origin, bench.world);
    const before = pipe.read().length;
    for (let asked = 0; asked < REQUESTS; asked += AT_ONCE) await askAway(origin, person);
    await expectWork(bench, { origin, person });
    expect(pipe.read().length - before).toBeGreaterThan(A_FULL_PIPE_BYTES);
    // Any one may have been too much for its second.
    const asked: string[] = [];
    await expect
      .poll(async () => {
        asked.push(await ask(origin, person));
        return asked.some((requestId) => pipe.read().includes(requestId));
      })
      .toBe(true);
    count("G4", { "stuck readers": 1 });
  }).finally(pipe.remove);
});

test(`a log whose disk is full, ${FILLS} times: the same, and then it says what it left out`, ({ skip }) => {
  const disk = mountSmallDisk({ megabytes: 1 });
  if ("refused" in disk) {
    skip(`nobody may mount a small disk here (${disk.refused}); log-destination.test.ts writes to /dev/full instead`);
    return Promise.resolve();
  }
  const file = join(disk.folder, "log");
  const logFile = openSync(file, "a");
  const said = () => readFileSync(file, "utf8");
  return onFaultBench({ seed: 22 }, async (bench) => {
    const origin = await bench.launch({ LOG_LEVEL: "debug" }, { logFile }).ready(said);
    const person = await signIn(origin, bench.world);
    const timesTold = () => said().split(LEFT_OUT).length - 1;
    for (let fills = 1; fills <= FILLS; fills += 1) {
      const toldBefore = timesTold();
      disk.fill();
      await askAway(origin, person);
      if (fills === FILLS) await expectWork(bench, { origin, person });
      disk.makeRoom();
      await expect
        .poll(async () => {
          await ask(origin, person);
          return timesTold();
        })
        .toBeGreaterThan(toldBefore);
    }
    count("G4", { fills: FILLS });
  }).finally(() => {
    closeSync(logFile);
    disk.remove();
  });
});
