import type { FieldEdit } from "@gantry/api-contract";
import { afterEach, describe, expect, test } from "vitest";
import { createGate } from "./gate.ts";
import {
  agree,
  apply,
  call,
  create,
  openBench,
  previewOf,
  resultsOf,
  scrumPlace,
  settled,
  type Bench,
} from "./harness.ts";
import { findBreaches } from "./invariants.ts";

let bench: Bench;
afterEach(() => bench.close());

/** Open items of one type that have both dates. */
function datedTasks(count: number) {
  const place = scrumPlace(bench.simulator);
  const items = bench.simulator.store
    .scrumItemsOf(place.projectId)
    .filter(({ trackerId, begin, end, statusId }) => trackerId === 2 && begin !== null && end !== null && statusId < 5)
    .filter(({ begin, end }) => (begin ?? "") <= (end ?? ""))
    .slice(0, count);
  return { ...place, items, itemIds: items.map(({ id }) => String(id)) };
}

function someoneElse(projectId: string, items: readonly { assigneeNumber: number | null }[]) {
  const taken = new Set(items.map(({ assigneeNumber }) => assigneeNumber));
  const members = bench.simulator.store.project(projectId)?.members ?? [];
  const person = members.map((member) => member.person).find(({ userNumber }) => !taken.has(userNumber));
  if (person === undefined) throw new Error("Everybody has one of these items");
  return person;
}

describe("a batch edit of Scrum items", () => {
  test("sends one PUT an item for all its fields, and the assignee through the V2 batch call", async () => {
    bench = await openBench();
    const { projectId, items, itemIds } = datedTasks(6);
    const person = someoneElse(projectId, items);
    const edits: FieldEdit[] = [
      { how: "set", field: "assignee", value: person.userId },
      { how: "set", field: "progress", value: 37 },
      { how: "set", field: "title", value: "Renamed 改名" },
      { how: "shift", workingDays: 3 },
    ];
    const done = await apply(bench, { kind: "edit", projectId, planId: null, itemIds, edits });
    expect(done.counts).toMatchObject({ applied: 30 });
    expect(done.calls).toEqual({ planned: 12, sent: 12 });
    const { ledger, store } = bench.simulator;
    expect(ledger.calls("updateIssue")).toBe(6);
    expect(ledger.calls("batchEditIssues")).toBe(6);
    for (const id of itemIds) {
      expect(store.scrumItem(id)).toMatchObject({
        assigneeNumber: person.userNumber,
        doneRatio: 37,
        title: "Renamed 改名",
      });
    }
    const results = await resultsOf(bench.browser, done.id);
    expect(findBreaches(bench.simulator, { results, projectId, planId: null, submitted: 30 })).toEqual([]);
    expect(results.find(({ field }) => field === "assignee")?.toLabel).toBe(person.nickName);
  });

  test("CodeArts' own example, success with the item among its failures, ends as failed", async () => {
    bench = await openBench();
    const { projectId, items, itemIds } = datedTasks(3);
    const [bad = ""] = itemIds;
    bench.simulator.faults.add({
      when: { operation: "batchEditIssues", itemId: bad },
      do: { kind: "partial-failure", itemIds: [bad] },
    });
    const value = someoneElse(projectId, items).userId;
    const edits: FieldEdit[] = [{ how: "set", field: "assignee", value }];
    const done = await apply(bench, { kind: "edit", projectId, planId: null, itemIds, edits });
    const results = await resultsOf(bench.browser, done.id);
    expect(results[0]).toMatchObject({ itemId: bad, outcome: "failed", reason: "refused" });
    expect(done.counts).toMatchObject({ applied: 2, failed: 1 });
  });

  test("of 40 items 3 fail with CodeArts' code; retry sends those 3 alone; undo puts all 40 back", async () => {
    bench = await openBench();
    const { projectId, items, itemIds } = datedTasks(40);
    expect(itemIds).toHaveLength(40);
    const refusals = itemIds.slice(0, 3).map((itemId) =>
      bench.simulator.faults.add({
        when: { operation: "updateIssue", itemId },
        do: { kind: "status", status: 400, body: { error_code: "PM.02303005", error_msg: "no permission" } },
      }),
    );
    const edits: FieldEdit[] = [{ how: "set", field: "progress", value: 63 }];
    const done = await apply(bench, { kind: "edit", projectId, planId: null, itemIds, edits });
    expect(done).toMatchObject({ counts: { applied: 37, failed: 3 }, canRetry: true, canUndo: true, canCancel: false });
    const failed = (await resultsOf(bench.browser, done.id)).filter(({ outcome }) => outcome === "failed");
    expect(failed.map(({ itemId }) => itemId).toSorted()).toEqual(itemIds.slice(0, 3).toSorted());
    expect(failed[0]).toMatchObject({
      reason: "refused",
      upstreamCode: "PM.02303005",
      upstreamMessage: "no permission",
    });

    for (const refusal of refusals) refusal.remove();
    const before = bench.simulator.ledger.calls("updateIssue");
    await call(bench.browser, `/api/change-sets/${done.id}/retry`, { method: "POST", json: {} });
    const retried = await settled(bench, done.id);
    expect(retried.counts).toMatchObject({ applied: 40, failed: 0 });
    expect(bench.simulator.ledger.calls("updateIssue") - before).toBe(3);
    const results = await resultsOf(bench.browser, done.id);
    expect(findBreaches(bench.simulator, { results, projectId, planId: null, submitted: 40 })).toEqual([]);

    const undo = await call<{ id: string }>(bench.browser, `/api/change-sets/${done.id}/undo`, { method: "POST" });
    const undone = await settled(bench, undo.id);
    expect(undone).toMatchObject({ origin: "undo", undoOf: done.id, counts: { applied: 40 } });
    for (const item of items) expect(bench.simulator.store.scrumItem(item.id)?.doneRatio).toBe(item.doneRatio);
    const again = await call<{ id: string }>(bench.browser, `/api/change-sets/${done.id}/undo`, { method: "POST" });
    expect(again.id).toBe(undo.id);
  });

  test("undo never writes over what somebody changed since", async () => {
    bench = await openBench();
    const { projectId, itemIds } = datedTasks(3);
    const [edited = ""] = itemIds;
    const edits: FieldEdit[] = [{ how: "set", field: "progress", value: 41 }];
    const done = await apply(bench, { kind: "edit", projectId, planId: null, itemIds, edits });
    bench.simulator.editAsSomeoneElse({ itemId: edited, fields: { done_ratio: 77 } });
    const undo = await call<{ id: string }>(bench.browser, `/api/change-sets/${done.id}/undo`, { method: "POST" });
    const undone = await settled(bench, undo.id);
    expect(undone.counts).toMatchObject({ applied: 2, conflict: 1 });
    const [conflict] = await resultsOf(bench.browser, undo.id);
    expect(conflict).toMatchObject({ itemId: edited, reason: "changed-meanwhile", foundLabel: "77" });
    expect(bench.simulator.store.scrumItem(edited)?.doneRatio).toBe(77);
  });

  test("an edit between preview and apply is a conflict, and what already holds the value is left as it is", async () => {
    bench = await openBench();
    const { projectId, itemIds } = datedTasks(3);
    const [theirs = "", same = ""] = itemIds;
    const edits: FieldEdit[] = [{ how: "set", field: "progress", value: 52 }];
    const { changes } = await previewOf(bench.browser, { kind: "edit", projectId, planId: null, itemIds, edits });
    bench.simulator.editAsSomeoneElse({ itemId: theirs, fields: { done_ratio: 13 } });
    bench.simulator.editAsSomeoneElse({ itemId: same, fields: { done_ratio: 52 } });
    const input = { origin: "edit", projectId, planId: null, changes: agree(changes) } as const;
    const done = await settled(bench, (await create(bench.browser, { input })).id);
    expect(done.counts).toMatchObject({ applied: 1, conflict: 1, unchanged: 1 });
    expect(bench.simulator.ledger.calls("updateIssue")).toBe(1);
  });

  test("a bar dragged again before the first move is through is moved twice, in order", async () => {
    const gate = createGate();
    bench = await openBench({ wrapFetch: gate.wrapFetch });
    const { projectId, items } = datedTasks(1);
    const [item] = items;
    if (item === undefined) throw new Error("No item");
    const move = (from: string | null, to: string) =>
      create(bench.browser, {
        input: {
          origin: "drag",
          projectId,
          planId: null,
          changes: [{ itemId: String(item.id), field: "end", from, to }],
        },
      });
    gate.shut(/\/issues\/\d+$/);
    const first = await move(item.end, "2027-03-01");
    await gate.held(1);
    const second = await move("2027-03-01", "2027-03-08");
    // Time enough for the second to run ahead, if nothing held it back.
    for (let turn = 0; turn < 500; turn += 1) await new Promise((next) => void setImmediate(next));
    gate.open();
    expect((await settled(bench, second.id)).counts).toMatchObject({ applied: 1 });
    expect((await settled(bench, first.id)).counts).toMatchObject({ applied: 1 });
    expect(bench.simulator.store.scrumItem(item.id)?.end).toBe("2027-03-08");
  });

  test("a value beyond its limit is refused with the field and the limit, before anything is read or written", async () => {
    bench = await openBench();
    const { projectId, itemIds } = datedTasks(1);
    const response = await bench.browser.request("/api/change-sets/preview", {
      method: "POST",
      json: {
        kind: "edit",
        projectId,
        planId: null,
        itemIds,
        edits: [
          { how: "set", field: "title", value: "x".repeat(257) },
          { how: "set", field: "progress", value: 101 },
          { how: "clear", field: "end" },
          { how: "set", field: "tracker_id", value: "2" },
          { how: "set", field: "assignee", value: "0".repeat(32) },
        ],
      },
    });
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: { details: { issues: { message: string }[] } } };
    expect(error).toMatchObject({ code: "request.invalid" });
    expect(error.details.issues.map(({ message }) => message)).toEqual([
      "title: Expected at most 256 characters",
      "progress: Expected at most 100",
      "end: CodeArts cannot clear this field",
      "Expected a field of this project that Gantry can write",
      "assignee: Expected a member of the project",
    ]);
  });

  test("an end before the start is left out of the preview, with the reason", async () => {
    bench = await openBench();
    const { projectId, itemIds } = datedTasks(2);
    const edits: FieldEdit[] = [{ how: "set", field: "end", value: "2001-01-01" }];
    const preview = await previewOf(bench.browser, { kind: "edit", projectId, planId: null, itemIds, edits });
    expect(preview.changes).toEqual([]);
    expect(preview.skipped.map(({ reason, field }) => [reason, field])).toEqual([
      ["end-before-start", "end"],
      ["end-before-start", "end"],
    ]);
  });
});
