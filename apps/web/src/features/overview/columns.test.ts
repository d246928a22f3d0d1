import { describe, expect, it } from "vitest";
import { CHOOSABLE, chosenColumns, fromColumns, MENU_WIDTH_PX, toColumns } from "./columns.ts";

const keys = (room: number, chosen?: readonly string[], isGrouped = false) =>
  toColumns({ chosen, room, isGrouped }).map(({ key }) => key);

describe("the overview's columns", () => {
  it("never take more room than there is, and name and health stay to the last", () => {
    for (let room = 480; room < 2_400; room += 40) {
      const columns = toColumns({ chosen: undefined, room, isGrouped: false });
      const width = columns.reduce((sum, column) => sum + column.width, MENU_WIDTH_PX);
      expect(width).toBeLessThanOrEqual(room);
      expect(columns.map(({ key }) => key)).toEqual(expect.arrayContaining(["name", "health"]));
    }
    expect(keys(320)).toEqual(["name", "health"]);
  });

  it("are all there where there is room for all", () => {
    expect(keys(1_900)).toEqual(["name", ...CHOOSABLE]);
  });

  it("say the project once where the plans stand under it, unless it was asked for", () => {
    expect(keys(1_900, undefined, true)).not.toContain("project");
    expect(keys(1_900, ["project"], true)).toEqual(["name", "project"]);
  });

  it("come back from the address as they were chosen, also when none was", () => {
    expect(chosenColumns(fromColumns(["updated", "health"]))).toEqual(["health", "updated"]);
    expect(chosenColumns(fromColumns([]))).toEqual([]);
    expect(chosenColumns("health,colour")).toEqual(["health"]);
    expect(chosenColumns(undefined)).toBeUndefined();
  });
});
