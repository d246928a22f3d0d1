import { join } from "node:path";
import { sql } from "kysely";
import { expect, test, vi } from "vitest";
import { openFileForReading } from "../../src/database/open-for-reading.ts";
import { onFaultBench } from "./bench.ts";
import { count, inRounds, LONG_MS } from "./counts.ts";
import { expectTruth } from "./expect-truth.ts";
import { JOB_FAILED, jobOf } from "./jobs.ts";
import { signIn } from "./person.ts";
import { rollDice } from "./seed.ts";
import { mountSmallDisk } from "./small-disk.ts";

const FILLS = 20;
const ITEMS = 500;
const DISK_MB = 32;

vi.setConfig({ testTimeout: LONG_MS });

test(`a disk that is full ${FILLS} times in mid-job costs no change, and all goes on by itself when there is room`, ({
  skip,
}) => {
  const disk = mountSmallDisk({ megabytes: DISK_MB });
  if ("refused" in disk) {
    skip(`nobody may mount a small disk here (${disk.refused}); stores/full-disk.test.ts limits the file instead`);
    return Promise.resolve();
  }
  const play = async () => {
    const dice = rollDice("full disk");
    await onFaultBench({ seed: dice.seed, isLarge: true, folder: disk.folder }, async (bench) => {
      const { simulator } = bench.world;
      const gantry = await bench.start();
      const { origin } = gantry;
      const person = await signIn(origin, bench.world);
      // The log of the store has room of its own, so a short job can end before the full disk is felt.
      for (let felt = 0; felt < FILLS;) {
        const after = simulator.ledger.all().length;
        const input = jobOf(simulator, { kind: "scrum", items: ITEMS });
        const { id } = await person.create(origin, input);
        const endsBefore = (event: Promise<void>) => person.endsBefore(origin, { id, event });
        while (felt < FILLS) {
          if (await endsBefore(bench.world.writesFromNow(dice.between(1, 40)))) break;
          disk.fill();
          if (await endsBefore(gantry.saysAgain(JOB_FAILED))) break;
          expect((await fetch(`${origin}/api/health/live`)).status).toBe(200);
          // What is left of a job may find room where a larger part of it did not.
          if ((await person.read(origin, id)).state === "finished") break;
          felt += 1;
          disk.makeRoom();
        }
        disk.makeRoom();
        await person.until(origin, { id, isReached: ({ state }) => state === "finished" });
        await expectTruth({ simulator, goal: "G3", person, origin, id, input, after });
      }
      count("G3", { fills: FILLS });
      await gantry.kill();
      const database = openFileForReading(join(bench.place(), "gantry.db"));
      expect(await sql`pragma integrity_check`.execute(database)).toMatchObject({ rows: [{ integrity_check: "ok" }] });
      await database.destroy();
    });
  };
  return inRounds(play).finally(disk.remove);
});
