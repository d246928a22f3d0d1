import type { Load, LoadItem, Preview } from "@gantry/api-contract";
import { createLoadFrame, createWorkingCalendar } from "@gantry/schedule";
import { aWorkItem } from "@gantry/testkit";
import { describe, expect, test } from "vitest";
import { hoursAfter, type PlannedMove, planMove } from "./plan-move.ts";
import { joinPreviews, toProposals } from "./to-proposals.ts";

const calendar = { weekend: [0, 6], holidays: [], makeUpDays: [] };
/** A Monday. */
const frame = createLoadFrame({
  calendar: createWorkingCalendar(calendar),
  today: "2026-04-13",
  firstDayOfWeek: 1,
  weeks: 6,
});
const person = (id: string) => ({ id, numericId: null, name: id });
const projectId = "a".repeat(32);
const anItem = (rest: Parameters<typeof aWorkItem>[0] = {}): LoadItem => ({
  item: aWorkItem({ projectId, assignee: person("sun"), start: "2026-04-20", end: "2026-04-23", ...rest }),
  projectName: "Checkout",
  plans: [],
  planCount: 0,
  weekHours: 16,
  hours: 16,
  isOverdue: false,
});
const members = new Map([[projectId, new Map([["wang", person("wang")]])]]);
const from = { personId: "sun", week: 1 };
const plan = (to: { personId: string | null; week: number }, item = anItem(), known = members) =>
  planMove(item, { from, to, frame, members: known });

const none = { items: 0, hours: 0, withoutHours: 0 };
const load: Load = {
  today: "2026-04-13",
  weeks: [...frame.weeks],
  people: [
    { person: person("sun"), plans: 1, cells: [cell(1, 58)], unscheduled: none, later: none },
    { person: person("wang"), plans: 1, cells: [cell(1, 28), cell(2, 30)], unscheduled: none, later: none },
  ],
  projects: [],
  plans: 1,
  missing: { plans: 0, projects: 0 },
  readAt: null,
};
function cell(week: number, hours: number) {
  return { week, hours, items: 1, withoutHours: 0, overdue: 0 };
}

describe("moving an item", () => {
  test("to somebody else changes the assignee only; to another week shifts it by working days; both do both", () => {
    const assign = { how: "set", field: "assignee", value: "wang" };
    expect(plan({ personId: "wang", week: 1 })).toMatchObject({ kind: "move", edits: [assign] });
    expect(plan({ personId: "sun", week: 2 })).toMatchObject({ edits: [{ how: "shift", workingDays: 5 }] });
    expect(plan({ personId: "wang", week: 3 })).toMatchObject({ edits: [assign, { how: "shift", workingDays: 10 }] });
  });

  test("is refused, with the reason, to who is no member, to nobody, and to where it is", () => {
    expect(plan({ personId: "li", week: 1 })).toEqual({ kind: "refused", why: "not-member", project: "Checkout" });
    expect(plan({ personId: null, week: 1 })).toEqual({ kind: "refused", why: "nobody" });
    expect(plan({ personId: "sun", week: 1 })).toEqual({ kind: "refused", why: "same-place" });
    expect(plan({ personId: "wang", week: 1 }, anItem(), new Map())).toMatchObject({ why: "members-unknown" });
  });

  test("says what both have then", () => {
    const move = plan({ personId: "wang", week: 1 }) as PlannedMove;
    const after = (personId: string, week: number) =>
      hoursAfter(load, { moves: [move], at: { personId, week }, frame });
    expect([after("sun", 1), after("wang", 1), after("wang", 2)]).toEqual([42, 44, 30]);
    const later = plan({ personId: "wang", week: 2 }) as PlannedMove;
    expect(hoursAfter(load, { moves: [later], at: { personId: "wang", week: 2 }, frame })).toBe(46);
  });
});

describe("what moves propose", () => {
  test("items of one project that are asked the same are one proposal; each project has its own", () => {
    const other = "b".repeat(32);
    const moves = [anItem({ id: "1" }), anItem({ id: "2" }), anItem({ id: "3", projectId: other })].map((item) => ({
      ...(plan({ personId: "wang", week: 1 }) as PlannedMove),
      item,
    }));
    const later = { ...(plan({ personId: "sun", week: 2 }) as PlannedMove), item: anItem({ id: "4" }) };
    const proposals = toProposals([...moves, later], { calendar });
    expect(
      proposals.map((project) => [project.projectId, project.proposals.map((one) => "itemIds" in one && one.itemIds)]),
    ).toEqual([
      [projectId, [["1", "2"], ["4"]]],
      [other, [["3"]]],
    ]);
  });

  test("previews of one project are shown as one", () => {
    const one: Preview = {
      changes: [],
      skipped: [],
      matching: 1,
      taken: 1,
      upstreamCalls: 2,
      upstreamReads: 3,
      estimateMs: 400,
      readAt: 9,
    };
    expect(joinPreviews([one, { ...one, readAt: 5 }])).toMatchObject({
      matching: 2,
      upstreamCalls: 4,
      estimateMs: 800,
      readAt: 5,
    });
  });
});
