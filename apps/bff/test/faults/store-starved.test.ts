import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startBlackHole } from "./black-hole.ts";
import { createConnectionHog } from "./connection-hog.ts";
import { isSoak, LONG_MS } from "./counts.ts";
import { startDatabases, type Databases } from "./databases.ts";
import { readsList, resumes, outlast } from "./outages.ts";

const TIMES = isSoak ? 3 : 1;
const ITEMS = isSoak ? 1_200 : 120;
const MOST_CONNECTIONS = 40;

vi.setConfig({ testTimeout: LONG_MS });
let databases: Databases;
let crowded: Databases;
beforeAll(async () => {
  [databases, crowded] = await Promise.all([
    startDatabases(),
    startDatabases({ settings: ["fsync=off", `max_connections=${MOST_CONNECTIONS}`] }),
  ]);
});
afterAll(() => Promise.all([databases.server.remove(), crowded.server.remove()]));

describe.concurrent("a PostgreSQL in mid-job", () => {
  test("that the network swallows stops the sending, holds nobody up, and costs no change", async () => {
    const hole = await startBlackHole(databases.server);
    const behindIt: Databases = {
      ...databases,
      create: async () => {
        const url = new URL(await databases.create());
        url.port = String(hole.port);
        return String(url);
      },
    };
    const outage = { ask: readsList, goAway: async () => hole.swallow(), comeBack: async () => hole.letThrough() };
    const told = { name: "black hole", databases: behindIt, times: TIMES, items: ITEMS };
    expect(await outlast(outage, told)).toBe(ITEMS);
    await hole.close();
  });

  test("whose connections others took, all of them: the same", async () => {
    const hog = createConnectionHog(crowded.home);
    const outage = { ask: readsList, goAway: hog.takeAll, comeBack: hog.giveBack };
    const told = { name: "too many connections", databases: crowded, times: TIMES, items: ITEMS };
    expect(await outlast(outage, told)).toBe(ITEMS);
  });

  test("that lets nobody write: the same, while people may read", async () => {
    // As after a fail-over to a server that only reads: whoever comes anew may not write.
    const set = (setting: "on" | "off") => async (place: string) => {
      const name = new URL(place).pathname.slice(1);
      const { home, query } = databases;
      await query(home, `alter database ${name} set default_transaction_read_only = ${setting}`);
      // Until they are gone: who asks after that is on a new one.
      const others = `from pg_stat_activity where datname = '${name}'`;
      await query(home, `select pg_terminate_backend(pid, ${LONG_MS}) ${others}`);
    };
    const outage = { ask: resumes, goAway: set("on"), comeBack: set("off") };
    expect(await outlast(outage, { name: "read-only", databases, times: TIMES, items: ITEMS })).toBe(ITEMS);
  });
});
