import { LINK_FIELD } from "@gantry/api-contract";
import { afterEach, describe, expect, test } from "vitest";
import { apply, openBench, previewOf, resultsOf, scrumPlace, type Bench } from "./harness.ts";
import { findBreaches } from "./invariants.ts";

let bench: Bench;
afterEach(() => bench.close());

describe("linking work items to a Gantt plan", () => {
  test("250 items take three calls of 100, 100 and 50, and none is linked twice", async () => {
    bench = await openBench();
    const { projectId, planId, spareIds } = scrumPlace(bench.simulator);
    const itemIds = spareIds.slice(0, 250);
    const done = await apply(bench, { kind: "link", projectId, planId, itemIds });
    expect(done.counts).toMatchObject({ applied: 250, failed: 0, unknown: 0 });
    expect(done.calls).toEqual({ planned: 3, sent: 3 });
    const { ledger, store } = bench.simulator;
    const sizes = ledger
      .all()
      .filter(({ operation }) => operation === "linkIssues")
      .map(({ applied }) => applied);
    expect(sizes.toSorted((left, right) => right - left)).toEqual([100, 100, 50]);
    for (const id of itemIds) expect(ledger.timesApplied(id)).toBe(1);
    for (const id of itemIds) expect(store.plan(planId)?.itemIds.has(id)).toBe(true);
    const results = await resultsOf(bench.browser, done.id);
    expect(findBreaches(bench.simulator, { results, projectId, planId, submitted: 250 })).toEqual([]);
  });

  test("a preview writes nothing, leaves linked items out, and gives days only to undated ones", async () => {
    bench = await openBench();
    const { projectId, planId, spareIds } = scrumPlace(bench.simulator);
    const { store, ledger } = bench.simulator;
    const linked = [...(store.plan(planId)?.itemIds ?? [])].slice(0, 2);
    const undated = spareIds.filter((id) => store.scrumItem(id)?.begin === null && store.scrumItem(id)?.end === null);
    const dated = spareIds.filter((id) => store.scrumItem(id)?.begin !== null);
    const itemIds = [...linked, ...undated.slice(0, 2), ...dated.slice(0, 2), "1"];
    const before = ledger.all().length;
    const preview = await previewOf(bench.browser, {
      kind: "link",
      projectId,
      planId,
      itemIds,
      scheduleUndatedOn: "2026-12-01",
    });
    expect(ledger.all()).toHaveLength(before);
    expect(preview.skipped.map(({ itemId, reason }) => [itemId, reason])).toEqual([
      ...linked.map((id) => [id, "already-linked"]),
      ["1", "not-found"],
    ]);
    const days = preview.changes.filter(({ field }) => field !== LINK_FIELD);
    expect(new Set(days.map(({ itemId }) => itemId))).toEqual(new Set(undated.slice(0, 2)));
    expect(days.every(({ to }) => to === "2026-12-01")).toBe(true);
    expect(preview.changes.filter(({ field }) => field === LINK_FIELD)).toHaveLength(4);
    // One for the links, and one PUT for each of the two undated items.
    expect(preview.upstreamCalls).toBe(3);
  });

  test("a bad id is told from the 99 good ones that were sent with it", async () => {
    bench = await openBench();
    const { projectId, planId, spareIds } = scrumPlace(bench.simulator);
    const itemIds = spareIds.slice(0, 100);
    const bad = itemIds[42] ?? "";
    bench.simulator.faults.add({
      when: { operation: "linkIssues", itemId: bad },
      do: { kind: "status", status: 400, body: { error_code: "PM.02175006", error_msg: "invalid parameter" } },
    });
    const done = await apply(bench, { kind: "link", projectId, planId, itemIds });
    expect(done.counts).toMatchObject({ applied: 99, failed: 1 });
    const results = await resultsOf(bench.browser, done.id);
    expect(results[0]).toMatchObject({ itemId: bad, outcome: "failed", upstreamCode: "PM.02175006" });
    expect(findBreaches(bench.simulator, { results, projectId, planId, submitted: 100 })).toEqual([]);
  });
});
