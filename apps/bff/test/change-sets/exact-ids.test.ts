import type { FieldEdit } from "@gantry/api-contract";
import { expect, onTestFinished, test } from "vitest";
import { createTestApp } from "../test-app.ts";
import { findBreaches } from "./invariants.ts";
import { agree, createJobClock, create, ipdPlace, previewOf, resultsOf, settled, type Bench } from "./harness.ts";

/** A number holds none of these exactly: it makes one out of each few hundred. */
const FIRST_ID = 957_294_446_158_852_096n;
const PLANTED = 800;

test("of 800 ids that lie next to each other the chosen 400 arrive everywhere, and no neighbour", async () => {
  const app = await createTestApp({ clock: createJobClock() });
  onTestFinished(app.close);
  const { simulator } = app;
  const place = ipdPlace(simulator, "IR");
  const template = simulator.store.ipdItem(place.itemIds[0] ?? "");
  if (template === undefined) throw new Error("No IPD item");
  const planted = Array.from({ length: PLANTED }, (_, index) => String(FIRST_ID + BigInt(index)));
  simulator.world.ipdItems.push(...planted.map((id) => ({ ...template, id, number: `IR${id.slice(-6)}`, title: id })));
  simulator.reset();
  const bench: Bench = { ...app, browser: await app.signIn() };

  const { projectId } = place;
  const chosen = planted.filter((_, index) => index % 2 === 1);
  const edits: FieldEdit[] = [{ how: "set", field: "workload", value: 4.5 }];
  const preview = await previewOf(bench.browser, { kind: "edit", projectId, planId: null, itemIds: chosen, edits });
  expect(preview.changes.map(({ itemId, itemTitle }) => [itemId, itemTitle])).toEqual(chosen.map((id) => [id, id]));
  const input = { origin: "edit", projectId, planId: null, changes: agree(preview.changes) } as const;
  const done = await settled(bench, (await create(bench.browser, { input })).id);
  expect(done.counts).toMatchObject({ applied: chosen.length });

  const stored = await app.dependencies.database
    .selectFrom("change_rows")
    .select("item_id")
    .orderBy("position")
    .execute();
  expect(stored.map((row) => row.item_id)).toEqual(chosen);
  const written = simulator.ledger.all().flatMap(({ itemIds }) => itemIds);
  expect(new Set(written)).toEqual(new Set(chosen));
  const results = await resultsOf(bench.browser, done.id);
  expect(new Set(results.map(({ itemId }) => itemId))).toEqual(new Set(chosen));
  expect(findBreaches(simulator, { results, projectId, planId: null, submitted: chosen.length })).toEqual([]);
  for (const [index, id] of planted.entries()) {
    const { workloadManDays } = simulator.store.ipdItem(id) ?? {};
    expect(workloadManDays, id).toBe(index % 2 === 1 ? "4.5" : template.workloadManDays);
  }
});
