import { LINK_FIELD } from "@gantry/api-contract";
import { IPD_WRITABLE_FIELDS, ipdFieldListSchema, ipdTagSchema, type IpdCategory } from "@gantry/codearts-contract";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { toIpdFields } from "./from-upstream.ts";
import { toOurCode } from "./ipd-codes.ts";

const ALL: IpdCategory[] = ["RR", "SF", "IR", "SR", "AR", "US", "Epic", "FE", "Task", "Bug"];
const defined = (fields: Partial<Record<IpdCategory, object[]>>, categories: IpdCategory[] = ALL) =>
  toIpdFields({
    definitions: categories.map((category) => ({
      category,
      fields: v.parse(ipdFieldListSchema, fields[category] ?? []),
    })),
    tags: [v.parse(ipdTagSchema, { id: "956308025419804673", title: "Safety" })],
  });
const find = (fields: ReturnType<typeof defined>, code: string) => fields.find((field) => field.code === code);

describe("fields of an IPD project", () => {
  test("every writable field of an IPD work item is offered", () => {
    const codes = defined({}).map(({ code }) => code);
    for (const { code } of IPD_WRITABLE_FIELDS) expect(codes).toContain(toOurCode(code));
    expect(new Set(codes).size).toBe(codes.length);
  });

  test("no field has the code that stands for being on a plan", () => {
    expect(defined({}).map(({ code }) => code)).not.toContain(LINK_FIELD);
  });

  test("a field is offered for the project's own categories that have it, and for no others", () => {
    const fields = defined({}, ["RR", "IR", "Task"]);
    expect(find(fields, "repair_solution")).toBeUndefined();
    expect(find(fields, "ir2rr")?.itemTypes).toEqual(["IR"]);
    expect(find(fields, "title")?.itemTypes).toEqual([]);
  });

  test("options come from the project, named by what writes take", () => {
    const priority = {
      code: "priority",
      all_options: [{ id: "1", value: "Low", display_value: "低" }, { value: "High" }],
    };
    expect(find(defined({ IR: [priority], SR: [priority] }), "priority")).toMatchObject({
      control: "option",
      options: [
        { id: "Low", name: "低" },
        { id: "High", name: "High" },
      ],
    });
  });

  test("documented options stay, with the project's names for them", () => {
    const close_type = { code: "close_type", option: [{ value: "not_a_problem", display_value: "非问题" }] };
    const options = find(defined({ Bug: [close_type] }), "close_type")?.options;
    expect(options).toHaveLength(4);
    expect(options).toContainEqual({ id: "not_a_problem", name: "非问题" });
    expect(options).toContainEqual({ id: "problem_solved", name: "problem_solved" });
  });

  test("a choice of which the project tells no options can still be written, as text", () => {
    expect(find(defined({}), "business_domain")).toMatchObject({ control: "text", options: [] });
  });

  test("tags are the project's own", () => {
    expect(find(defined({}), "labels")).toMatchObject({
      control: "options",
      options: [{ id: "956308025419804673", name: "Safety" }],
    });
  });

  test("limits are those of the documents", () => {
    const fields = defined({});
    expect(find(fields, "title")).toMatchObject({ minLength: 1, maxLength: 256, required: true, clearable: false });
    expect(find(fields, "description")).toMatchObject({ control: "long-text", maxLength: 50_000, clearable: false });
    expect(find(fields, "no_break_reason")).toMatchObject({ maxLength: 512, clearable: true });
    expect(find(fields, "workload")).toMatchObject({ control: "number", max: 999_999_999.9, decimals: 1 });
    expect(find(fields, "assigned_cc")).toMatchObject({ control: "people", maxItems: 50, clearable: true });
    expect(find(fields, "end")).toMatchObject({ control: "day", clearable: false });
  });

  test("custom fields get the control of their type, and one field stands for all categories that share it", () => {
    const region = {
      code: "c7073388365101674496",
      display_name: "Region",
      field_type: "multi_select",
      option: [{ id: "881467547473321986", value: "North" }],
    };
    const due = { code: "c1", display_name: "Certificate due", field_type: "date" };
    const owner = { code: "c2", display_name: "Second owner", field_type: "user" };
    const fixed = { code: "c3", display_name: "Made by a rule", field_type: "text", immutable: true };
    const fields = defined({ IR: [region, due], Bug: [region, owner, fixed] });
    expect(find(fields, region.code)).toMatchObject({
      name: "Region",
      control: "options",
      itemTypes: ["IR", "Bug"],
      options: [{ id: "881467547473321986", name: "North" }],
    });
    expect(find(fields, "c1")).toMatchObject({ control: "day", itemTypes: ["IR"] });
    expect(find(fields, "c2")).toMatchObject({ control: "person", itemTypes: ["Bug"] });
    expect(find(fields, "c3")).toBeUndefined();
  });

  test("system fields that are not writable never become custom ones", () => {
    const codes = defined({ IR: [{ code: "created_by" }, { code: "baseline" }] }).map(({ code }) => code);
    expect(codes).not.toContain("created_by");
    expect(codes).not.toContain("baseline");
  });
});
