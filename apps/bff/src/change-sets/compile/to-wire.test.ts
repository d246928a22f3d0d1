import { LINK_FIELD } from "@gantry/api-contract";
import { describe, expect, test } from "vitest";
import { toIpdWire } from "./to-wire-ipd.ts";
import { toScrumWire } from "./to-wire-scrum.ts";

const numericIdOf = (personId: string) => (personId === "a360371833bf4c558f796fd707b44daf" ? "4091" : null);
const scrum = (field: string, to: Parameters<typeof toScrumWire>[0]["to"]) =>
  toScrumWire({ field, to }, { numericIdOf });

describe("toScrumWire", () => {
  test("a new assignee goes through the V2 batch call with the numeric user id as text", () => {
    expect(scrum("assignee", "a360371833bf4c558f796fd707b44daf")).toEqual({
      call: "scrum-assign",
      assignedToId: "4091",
    });
  });

  test("somebody without a numeric id cannot be written", () => {
    expect(scrum("assignee", "0".repeat(32))).toBe("invalid-value");
  });

  test("a plan day is sent as the day that it is", () => {
    expect(scrum("start", "2026-01-05")).toEqual({
      call: "scrum-update",
      attribute: "begin_time",
      value: "2026-01-05",
    });
  });

  test("nothing can be cleared, and no link taken back, since neither is documented", () => {
    expect(["end", "assignee", "sprint"].map((field) => scrum(field, null))).toEqual(Array(3).fill("cannot-clear"));
    expect(scrum(LINK_FIELD, null)).toBe("not-removable");
  });

  test("a field beyond the closed list, or a value beyond its limits, is never sent", () => {
    expect(scrum("constructor", "x")).toBe("invalid-value");
    expect(scrum("tracker_id", "2")).toBe("invalid-value");
    expect(scrum("progress", 101)).toBe("invalid-value");
    expect(scrum("status", "3; drop")).toBe("invalid-value");
  });
});

describe("toIpdWire", () => {
  const text = { control: "text", clearable: true } as const;

  test("a day is the first instant of that day in China, as ms text", () => {
    expect(toIpdWire({ field: "end", to: "2026-01-05" }, { control: "day", clearable: false })).toEqual({
      call: "ipd-update",
      attribute: "plan_end_date",
      value: String(Date.UTC(2026, 0, 4, 16)),
    });
  });

  test("persons are {id}, and labels are distinct {id} with exact 18-digit ids", () => {
    const person = "a360371833bf4c558f796fd707b44daf";
    expect(toIpdWire({ field: "assignee", to: person }, { control: "person", clearable: false })).toMatchObject({
      value: { id: person },
    });
    const labels = ["956308025419804673", "956308025419804673", "956308025419804674"];
    expect(toIpdWire({ field: "labels", to: labels }, { control: "options", clearable: true })).toMatchObject({
      value: [{ id: "956308025419804673" }, { id: "956308025419804674" }],
    });
  });

  test("workload is text with one decimal", () => {
    expect(toIpdWire({ field: "workload", to: 2.25 }, { control: "number", clearable: false })).toMatchObject({
      value: "2.3",
    });
  });

  test("a custom field travels as code and text, several values joined by commas", () => {
    const to = ["881467547473321986", "881467547473321987"];
    expect(toIpdWire({ field: "c7073388365101674496", to }, { control: "options", clearable: true })).toEqual({
      call: "ipd-update",
      customField: "c7073388365101674496",
      value: "881467547473321986,881467547473321987",
    });
    expect(toIpdWire({ field: "c7", to: ["a,b", "c"] }, { control: "options", clearable: true })).toBe("invalid-value");
  });

  test("what the service cannot empty is said to be so, and nothing is sent", () => {
    expect(toIpdWire({ field: "end", to: null }, { control: "day", clearable: false })).toBe("cannot-clear");
    expect(toIpdWire({ field: "title", to: "" }, text)).toBe("cannot-clear");
    expect(toIpdWire({ field: "labels", to: [] }, { control: "options", clearable: true })).toMatchObject({
      value: [],
    });
  });

  test("values beyond the documented limits are never sent", () => {
    expect(toIpdWire({ field: "title", to: "x".repeat(257) }, text)).toBe("invalid-value");
    expect(toIpdWire({ field: "plan_pi", to: "12" }, text)).toBe("invalid-value");
    expect(toIpdWire({ field: "workload", to: -1 }, { control: "number", clearable: false })).toBe("invalid-value");
  });
});
