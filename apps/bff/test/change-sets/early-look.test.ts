import { sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import { createGate, type Gate } from "./gate.ts";
import { agree, create, openBench, previewOf, scrumPlace, settled, type Bench } from "./harness.ts";

const ITEMS = 30;
const WRITE = /\/v4\/projects\/[^/]+\/issues\/\d+$/;

let gate: Gate;
let bench: Bench;
afterEach(async () => {
  gate.open();
  await bench.close();
});

test("items are looked at while their change set is being stored; one that can't be stored is never written", async () => {
  gate = createGate();
  bench = await openBench();
  const input = await toInput("Renamed");
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
  gate = createGate();
  bench = await openBench({ wrapFetch: gate.wrapFetch });
  const first = await toInput("First");
  gate.shut(WRITE);
  const earlier = await create(bench.browser, { input: first });
  await gate.held(1);
  const { ledger } = bench.simulator;
  const looks = ledger.calls("listIssues");
  // As the preview shows it while the first is under way.
  const second = { ...first, changes: first.changes.map((change) => ({ ...change, from: "First", to: "Second" })) };
  const later = await create(bench.browser, { input: second });
  expect(ledger.calls("listIssues")).toBe(looks);
  gate.open();
  expect((await settled(bench, earlier.id)).counts.applied).toBe(ITEMS);
  expect((await settled(bench, later.id)).counts).toMatchObject({ applied: ITEMS, conflict: 0 });
});

async function toInput(title: string) {
  const { projectId, spareIds } = scrumPlace(bench.simulator);
  const edits = [{ how: "set", field: "title", value: title } as const];
  const itemIds = spareIds.slice(0, ITEMS);
  const { changes } = await previewOf(bench.browser, { kind: "edit", projectId, planId: null, itemIds, edits });
  return { origin: "edit" as const, projectId, planId: null, changes: agree(changes) };
}
