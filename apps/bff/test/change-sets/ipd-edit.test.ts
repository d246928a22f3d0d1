import type { FieldEdit } from "@gantry/api-contract";
import { afterEach, describe, expect, test } from "vitest";
import { apply, call, ipdPlace, openBench, resultsOf, settled, type Bench } from "./harness.ts";
import { findBreaches } from "./invariants.ts";

let bench: Bench;
afterEach(() => bench.close());

describe("a batch edit of IPD items", () => {
  test("groups by category and equal values, at most 50 ids a call, and every 18–19-digit id arrives exactly", async () => {
    bench = await openBench();
    const largest = ipdPlace(bench.simulator);
    const requirements = ipdPlace(bench.simulator, "IR");
    const { projectId } = largest;
    const itemIds = [...largest.itemIds.slice(0, 70), ...requirements.itemIds.slice(0, 5)];
    expect(itemIds).toHaveLength(75);
    const edits: FieldEdit[] = [{ how: "set", field: "workload", value: 12.5 }];
    const done = await apply(bench, { kind: "edit", projectId, planId: null, itemIds, edits });
    expect(done.counts).toMatchObject({ applied: itemIds.length, failed: 0 });
    const written = bench.simulator.ledger.all().filter(({ operation }) => operation === "batchUpdateIpdIssues");
    expect(written.flatMap(({ itemIds: ids }) => ids).toSorted()).toEqual(itemIds.toSorted());
    // 50 and 20 of the one category, 5 of the other.
    expect(written.map(({ itemIds: ids }) => ids.length).toSorted((left, right) => right - left)).toEqual([50, 20, 5]);
    for (const id of itemIds) expect(bench.simulator.store.ipdItem(id)?.workloadManDays).toBe("12.5");
    const results = await resultsOf(bench.browser, done.id);
    expect(findBreaches(bench.simulator, { results, projectId, planId: null, submitted: itemIds.length })).toEqual([]);
  });

  test("adjacent ids beyond what a number holds are never mixed up", async () => {
    bench = await openBench();
    const { projectId, itemIds } = ipdPlace(bench.simulator);
    const all = new Set(itemIds);
    const pair = itemIds.find((id) => all.has(String(BigInt(id) + 1n)));
    const [chosen, neighbour] = pair === undefined ? itemIds : [pair, String(BigInt(pair) + 1n)];
    const before = bench.simulator.store.ipdItem(neighbour ?? "")?.title;
    const edits: FieldEdit[] = [{ how: "set", field: "title", value: "Exactly this one" }];
    const done = await apply(bench, { kind: "edit", projectId, planId: null, itemIds: [chosen ?? ""], edits });
    expect(done.counts).toMatchObject({ applied: 1 });
    expect(bench.simulator.store.ipdItem(chosen ?? "")?.title).toBe("Exactly this one");
    expect(bench.simulator.store.ipdItem(neighbour ?? "")?.title).toBe(before);
  });

  test("persons, days, labels and people are written in their own forms, read back, and undone", async () => {
    bench = await openBench();
    const { projectId, itemIds } = ipdPlace(bench.simulator);
    const chosen = itemIds.slice(0, 4);
    const project = bench.simulator.store.project(projectId);
    if (project?.kind !== "ipd") throw new Error("No IPD project");
    const before = chosen.map((id) => bench.simulator.store.ipdItem(id));
    const person = project.members
      .map((member) => member.person)
      .find(({ userId }) => !before.some((item) => item?.assigneeId === userId));
    const [label] = project.labels;
    const edits: FieldEdit[] = [
      { how: "set", field: "assignee", value: person?.userId ?? "" },
      { how: "set", field: "start", value: "2027-01-04" },
      { how: "set", field: "end", value: "2027-01-08" },
      { how: "set", field: "labels", value: [label?.id ?? "", label?.id ?? ""] },
    ];
    const done = await apply(bench, { kind: "edit", projectId, planId: null, itemIds: chosen, edits });
    expect(done.counts).toMatchObject({ failed: 0, unknown: 0, conflict: 0 });
    for (const id of chosen) {
      expect(bench.simulator.store.ipdItem(id)).toMatchObject({
        assigneeId: person?.userId,
        planStart: Date.parse("2027-01-04T00:00:00+08:00"),
        planEnd: Date.parse("2027-01-08T00:00:00+08:00"),
        labelIds: [label?.id],
      });
    }
    const undo = await call<{ id: string }>(bench.browser, `/api/change-sets/${done.id}/undo`, { method: "POST" });
    const undone = await settled(bench, undo.id);
    const results = await resultsOf(bench.browser, undo.id);
    const left = results.filter(({ outcome }) => outcome !== "applied");
    // What held nothing before cannot be emptied again where CodeArts documents no way to.
    expect(
      left.every(({ outcome, reason, to }) => outcome === "failed" && reason === "cannot-clear" && to === null),
    ).toBe(true);
    expect(undone.counts.applied).toBeGreaterThan(0);
    const held = before.flatMap((item) => (item?.assigneeId == null ? [] : [[item.id, item.assigneeId]]));
    const holds = held.map(([id]) => [id, bench.simulator.store.ipdItem(id ?? "")?.assigneeId]);
    expect(holds).toEqual(held);
  });

  test("a failed id in a batch fails alone, and CodeArts' success word is not believed", async () => {
    bench = await openBench();
    const { projectId, itemIds } = ipdPlace(bench.simulator);
    const chosen = itemIds.slice(0, 10);
    const [bad = ""] = chosen;
    bench.simulator.faults.add({
      when: { operation: "batchUpdateIpdIssues" },
      do: { kind: "partial-failure", itemIds: [bad] },
    });
    const edits: FieldEdit[] = [{ how: "set", field: "workload", value: 7.5 }];
    const done = await apply(bench, { kind: "edit", projectId, planId: null, itemIds: chosen, edits });
    expect(done.counts).toMatchObject({ applied: 9, failed: 1 });
    const results = await resultsOf(bench.browser, done.id);
    expect(results[0]).toMatchObject({ itemId: bad, outcome: "failed" });
    expect(findBreaches(bench.simulator, { results, projectId, planId: null, submitted: 10 })).toEqual([]);
  });

  test("an id for which CodeArts refuses the whole call fails alone; the others are written, once", async () => {
    bench = await openBench();
    const { projectId, itemIds } = ipdPlace(bench.simulator);
    const chosen = itemIds.slice(0, 30);
    const bad = chosen[17] ?? "";
    bench.simulator.faults.add({
      when: { operation: "batchUpdateIpdIssues", itemId: bad },
      do: { kind: "status", status: 400, body: { error_code: "PM.02175202", error_msg: "in change review" } },
    });
    const edits: FieldEdit[] = [{ how: "set", field: "workload", value: 9.5 }];
    const done = await apply(bench, { kind: "edit", projectId, planId: null, itemIds: chosen, edits });
    expect(done.counts).toMatchObject({ applied: 29, failed: 1 });
    const results = await resultsOf(bench.browser, done.id);
    expect(results[0]).toMatchObject({ itemId: bad, reason: "refused", upstreamCode: "PM.02175202" });
    expect(findBreaches(bench.simulator, { results, projectId, planId: null, submitted: 30 })).toEqual([]);
  });
});
