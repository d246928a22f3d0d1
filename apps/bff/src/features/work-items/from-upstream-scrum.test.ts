import { legacyItemSchema, scrumItemSchema } from "@gantry/codearts-contract";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { fromLegacyItem, fromScrumItem, type ScrumItemContext } from "./from-upstream-scrum.ts";

const linWei = { id: "a360371833bf4c558f796fd707b44daf", numericId: "4091", name: "Lin Wei" };
const context: ScrumItemContext = {
  projectId: "8e70d806a8f04d018ea6af6b6ffe7b96",
  people: new Map([["4091", linWei]]),
  phases: new Map([["14", "done"]]),
};
const legacy = (rest: Record<string, unknown>) =>
  fromLegacyItem(v.parse(legacyItemSchema, { id: 9191020, subject: "Pay by card", ...rest }), context);
const scrum = (rest: Record<string, unknown>) =>
  fromScrumItem(v.parse(scrumItemSchema, { id: 9191020, name: "Pay by card", ...rest }), context);

describe("a Scrum item from CodeArts", () => {
  test("v2's ms digits and v4's days are the same plan day, cut in China time", () => {
    // 2026-11-22T16:30Z is half past midnight of the 23rd in China.
    const days = { start: "2026-11-23", end: "2026-11-30" };
    expect(legacy({ start_date: "1795365000000", due_date: "2026-11-30" })).toMatchObject(days);
    expect(scrum({ begin_time: "2026-11-23", end_time: "2026-11-30 00:00:00" })).toMatchObject(days);
  });

  test("a date that is no day is kept as it came, and the other date stays", () => {
    const item = legacy({ start_date: "2026-02-30", due_date: "2026-03-02" });
    expect(item).toMatchObject({ start: null, end: "2026-03-02", badDates: "2026-02-30" });
    expect(scrum({ begin_time: "soon", end_time: "0000-01-01" })).toMatchObject({
      start: null,
      end: null,
      badDates: "soon, 0000-01-01",
    });
    expect(scrum({ begin_time: "", end_time: null })).not.toHaveProperty("badDates");
  });

  test("dates the wrong way round stay the wrong way round", () => {
    expect(scrum({ begin_time: "2026-12-01", end_time: "2026-11-01" })).toMatchObject({
      start: "2026-12-01",
      end: "2026-11-01",
    });
  });

  test("an assignee without a 32-hex id is found among the members by number", () => {
    const item = scrum({ assigned_user: { id: 4091, user_num_id: 4091, user_id: "", name: "lin_wei" } });
    expect(item.assignee).toEqual(linWei);
  });

  test("somebody who is no member any more keeps the name and ids that the item has", () => {
    const item = legacy({ assigned_to: { id: 77, identifier: "b".repeat(32), name: "gone", nickName: "Gone Girl" } });
    expect(item.assignee).toEqual({ id: "b".repeat(32), numericId: "77", name: "Gone Girl" });
    expect(scrum({ assigned_user: { id: 78, name: "ghost" } }).assignee).toEqual({
      id: "78",
      numericId: "78",
      name: "ghost",
    });
  });

  test("nobody is assigned where CodeArts says null, {} or nothing", () => {
    for (const assigned_user of [null, {}, undefined]) expect(scrum({ assigned_user }).assignee).toBeNull();
  });

  test("the phase comes from the item's own attribute, else the project's statuses, else the known ids", () => {
    const phase = (status: object, rest = {}) => legacy({ status, ...rest }).status.phase;
    expect(phase({ id: 14, name: "Released" }, { status_attribute: { id: 2, name: "IN_PROGRESS" } })).toBe("doing");
    expect(phase({ id: 14, name: "Released" })).toBe("done");
    expect(phase({ id: 1, name: "New" })).toBe("todo");
    expect(phase({ id: 5, name: "Closed" })).toBe("done");
    expect(phase({ id: 99, name: "Nobody knows" })).toBe("doing");
  });

  test("trackers become types with a shape, and an unknown one keeps its name", () => {
    expect(scrum({ tracker: { id: 7, name: "Story" } })).toMatchObject({ type: "story", shape: "story" });
    expect(scrum({ tracker: { id: 42, name: "Risk" } })).toMatchObject({ type: "Risk", shape: "task" });
  });

  test("the parent is named by either of v2's two fields, and 0 is none", () => {
    expect(legacy({ parent_issue_id: 12 }).parentId).toBe("12");
    expect(legacy({ parent_issue: { id: 13, subject: "Epic" } }).parentId).toBe("13");
    expect(legacy({ parent_issue_id: 0, parent_issue: {} }).parentId).toBeNull();
  });

  test("progress stays within 0 and 100", () => {
    expect(scrum({ done_ratio: 140 }).progress).toBe(100);
    expect(scrum({ done_ratio: -3 }).progress).toBe(0);
    expect(scrum({}).progress).toBe(0);
  });
});
