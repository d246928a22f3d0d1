import type { IsoDate, WorkItem } from "@gantry/api-contract";
import { useMemo, useState } from "react";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { type ColumnSizing, widthOfColumns } from "./columns.ts";
import { type ColumnKey, type PlanSearch, toColumns } from "./plan-search.ts";

const WIDE: readonly ColumnKey[] = ["number", "type", "status", "assignee", "start", "end", "progress"];
const BESIDE_BACKLOG: readonly ColumnKey[] = ["status", "assignee", "start", "end", "progress"];
const MIN_TITLE_PX = 212;
/** Numbers of one plan are about equally long. */
const SAMPLE = 200;
const WIDTH_PX = { wide: 680, besideBacklog: 460, titlesOnly: 240, phone: 0 } as const;

export type GridLayout = {
  keys: readonly ColumnKey[];
  /** The same for a mind map's tree, which has the page's whole width. */
  treeKeys: readonly ColumnKey[];
  sizing: ColumnSizing;
  gridWidth: number;
  titleWidth: number;
  setGridWidth: (width: number) => void;
};

/**
 * How wide the tree-grid is and which columns it has room for: all beside a wide chart, the short ones beside an open
 * Backlog, titles only on a tablet, none on a phone, where titles stand above the bars.
 */
export function useGridLayout(input: {
  search: PlanSearch;
  isBacklogOpen: boolean;
  items: readonly WorkItem[];
  today: IsoDate;
}): GridLayout {
  const isPhone = useMediaQuery(media.phone);
  const isTablet = useMediaQuery(media.tablet);
  const isLaptop = useMediaQuery(media.laptop);
  const [chosenWidth, setChosenWidth] = useState<number | null>(null);
  const { columns } = input.search;
  const isNarrow = isLaptop || input.isBacklogOpen;
  const keys = useMemo(
    () => (isTablet ? [] : toColumns(columns, isNarrow ? BESIDE_BACKLOG : WIDE)),
    [columns, isTablet, isNarrow],
  );
  const treeKeys = useMemo(
    () => (isPhone ? [] : toColumns(columns, isTablet ? BESIDE_BACKLOG : WIDE)),
    [columns, isPhone, isTablet],
  );
  const { items } = input;
  const year = input.today.slice(0, 4);
  const sizing = useMemo(
    () => ({
      narrow: isNarrow,
      numberLength: Math.max(0, ...items.slice(0, SAMPLE).map((item) => item.number.length)),
      hasYears: items.some(({ start, end }) => [start, end].some((day) => day !== null && !day.startsWith(year))),
    }),
    [isNarrow, items, year],
  );
  const columnsWidth = widthOfColumns(keys, sizing);
  const usual = isPhone
    ? WIDTH_PX.phone
    : isTablet
      ? WIDTH_PX.titlesOnly
      : Math.max(isNarrow ? WIDTH_PX.besideBacklog : WIDTH_PX.wide, columnsWidth + MIN_TITLE_PX);
  const gridWidth = isPhone ? 0 : (chosenWidth ?? usual);
  return {
    keys,
    treeKeys,
    sizing,
    gridWidth,
    titleWidth: Math.max(MIN_TITLE_PX, gridWidth - columnsWidth),
    setGridWidth: setChosenWidth,
  };
}
