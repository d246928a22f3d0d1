import type { ChangeSet, ChangeSetPage, FieldEdit, Preview, UndoRequest } from "@gantry/api-contract";
import type { ScrumItem } from "@gantry/codearts-simulator";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTestApp, type TestBrowser } from "../test-app.ts";
import { findBreaches } from "./invariants.ts";
import {
  apply,
  call,
  createJobClock,
  openBench,
  previewOf,
  resultsOf,
  scrumPlace,
  settled,
  type Bench,
} from "./harness.ts";

const DAY_MS = 24 * 60 * 60_000;

let bench: Bench;
let place: ReturnType<typeof scrumPlace>;
beforeEach(async () => {
  bench = await openBench();
  place = scrumPlace(bench.simulator);
});
afterEach(() => bench.close());

/** Tasks off the plan at a known progress, each with what a test wants it to be. */
function items(...wanted: Partial<ScrumItem>[]): string[] {
  const { store } = bench.simulator;
  const ids = place.spareIds.filter((id) => store.scrumItem(id)?.trackerId === 2).slice(0, wanted.length);
  ids.forEach((id, index) => store.patchScrumItem(Number(id), { statusId: 2, doneRatio: 10, ...wanted[index] }));
  return ids;
}

const progress = (value: number): FieldEdit => ({ how: "set", field: "progress", value });
const edit = (itemIds: string[], ...edits: FieldEdit[]) =>
  apply(bench, { kind: "edit", projectId: place.projectId, planId: null, itemIds, edits });
const previewUndo = ({ id }: { id: string }, browser = bench.browser): Promise<Preview> =>
  previewOf(browser, { kind: "undo", projectId: place.projectId, changeSetId: id });
const press = (
  { id }: { id: string },
  { browser = bench.browser, json }: { browser?: TestBrowser; json?: UndoRequest } = {},
) => call<ChangeSet>(browser, `/api/change-sets/${id}/undo`, { method: "POST", ...(json !== undefined && { json }) });
const undone = async (done: { id: string }, json?: UndoRequest) =>
  settled(bench, (await press(done, json === undefined ? {} : { json })).id);
const progressOf = (ids: string[]) => ids.map((id) => bench.simulator.store.scrumItem(id)?.doneRatio);
const refusalOf = async (path: string, json?: unknown) => {
  const response = await bench.browser.request(path, { method: "POST", ...(json !== undefined && { json }) });
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  return [response.status, error.code, error.message];
};

describe("the preview of an undo", () => {
  test("tells what still holds our value from what somebody changed since, or put back already", async () => {
    const [ours = "", theirs = "", back = ""] = items({}, {}, {});
    const done = await edit([ours, theirs, back], progress(60));
    bench.simulator.editAsSomeoneElse({ itemId: theirs, fields: { done_ratio: 77 } });
    bench.simulator.editAsSomeoneElse({ itemId: back, fields: { done_ratio: 10 } });
    const found = await previewUndo(done);
    expect(found.changes).toMatchObject([{ itemId: ours, field: "progress", from: 60, to: 10 }]);
    expect(found.skipped).toMatchObject([
      { itemId: theirs, field: "progress", reason: "changed-since", foundLabel: "77" },
      { itemId: back, field: "progress", reason: "no-change" },
    ]);
    expect([found.matching, found.taken, found.upstreamCalls]).toEqual([3, 3, 1]);
    const undo = await undone(done);
    expect(undo.counts).toMatchObject({ applied: 1, conflict: 1, unchanged: 1 });
    expect(progressOf([ours, theirs, back])).toEqual([10, 77, 10]);
  });

  test("says what cannot be taken back: links, days that were empty, and a day that would now be inverted", async () => {
    const { projectId, planId } = place;
    const [undated = "", dated = ""] = items({ begin: null, end: null }, { begin: "2026-11-02", end: "2026-11-06" });
    const linked = await apply(bench, {
      kind: "link",
      projectId,
      planId,
      itemIds: [undated],
      scheduleUndatedOn: "2026-12-01",
    });
    const ofLink = await previewUndo(linked);
    expect(ofLink.changes).toEqual([]);
    expect(ofLink.skipped.map(({ field, reason }) => [field, reason])).toEqual([
      ["plan", "not-removable"],
      ["start", "cannot-clear"],
      ["end", "cannot-clear"],
    ]);
    const moved = await edit([dated], { how: "shift", workingDays: -10 });
    bench.simulator.editAsSomeoneElse({ itemId: dated, fields: { end_time: "2026-10-30" } });
    const ofMove = await previewUndo(moved);
    expect(ofMove.changes).toEqual([]);
    expect(ofMove.skipped).toMatchObject([
      { field: "end", reason: "changed-since", foundLabel: "2026-10-30" },
      { field: "start", reason: "end-before-start" },
    ]);
    expect(bench.simulator.ledger.received().some(({ method }) => method === "DELETE")).toBe(false);
  });

  test("of what nobody knows puts nothing back, and says so", async () => {
    const [sure = "", lost = ""] = items({}, {});
    const done = await edit([sure, lost], progress(60));
    const { database } = bench.dependencies;
    const ofLost = database.updateTable("change_rows").where("item_id", "=", lost);
    await ofLost.set({ outcome: "unknown", reason: "answer-lost" }).execute();
    const found = await previewUndo(done);
    expect(found.changes.map(({ itemId }) => itemId)).toEqual([sure]);
    expect(found.skipped).toMatchObject([{ itemId: lost, reason: "unknown-outcome" }]);
    const undo = await undone(done);
    expect([undo.total, undo.counts]).toMatchObject([1, { applied: 1 }]);
    expect(progressOf([sure, lost])).toEqual([10, 60]);
  });
});

describe("undo", () => {
  test("leaves out what was unticked, and only that; with all unticked there is none", async () => {
    const ids = items({}, {}, {});
    const [first = "", second = ""] = ids;
    const done = await edit(ids, progress(60), { how: "set", field: "priority", value: "3" });
    const all = ids.flatMap((itemId) => ["progress", "priority"].map((field) => ({ itemId, field })));
    expect(await refusalOf(`/api/change-sets/${done.id}/undo`, { except: all })).toMatchObject([
      409,
      "change_set.wrong_state",
      "Nothing of it is to be put back",
    ]);
    const except = [
      { itemId: first, field: "progress" },
      { itemId: second, field: "priority" },
    ];
    const undo = await undone(done, { except });
    expect(undo.counts).toMatchObject({ applied: done.total - 2, conflict: 0 });
    expect(progressOf(ids)).toEqual([60, 10, 10]);
    expect(bench.simulator.store.scrumItem(second)?.priorityId).toBe(3);
  });

  test("pressed five times at once, in two sessions and on two replicas, is one undo", async () => {
    const ids = items({}, {});
    const done = await edit(ids, progress(60));
    const { simulator, dependencies } = bench;
    // The second server's own world is not used: both speak to the same CodeArts.
    const replica = await createTestApp({
      store: dependencies.store,
      clock: createJobClock(),
      wrapFetch: () => (url, init) => simulator.fetch(url, init),
    });
    const elsewhere = await replica.signIn();
    const other = await bench.signIn();
    const browsers = [bench.browser, elsewhere, other, elsewhere, bench.browser];
    const pressed = await Promise.all(browsers.map((browser) => press(done, { browser })));
    expect(new Set(pressed.map(({ id }) => id)).size).toBe(1);
    const undo = await settled(bench, pressed[0]?.id ?? "");
    expect(undo.counts).toMatchObject({ applied: 2 });
    const results = await resultsOf(bench.browser, undo.id);
    for (const { itemId } of results) expect(simulator.ledger.timesApplied(itemId, { field: "done_ratio" })).toBe(2);
    await replica.close();
  });

  test("can be undone, and that too, as often as one likes; each is a change set of its own", async () => {
    const ids = items({}, {});
    let last = await edit(ids, progress(60));
    const chain = [last.id];
    for (const value of [10, 60, 10, 60]) {
      expect(last).toMatchObject({ canUndo: true, undoneBy: null });
      const next = await undone(last);
      expect(next).toMatchObject({ origin: "undo", undoOf: last.id, counts: { applied: 2 } });
      expect(progressOf(ids)).toEqual([value, value]);
      last = next;
      chain.push(last.id);
    }
    expect(new Set(chain).size).toBe(5);
    const [first = ""] = chain;
    expect(
      await refusalOf("/api/change-sets/preview", { kind: "undo", projectId: place.projectId, changeSetId: first }),
    ).toEqual([409, "change_set.wrong_state", "It has been undone already; the undo can be undone"]);
    const written = bench.simulator.ledger.all().filter(({ operation }) => operation === "updateIssue");
    expect(written).toHaveLength(10);
    const results = await resultsOf(bench.browser, last.id);
    const options = { results, projectId: place.projectId, planId: null, submitted: 2 };
    expect(findBreaches(bench.simulator, options).filter((breach) => !breach.startsWith("INV3"))).toEqual([]);
  });

  test("is the end of a change set: what failed of it is not retried behind the undo", async () => {
    const [good = "", bad = ""] = items({}, {});
    const refusal = bench.simulator.faults.add({
      when: { operation: "updateIssue", itemId: bad },
      do: { kind: "status", status: 403, body: { error_code: "PM.02303005", error_msg: "no permission" } },
    });
    const done = await edit([good, bad], progress(60));
    expect([done.counts, done.canRetry]).toMatchObject([{ applied: 1, failed: 1 }, true]);
    refusal.remove();
    await undone(done);
    const retry = `/api/change-sets/${done.id}/retry`;
    expect(await refusalOf(retry, {})).toEqual([
      409,
      "change_set.wrong_state",
      "It has been undone; make the change anew",
    ]);
    const now = await call<ChangeSetPage>(bench.browser, `/api/change-sets/${done.id}`);
    expect(now.changeSet).toMatchObject({ canRetry: false, canUndo: false, counts: { applied: 1, failed: 1 } });
    expect(progressOf([good, bad])).toEqual([10, 10]);
  });

  test("is there for 90 days, also after signing in anew, and then says in plain words that it is not", async () => {
    const ids = items({});
    const done = await edit(ids, progress(60));
    // Waits that the test's clock skips move it on besides.
    bench.clock.advanceBy(89 * DAY_MS);
    const later = await bench.signIn();
    expect((await previewUndo(done, later)).changes).toHaveLength(1);
    bench.clock.advanceBy(DAY_MS);
    bench.browser = await bench.signIn();
    const why = "It is older than 90 days; what it replaced is not kept any longer";
    expect(await refusalOf(`/api/change-sets/${done.id}/undo`)).toEqual([409, "change_set.wrong_state", why]);
    expect(progressOf(ids)).toEqual([60]);
  });

  test("is its owner's alone: to a colleague the change set is not there, in the preview neither", async () => {
    const done = await edit(items({}), progress(60));
    const project = bench.simulator.store.project(place.projectId);
    const [, other] = bench.simulator.credentials.filter(({ account }) => account === project?.domain.name);
    const person = bench.simulator.store.person(other?.userId ?? "");
    if (project === undefined || other === undefined || person === undefined) throw new Error("No colleague");
    bench.simulator.store.patchProject(project.id, { members: [...project.members, { person, roleId: 4 }] });
    const { account, userName, password } = other;
    bench.browser = await bench.signIn({ account, userName, password });
    const none = [404, "change_set.not_found", "There is no such change set"];
    expect(await refusalOf(`/api/change-sets/${done.id}/undo`)).toEqual(none);
    const proposal = { kind: "undo", projectId: place.projectId, changeSetId: done.id };
    expect(await refusalOf("/api/change-sets/preview", proposal)).toEqual(none);
  });
});
