import { afterEach, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../test-app.ts";
import { openOverview } from "./overview-events.ts";

let server: TestApp;
afterEach(() => server.close());

const DAY_MS = 86_400_000;
const TABLES = ["mirror_items", "mirror_plans", "mirror_projects", "mirror_sights"] as const;

const countRows = async () => {
  const counts = [];
  for (const table of TABLES) {
    const row = await server.dependencies.database
      .selectFrom(table)
      .select((select) => select.fn.countAll().as("rows"))
      .executeTakeFirstOrThrow();
    counts.push(Number(row.rows));
  }
  return counts;
};

/** Rounds of the sweep, one after the other, until nothing or something is left. */
const sweepUntil = async (isReached: (rows: number) => boolean) => {
  while (!(await countRows()).every(isReached)) {
    server.clock.advanceBy(DAY_MS / 4);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
};

test("what was read is written down, and forgotten when nobody has looked at it for a month", async () => {
  server = await createTestApp();
  await openOverview(await server.signIn());
  const readAt = server.clock.now();
  await sweepUntil((rows) => rows > 0);
  await sweepUntil((rows) => rows === 0);
  expect(server.clock.now() - readAt).toBeGreaterThan(30 * DAY_MS);
});
