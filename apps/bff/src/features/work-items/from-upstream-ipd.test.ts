import { fieldValueOf } from "@gantry/api-contract";
import { ipdItemSchema } from "@gantry/codearts-contract";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { fromIpdItem, type IpdItemContext } from "./from-upstream-ipd.ts";

const context: IpdItemContext = {
  projectId: "8e70d806a8f04d018ea6af6b6ffe7b96",
  phases: new Map([["checking", "doing"]]),
  customControls: new Map([
    ["c7073388365101674496", "options"],
    ["c7148504958125613056", "text"],
    ["module", "option"],
  ]),
};
const ipd = (rest: Record<string, unknown>) =>
  fromIpdItem(
    v.parse(ipdItemSchema, { id: "957294446158852096", title: "Meter reads itself", category: "IR", ...rest }),
    context,
  );

describe("an IPD item from CodeArts", () => {
  test("18- and 19-digit ids are exact, also those of parents and iterations", () => {
    const item = ipd({
      id: "1157294446158852097",
      parent_id: "957294446158852097",
      plan_iteration: { id: "957294446158852099", title: "Iteration 3" },
    });
    expect(item).toMatchObject({ id: "1157294446158852097", parentId: "957294446158852097" });
    expect(item.sprint).toEqual({ id: "957294446158852099", name: "Iteration 3" });
  });

  test("without a planned start the item ends on its end date with an open start", () => {
    expect(ipd({ plan_end_date: "1795363200000" })).toMatchObject({ start: null, end: "2026-11-23" });
  });

  test("choices and statuses are named by what writes take", () => {
    const item = ipd({
      status: { id: "10006", code: "closed", name: "Closed", belonging: "END" },
      priority: { id: "881467547473300001", value: "Low", display_value: "低" },
    });
    expect(item.status).toEqual({ id: "closed", name: "Closed", phase: "done" });
    expect(item.priority).toEqual({ id: "Low", name: "低" });
  });

  test("a bare status code gets its phase from the project's statuses", () => {
    expect(ipd({ status: "checking" }).status).toMatchObject({ id: "checking", phase: "doing" });
  });

  test("a done item without a percentage counts as whole, an open one as untouched", () => {
    expect(ipd({ status: { code: "closed", name: "Closed", belonging: "END" } }).progress).toBe(100);
    expect(ipd({ status: { code: "doing", name: "Doing", belonging: "IN_PROGRESS" } }).progress).toBe(0);
    expect(ipd({ done_ratio: { value: "35" } }).progress).toBe(35);
  });

  test("every other writable field of its category is in `extra`, in the form of a change", () => {
    const item = ipd({
      workload_man_day: "12.5",
      assigned_cc: [{ user_id: "a".repeat(32) }, { user_id: "b".repeat(32) }],
      workitem2label: [{ id: "956308025419804673", title: "Safety" }],
      plan_test_end_date: "1795363200000",
      link: "957294446158852097,957294446158852098",
      plan_pi: { id: "957294446158852096", title: "PI 2" },
      repair_solution: "only bugs have this",
    });
    expect(item.extra).toMatchObject({
      workload: 12.5,
      assigned_cc: ["a".repeat(32), "b".repeat(32)],
      labels: ["956308025419804673"],
      plan_test_end_date: "2026-11-23",
      link: ["957294446158852097", "957294446158852098"],
      plan_pi: "957294446158852096",
    });
    expect(fieldValueOf(item, "workload")).toBe(12.5);
    expect(item.extra).not.toHaveProperty("repair_solution");
  });

  test("custom fields are read as their control wants them, whatever form they came in", () => {
    const regions = ["881467547473321986", "881467547473321987"];
    const forms = [regions.join(","), regions.map((id) => ({ id, value: "x" })), regions];
    for (const form of forms)
      expect(ipd({ c7073388365101674496: form }).extra?.["c7073388365101674496"]).toEqual(regions);
    expect(ipd({ c7073388365101674496: { id: regions[0], display_value: "North" } }).extra).toMatchObject({
      c7073388365101674496: [regions[0]],
    });
    expect(ipd({ c7148504958125613056: { value: "K-17, second page" } }).extra).toMatchObject({
      c7148504958125613056: "K-17, second page",
    });
    expect(ipd({ module: { id: "956584293264568320", display_value: "Radio" } }).extra).toMatchObject({
      module: "956584293264568320",
    });
  });
});
