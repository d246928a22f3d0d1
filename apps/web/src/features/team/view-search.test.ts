import { expect, test } from "vitest";
import { fromTeamViewText, teamPresetsOf, toTeamViewText } from "./view-search.ts";

test("a view of the team holds its filters, and neither the weeks nor the open cell", () => {
  const search = {
    q: "王",
    project: "a,b",
    by: "items",
    from: "2026-11-23",
    person: "p1",
    week: "2026-11-30",
  } as const;
  const text = toTeamViewText(search);
  expect(fromTeamViewText(text, { from: "2026-12-07" })).toEqual({
    q: "王",
    project: "a,b",
    by: "items",
    from: "2026-12-07",
  });
});

test("ready-made views keep what is counted", () => {
  expect(teamPresetsOf({ by: "items" }).map(({ search }) => search)).toEqual([
    "by=items",
    "show=overloaded&by=items",
    "show=free&by=items",
  ]);
});
