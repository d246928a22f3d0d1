import { viewSearchSchema } from "@gantry/api-contract";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { fromViewText, presetsOf, toViewText } from "./view-search.ts";

describe("what a saved view holds", () => {
  it("comes back as it was, whatever was typed, and fits what the server takes", () => {
    const search = {
      view: "cards",
      q: "a&b=ü 你好,+",
      health: "late,at-risk",
      sort: "-updated",
      group: "project",
    } as const;
    const text = toViewText(search);
    expect(v.parse(viewSearchSchema, text)).toBe(text);
    expect(fromViewText(text)).toMatchObject(search);
  });

  it("is not which plans and projects are open at the moment", () => {
    expect(toViewText({ open: "1", folded: "all", type: "mind" })).toBe("type=mind");
  });

  it("of a ready-made view keeps the form that is shown, and is nobody's own before somebody is signed in", () => {
    const { view, ...rest } = fromViewText("");
    expect(view).toBeUndefined();
    const presets = presetsOf({ ...rest, view: "timeline", q: "x", sort: "name" }, undefined);
    expect(presets.map(({ key, search }) => [key, search])).toEqual([
      ["all", "view=timeline"],
      ["late", "view=timeline&health=late%2Cat-risk"],
      ["maps", "view=timeline&type=mind"],
    ]);
  });
});
