import { describe, expect, it } from "vitest";
import * as v from "valibot";
import {
  changeSetQuerySchema,
  endpoints,
  ERROR_STATUS,
  fieldValueOf,
  isIsoDate,
  isSameFieldValue,
  proposalSchema,
  workItemIdSchema,
} from "../src/index.ts";

describe("isIsoDate", () => {
  it.each(["2026-11-22", "2024-02-29", "0001-01-01", "9999-12-31"])("takes %s", (text) => {
    expect(isIsoDate(text)).toBe(true);
  });
  it.each(["2026-02-29", "2026-13-01", "2026-1-1", "2026-11-22T00:00", "", "22.11.2026", "2026-04-31"])(
    "refuses %s",
    (text) => {
      expect(isIsoDate(text)).toBe(false);
    },
  );
});

describe("workItemIdSchema", () => {
  it.each(["1", "9192109", "1234567890", "957294446158852096", "1234567890123456789"])("takes %s", (id) => {
    expect(v.is(workItemIdSchema, id)).toBe(true);
  });
  it.each(["", "12345678901", "12345678901234567890", "1e5", "../1", "１２"])("refuses %s", (id) => {
    expect(v.is(workItemIdSchema, id)).toBe(false);
  });
});

describe("endpoints", () => {
  const all = Object.entries(endpoints);

  it("gives every path parameter a schema, and no schema without a path parameter", () => {
    for (const [name, endpoint] of all) {
      const inPath = [...endpoint.path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1]);
      const params = "params" in endpoint && endpoint.params !== undefined ? Object.keys(endpoint.params.entries) : [];
      expect(new Set(params), name).toEqual(new Set(inPath));
    }
  });

  it("has one endpoint for each method and path", () => {
    const keys = all.map(([, endpoint]) => `${endpoint.method} ${endpoint.path}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("never takes a body with GET", () => {
    expect(all.filter(([, endpoint]) => endpoint.method === "GET" && endpoint.body !== undefined)).toEqual([]);
  });

  it("names only errors of the closed list", () => {
    for (const [name, endpoint] of all)
      for (const code of endpoint.errors) expect(ERROR_STATUS[code], `${name}: ${code}`).toBeTypeOf("number");
  });
});

describe("field values", () => {
  it("compares lists as sets, since CodeArts keeps no order of people or tags", () => {
    expect(isSameFieldValue(["a", "b"], ["b", "a"])).toBe(true);
    expect(isSameFieldValue(["a", "a"], ["a"])).toBe(true);
    expect(isSameFieldValue(["a"], ["a", "b"])).toBe(false);
    expect(isSameFieldValue(null, "")).toBe(false);
  });

  it("reads a core field by its code and any other from extra", () => {
    const item = {
      id: "7",
      projectId: "a".repeat(32),
      number: "7",
      title: "T",
      type: "IR",
      shape: "requirement",
      status: { id: "s1", name: "New", phase: "todo" },
      priority: null,
      severity: null,
      assignee: { id: "u1", numericId: null, name: "Li Na" },
      parentId: null,
      start: null,
      end: "2026-11-22",
      progress: 5,
      sprint: null,
      expectedHours: null,
      actualHours: null,
      createdAt: null,
      updatedAt: null,
      extra: { plan_pi: "957294446158852096" },
    } as const satisfies Parameters<typeof fieldValueOf>[0];
    expect(fieldValueOf(item, "assignee")).toBe("u1");
    expect(fieldValueOf(item, "end")).toBe("2026-11-22");
    expect(fieldValueOf(item, "plan_pi")).toBe("957294446158852096");
    expect(fieldValueOf(item, "unheard_of")).toBeNull();
  });
});

describe("limits", () => {
  const link = (itemIds: string[]) => ({ kind: "link", projectId: "a".repeat(32), planId: "b".repeat(32), itemIds });

  it("takes 10,000 items in a change set and refuses one more", () => {
    const ids = Array.from({ length: 10_001 }, (_, index) => String(index + 1));
    expect(v.is(proposalSchema, link(ids.slice(1)))).toBe(true);
    expect(v.is(proposalSchema, link(ids))).toBe(false);
  });

  it("refuses a field that no schema names", () => {
    expect(v.is(proposalSchema, { ...link(["1"]), admin: true })).toBe(false);
  });

  it("refuses a page size beyond 1,000", () => {
    expect(v.is(changeSetQuerySchema, { limit: "1000" })).toBe(true);
    expect(v.is(changeSetQuerySchema, { limit: "1001" })).toBe(false);
  });
});
