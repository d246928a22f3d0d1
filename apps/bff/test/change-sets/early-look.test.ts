import { sql } from "kysely";
import { expect, test } from "vitest";
import { openGatedBench, SCRUM_WRITE, toRename } from "./gated-bench.ts";
import { create, settled } from "./harness.ts";

const ITEMS = 30;

test("items are looked at while their change set is being stored; one that can't be stored is never written", async () => {
  const bench = await openGatedBench();
  const input = await toRename(bench, { title: "Renamed", items: ITEMS });
  const { ledger } = bench.simulator;
  const before = { looks: ledger.calls("listIssues"), writes: ledger.calls("updateIssue") };
  await sql`alter table change_rows rename to lost_rows`.execute(bench.dependencies.database);

  await expect(create(bench.browser, { input })).rejects.toThrow("500");
  await expect.poll(() => ledger.calls("listIssues")).toBe(before.looks + 1);
  await sql`alter table lost_rows rename to change_rows`.execute(bench.dependencies.database);
  const { id } = await create(bench.browser, { input });
  expect((await settled(bench, id)).counts.applied).toBe(ITEMS);
  // One look before and one after, as if the first one had never been begun.
  expect(ledger.calls("listIssues")).toBe(before.looks + 3);
  expect(ledger.calls("updateIssue")).toBe(before.writes + ITEMS);
});

test("what an earlier change set may still write is not looked at before that one is over", async () => {
  const bench = await openGatedBench();
  const first = await toRename(bench, { title: "First", items: ITEMS });
  bench.gate.shut(SCRUM_WRITE);
  const earlier = await create(bench.browser, { input: first });
  await bench.gate.held(1);
  const { ledger } = bench.simulator;
  const looks = ledger.calls("listIssues");
  // As the preview shows it while the first is under way.
  const second = { ...first, changes: first.changes.map((change) => ({ ...change, from: "First", to: "Second" })) };
  const later = await create(bench.browser, { input: second });
  expect(ledger.calls("listIssues")).toBe(looks);
  bench.gate.open();
  expect((await settled(bench, earlier.id)).counts.applied).toBe(ITEMS);
  expect((await settled(bench, later.id)).counts).toMatchObject({ applied: ITEMS, conflict: 0 });
});
