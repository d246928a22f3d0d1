import { afterEach, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../test-app.ts";
import { until } from "../until.ts";
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

/** Rounds of work in the background, one after the other, until there is something or nothing in each table. */
const passUntil = (isReached: (rows: number) => boolean, { stepMs }: { stepMs: number }) =>
  until(async () => {
    server.clock.advanceBy(stepMs);
    return (await countRows()).every(isReached);
  });

test("what was read is written down, and forgotten when nobody has looked at it for a month", async () => {
  server = await createTestApp();
  await openOverview(await server.signIn());
  const readAt = server.clock.now();
  // So short that whatever a store takes to write, it is far from the month's end.
  await passUntil((rows) => rows > 0, { stepMs: 1_000 });
  await passUntil((rows) => rows === 0, { stepMs: DAY_MS / 4 });
  expect(server.clock.now() - readAt).toBeGreaterThan(30 * DAY_MS);
});
