import type { IsoDate } from "@gantry/api-contract";
import type { GanttColumn, GanttRow } from "@gantry/gantt";
import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";
import { headingCell, headingTitleCell } from "./cells/heading-cells.ts";
import { type CellSpeech, itemCell, itemTitleCell } from "./cells/item-cells.ts";
import { type ColumnSizing, isGlyphColumn, widthOfColumn } from "./column-layout.ts";
import type { PlanLayers } from "./plan-layers.ts";
import type { PlanRow } from "./plan-rows.ts";
import type { ColumnKey, Sort } from "./plan-search.ts";

export type ColumnsInput = {
  rowOf: (id: string) => PlanRow | undefined;
  /** What is wrong with items, in words. */
  problems: ReadonlyMap<string, readonly string[]>;
  /** How items stand to the shown baseline. */
  shiftOf: PlanLayers["shiftOf"];
  /** Columns beside the title, in order. */
  keys: readonly ColumnKey[];
  sizing: ColumnSizing;
  titleWidth: number;
  sort: Sort | null;
  today: IsoDate;
  words: Words;
  format: Format;
};

const EMPTY = { text: "" };

/** The tree-grid's columns: the title, then the chosen ones. */
export function toColumns(input: ColumnsInput): GanttColumn[] {
  const { words, sizing } = input;
  const speech: CellSpeech = input;
  const title: GanttColumn = {
    id: "title",
    header: words.workItems.fields["title"] ?? "",
    width: input.titleWidth,
    align: "start",
    sort: sortOf("title", input.sort),
    cell: (ganttRow: GanttRow) => {
      const row = input.rowOf(ganttRow.id);
      if (row === undefined) return EMPTY;
      return row.kind === "item" ? itemTitleCell(row, speech) : headingTitleCell(row, speech);
    },
  };
  const chosen = input.keys.map((key): GanttColumn => {
    const isGlyph = isGlyphColumn(key, sizing);
    return {
      id: key,
      header: words.workItems.fields[key] ?? "",
      headerHidden: isGlyph,
      width: widthOfColumn(key, sizing),
      align: key === "shift" ? "end" : "start",
      sort: key === "shift" ? null : sortOf(key, input.sort),
      cell: (ganttRow: GanttRow) => {
        const row = input.rowOf(ganttRow.id);
        if (row === undefined) return EMPTY;
        return row.kind === "item" ? itemCell(row, { ...speech, key, isGlyph }) : headingCell(row, { ...speech, key });
      },
    };
  });
  return [title, ...chosen];
}

function sortOf(key: Sort["key"], sort: Sort | null): GanttColumn["sort"] {
  if (sort?.key !== key) return "none";
  return sort.descending ? "descending" : "ascending";
}
