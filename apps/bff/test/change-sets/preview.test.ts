import type { FieldEdit, Preview, Proposal } from "@gantry/api-contract";
import type { ScrumItem } from "@gantry/codearts-simulator";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { TEST_NOW } from "../test-app.ts";
import { createAppClock } from "../test-clock.ts";
import { createGate } from "./gate.ts";
import { agree, call, create, ipdPlace, openBench, previewOf, scrumPlace, settled, type Bench } from "./harness.ts";

const gate = createGate();
let bench: Bench;
let place: ReturnType<typeof scrumPlace>;
beforeEach(async () => {
  bench = await openBench({ wrapFetch: gate.wrapFetch });
  place = scrumPlace(bench.simulator);
});
afterEach(async () => {
  gate.open();
  await bench.close();
});

/** Tasks off the plan, each with what a test wants it to be. */
function items(...wanted: Partial<ScrumItem>[]): string[] {
  const { store } = bench.simulator;
  const ids = place.spareIds.filter((id) => store.scrumItem(id)?.trackerId === 2).slice(0, wanted.length);
  ids.forEach((id, index) => store.patchScrumItem(Number(id), { statusId: 2, sprintId: null, ...wanted[index] }));
  return ids;
}

const edit = (itemIds: string[], ...edits: FieldEdit[]): Extract<Proposal, { kind: "edit" }> => ({
  kind: "edit",
  projectId: place.projectId,
  planId: null,
  itemIds,
  edits,
});
const preview = (proposal: Proposal) => previewOf(bench.browser, proposal);
const days = ({ changes }: Preview) => changes.map(({ itemId, field, to }) => `${itemId} ${field} ${String(to)}`);
const skips = ({ skipped }: Preview) => skipped.map(({ itemId, field, reason }) => [itemId, field, reason]);

/** 2026-10-01 to 07 is a holiday; Saturday 2026-10-10 is worked. */
const calendar = {
  weekend: [0, 6],
  holidays: ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"] as `${number}-${number}-${number}`[],
  makeUpDays: ["2026-10-10"] as `${number}-${number}-${number}`[],
};

describe("edits that go by what an item holds", () => {
  test("snap to a weekday, with the length in working days of the team's own calendar", async () => {
    const [a = "", b = "", c = "", d = ""] = items(
      { begin: "2026-09-30", end: "2026-10-09" },
      { begin: "2026-10-12", end: "2026-10-13" },
      { begin: null, end: null },
      { begin: "2026-10-09", end: "2026-10-08" },
    );
    const found = await preview({ ...edit([a, b, c, d], { how: "snap", weekday: 1, toward: "later" }), calendar });
    // Three working days (30 September, 8 and 9 October) from Monday 5 October, a holiday, on.
    expect(days(found)).toEqual([`${a} start 2026-10-05`, `${a} end 2026-10-10`]);
    expect(skips(found)).toEqual([
      [b, null, "no-change"],
      [c, null, "no-dates"],
      [d, null, "end-before-start"],
    ]);
  });

  test("fit into a sprint: its own, or the one that the same proposal moves it to; cut where it is too long", async () => {
    const project = bench.simulator.store.project(place.projectId);
    const [sprint] = project?.kind === "scrum" ? project.sprints : [];
    if (sprint === undefined) throw new Error("No sprint");
    const [long = "", none = ""] = items(
      { begin: "2020-01-01", end: "2030-01-01", sprintId: sprint.id },
      { begin: "2020-01-01", end: "2020-01-01" },
    );
    const own = await preview(edit([long, none], { how: "fit-sprint", sprintId: null }));
    const [start = "", end = ""] = own.changes.map(({ to }) => String(to));
    expect([start >= sprint.begin, end <= sprint.end, start < end]).toEqual([true, true, true]);
    expect(skips(own)).toEqual([[none, null, "no-sprint"]]);

    const move: FieldEdit = { how: "set", field: "sprint", value: String(sprint.id) };
    const moved = await preview(edit([none], { how: "fit-sprint", sprintId: null }, move));
    expect(moved.changes.map(({ field }) => field)).toEqual(["sprint", "start", "end"]);
    expect(moved.changes.map(({ to }) => to)).toEqual([String(sprint.id), start, start]);
  });

  test("scale from the earliest start of all, or from an anchor", async () => {
    const [a = "", b = ""] = items(
      { begin: "2026-11-02", end: "2026-11-03" },
      { begin: "2026-11-04", end: "2026-11-04" },
    );
    expect(days(await preview(edit([a, b], { how: "scale", percent: 200 })))).toEqual([
      `${a} end 2026-11-05`,
      `${b} start 2026-11-06`,
      `${b} end 2026-11-09`,
    ]);
    const anchored = edit([a, b], { how: "scale", percent: 50, anchor: "2026-10-29" });
    expect(days(await preview(anchored))).toEqual([
      `${a} start 2026-10-30`,
      `${a} end 2026-10-30`,
      `${b} start 2026-11-02`,
      `${b} end 2026-11-02`,
    ]);
  });

  test("beyond the year 9999 an item is left alone, with that reason", async () => {
    const [last = ""] = items({ begin: "9999-12-30", end: "9999-12-31" });
    const found = await preview(edit([last], { how: "shift", workingDays: 5 }));
    expect(skips(found)).toEqual([[last, null, "outside-calendar"]]);
  });

  test("that contradict each other are refused, both named", async () => {
    const [a = ""] = items({ begin: "2026-11-02", end: "2026-11-03" });
    const json = edit(
      [a],
      { how: "shift", workingDays: 1 },
      { how: "snap", weekday: 1, toward: "nearest" },
      { how: "set", field: "end", value: "2026-12-01" },
      { how: "fit-sprint", sprintId: "999999" },
    );
    const response = await bench.browser.request("/api/change-sets/preview", { method: "POST", json });
    const { error } = (await response.json()) as { error: { code: string; details: { issues: unknown[] } } };
    expect([response.status, error.code]).toEqual([400, "request.invalid"]);
    const against = (what: string) => `Expected each field in one edit only: ${what} against edits.0 (shift)`;
    expect(error.details.issues).toEqual([
      { path: "edits.1", message: against("start and end") },
      { path: "edits.2.field", message: against("end") },
      { path: "edits.3", message: against("start and end") },
      { path: "edits.3.sprintId", message: "Expected a sprint of the project" },
    ]);
  });
});

describe("what CodeArts would refuse", () => {
  const rename = { how: "set", field: "title", value: "Renamed" } as const;
  const me = () => bench.simulator.credentials[0]?.userId;

  test("is foreseen for a viewer of the project, who may change nothing", async () => {
    const [a = "", b = ""] = items({}, {});
    const { members = [] } = bench.simulator.store.project(place.projectId) ?? {};
    const asViewer = members.map((one) => (one.person.userId === me() ? { ...one, roleId: 8 as const } : one));
    bench.simulator.store.patchProject(place.projectId, { members: asViewer });
    const found = await preview(edit([a, b], rename));
    expect(found.changes).toEqual([]);
    expect(skips(found)).toEqual([
      [a, null, "not-permitted"],
      [b, null, "not-permitted"],
    ]);
    const link = await preview({ kind: "link", projectId: place.projectId, planId: place.planId, itemIds: [a] });
    expect(skips(link)).toEqual([[a, null, "not-permitted"]]);
  });

  test("is foreseen for an archived project", async () => {
    const [a = ""] = items({});
    bench.simulator.store.patchProject(place.projectId, { isArchived: true });
    expect(skips(await preview(edit([a], rename)))).toEqual([[a, null, "read-only"]]);
  });

  test("is foreseen for closed items where they are read-only, but for their status and for links", async () => {
    const [closed = "", open = ""] = items({ statusId: 5 }, {});
    const before = await preview(edit([closed, open], rename));
    expect(before.changes).toHaveLength(2);
    bench.simulator.store.patchProject(place.projectId, { isClosedReadOnly: true });
    bench.clock.advanceBy(61_000);
    const found = await preview(edit([closed, open], rename));
    expect(found.changes.map(({ itemId }) => itemId)).toEqual([open]);
    expect(skips(found)).toEqual([[closed, null, "read-only"]]);
    const reopened = await preview(edit([closed], { how: "set", field: "status", value: "2" }));
    expect(reopened.changes).toHaveLength(1);
    const linked = await preview({ kind: "link", projectId: place.projectId, planId: place.planId, itemIds: [closed] });
    expect(linked.changes).toHaveLength(1);
  });

  test("is not guessed where CodeArts does not say", async () => {
    const [a = ""] = items({});
    for (const operation of ["showUserRole", "showPublicConfigs", "showProject"]) {
      bench.simulator.faults.add({ when: { operation }, do: { kind: "status", status: 400, body: {} } });
    }
    expect((await preview(edit([a], rename))).changes).toHaveLength(1);
  });

  test("is asked once for many previews, and of an IPD project not at all", async () => {
    // Nothing moves this clock on, so that what was asked stays fresh.
    const still = await openBench({ clock: createAppClock(TEST_NOW, { skipsWaitsUpToMs: 0 }) });
    onTestFinished(still.close);
    const { ledger } = still.simulator;
    const [a = ""] = place.spareIds;
    await Promise.all([previewOf(still.browser, edit([a], rename)), previewOf(still.browser, edit([a], rename))]);
    await previewOf(still.browser, edit([a], rename));
    expect([ledger.calls("showUserRole"), ledger.calls("showPublicConfigs")]).toEqual([1, 1]);
    const { projectId, itemIds } = ipdPlace(still.simulator);
    const ofIpd = { ...edit(itemIds.slice(0, 2), rename), projectId };
    expect((await previewOf(still.browser, ofIpd)).changes).toHaveLength(2);
    expect(ledger.calls("showUserRole")).toBe(1);
  });
});

test("what a job that still runs will have changed by then is a conflict; the rest is proposed", async () => {
  const [a = "", b = ""] = items({ doneRatio: 10 }, { doneRatio: 10 });
  const to = (value: number): FieldEdit => ({ how: "set", field: "progress", value });
  const { changes } = await preview(edit([a], to(50)));
  gate.shut(/\/issues\/\d+$/);
  const input = { origin: "edit", projectId: place.projectId, planId: null, changes: agree(changes) } as const;
  const { id } = await create(bench.browser, { input });
  await gate.held(1);
  const found = await preview(edit([a, b], to(70)));
  expect(found.changes.map(({ itemId }) => itemId)).toEqual([b]);
  expect(found.skipped).toMatchObject([{ itemId: a, field: "progress", reason: "conflict", foundLabel: "50" }]);
  expect((await preview(edit([a], to(50)))).changes).toHaveLength(1);
  gate.open();
  await settled(bench, id);
  expect((await preview(edit([a, b], to(70)))).changes).toHaveLength(2);
});

test("no preview of any kind writes anything upstream", async () => {
  const { projectId, planId } = place;
  const [a = "", b = ""] = items({ begin: "2026-11-02", end: "2026-11-03" }, {});
  const { changes } = await preview(edit([a], { how: "shift", workingDays: 3 }));
  const input = { origin: "edit", projectId, planId: null, changes: agree(changes) } as const;
  const done = await settled(bench, (await create(bench.browser, { input })).id);
  const { ledger } = bench.simulator;
  const written = ledger.all().length;
  const sent = ledger.received().length;
  await call(bench.browser, `/api/projects/${projectId}/dependencies`, {
    method: "POST",
    json: { edits: [{ fromId: a, toId: b, before: null, after: { type: "FS", lagDays: 0 } }] },
  });
  const relative: FieldEdit[] = [
    { how: "shift", workingDays: 1 },
    { how: "snap", weekday: 1, toward: "nearest" },
    { how: "fit-sprint", sprintId: null },
    { how: "scale", percent: 150 },
  ];
  await preview({ kind: "link", projectId, planId, itemIds: [a, b], scheduleUndatedOn: "2026-12-01" });
  await preview({ kind: "link-matching", projectId, planId, exceptIds: [a], scheduleUndatedOn: "2026-12-01" });
  for (const how of relative) await preview({ ...edit([a], how), planId, cascade: true });
  await preview({ kind: "undo", projectId, changeSetId: done.id });
  expect(ledger.all()).toHaveLength(written);
  const writes = ["linkIssues", "updateIssue", "batchEditIssues", "batchUpdateIpdIssues", "unlinkIssues"];
  const asked = ledger.received().slice(sent);
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter(({ operation }) => writes.includes(operation))).toEqual([]);
});
