import type { FieldEdit, WorkItem } from "@gantry/api-contract";
import { aMember, aProject, aWorkItem } from "@gantry/testkit";
import { describe, expect, test } from "vitest";
import { SCRUM_FIELDS } from "../../features/fields/scrum-fields.ts";
import { checkValue } from "./check-value.ts";
import { toFacts } from "./facts.ts";
import { proposeEdit } from "./propose-edit.ts";

const facts = toFacts({
  project: aProject(),
  fields: [
    ...SCRUM_FIELDS,
    {
      code: "foundIn",
      name: null,
      control: "text",
      itemTypes: ["bug"],
      options: [],
      required: false,
      clearable: false,
    },
  ],
  members: [aMember()],
  statuses: [
    { id: "2", name: "In progress", phase: "doing", itemTypes: [] },
    { id: "9", name: "Verified", phase: "done", itemTypes: ["bug"] },
  ],
  sprints: [],
});

/** 2026-11-23 is a Monday. */
const propose = (edits: FieldEdit[], item: Partial<WorkItem> = {}) => {
  const { changes, skipped } = proposeEdit({ items: [aWorkItem(item)], edits, facts, calendar: undefined });
  return {
    changes: Object.fromEntries(changes.map(({ field, from, to }) => [field, [from, to]])),
    skipped: skipped.map(({ field, reason }) => [field, reason]),
  };
};

describe("proposeEdit", () => {
  test("a shift moves start and end by working days, over the weekend", () => {
    const { changes } = propose([{ how: "shift", workingDays: 1 }], { start: "2026-11-19", end: "2026-11-20" });
    expect(changes).toEqual({ start: ["2026-11-19", "2026-11-20"], end: ["2026-11-20", "2026-11-23"] });
  });

  test("a shift moves the one day that an item has, and skips items without days", () => {
    const shift: FieldEdit[] = [{ how: "shift", workingDays: -1 }];
    expect(propose(shift, { start: null, end: "2026-11-23" }).changes).toEqual({ end: ["2026-11-23", "2026-11-20"] });
    expect(propose(shift, { start: null, end: null })).toEqual({ changes: {}, skipped: [[null, "no-dates"]] });
  });

  test("an end before the start takes both days out, and leaves the other fields in", () => {
    const edits: FieldEdit[] = [
      { how: "set", field: "end", value: "2026-11-01" },
      { how: "set", field: "progress", value: 90 },
    ];
    expect(propose(edits)).toEqual({ changes: { progress: [40, 90] }, skipped: [["end", "end-before-start"]] });
  });

  test("an item that upstream has inverted already can still be renamed", () => {
    const { changes } = propose([{ how: "set", field: "title", value: "New" }], {
      start: "2026-12-01",
      end: "2026-11-01",
    });
    expect(Object.keys(changes)).toEqual(["title"]);
  });

  test("a field, or a status, that this type of item does not have is skipped with the reason", () => {
    const edits: FieldEdit[] = [
      { how: "set", field: "foundIn", value: "4.1" },
      { how: "set", field: "status", value: "9" },
    ];
    expect(propose(edits).skipped).toEqual([
      ["foundIn", "wrong-type"],
      ["status", "wrong-type"],
    ]);
    expect(Object.keys(propose(edits, { type: "bug" }).changes)).toEqual(["foundIn", "status"]);
  });

  test("what already holds the value is no change", () =>
    expect(propose([{ how: "set", field: "progress", value: 40 }])).toEqual({
      changes: {},
      skipped: [["progress", "no-change"]],
    }));
});

describe("checkValue", () => {
  const check = (code: string, value: Parameters<typeof checkValue>[0]) => {
    const field = facts.fields.get(code);
    if (field === undefined) throw new Error(`No field ${code}`);
    return checkValue(value, { field, facts });
  };

  test("takes what CodeArts documents as fit", () => {
    expect(check("title", "登录页 – 改")).toBeNull();
    expect(check("progress", 100)).toBeNull();
    expect(check("start", "2028-02-29")).toBeNull();
    expect(check("assignee", aMember().id)).toBeNull();
  });

  test("names the limit that a value breaks", () => {
    expect(check("title", "")).toBe("Expected at least 1 characters");
    expect(check("title", "Ship it 🚀")).toBe("Expected no emoji or other four-byte characters");
    expect(check("progress", 12.5)).toBe("Expected a whole number");
    expect(check("progress", -1)).toBe("Expected at least 0");
    expect(check("start", "2026-02-29")).toBe("Expected a day as YYYY-MM-DD");
    expect(check("priority", "4")).toBe("Expected one of the field's options");
    expect(check("status", "77")).toBe("Expected a status of the project");
  });
});
