import type { ColumnSpec } from "../page/harness.ts";
import type { ChartPage } from "./chart-page.ts";
import type { Point } from "./pointer.ts";

export const sortableColumns: ColumnSpec[] = [
  { id: "title", sort: "none" },
  { id: "person", headerHidden: true },
  { id: "start", sort: "ascending" },
  { id: "end", sort: "descending" },
  { id: "progress", sort: "none" },
];

/** The heads of a chart's columns, by name. */
export function headsOf(chart: () => ChartPage) {
  const head = (name: string) => chart().page.getByRole("columnheader", { name, exact: true });
  const boxOf = async (name: string) => {
    const box = await head(name).boundingBox();
    if (!box) throw new Error(`No head is called ${name}`);
    return box;
  };
  return {
    head,
    boxOf,
    widthOf: async (name: string) => (await boxOf(name)).width,
    middleOf: async (name: string): Promise<Point> => {
      const box = await boxOf(name);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    /** Where the edge of the column is taken hold of. */
    edgeOf: async (name: string): Promise<Point> => {
      const box = await boxOf(name);
      return { x: box.x + box.width - 6, y: box.y + box.height / 2 };
    },
    names: () =>
      chart()
        .page.getByRole("columnheader")
        .evaluateAll((all) => all.map((element) => element.getAttribute("aria-label"))),
    /** Id of the column whose head has the focus. */
    focused: () => chart().page.evaluate(() => document.activeElement?.getAttribute("data-column")),
  };
}

export function shiftedBy(point: Point, dx: number): Point {
  return { x: point.x + dx, y: point.y };
}
