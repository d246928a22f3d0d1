import type { IsoDate, WorkItem } from "@gantry/api-contract";
import { useMemo, useState } from "react";
import { DEFAULT_PLAN_GRID, type PlanGrid, useSettings } from "../../lib/settings.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { type ColumnSizing, widthOfColumns } from "./column-layout.ts";
import { COLUMN_KEYS, type ColumnKey, fromColumns, type PlanSearch, toColumns } from "./plan-search.ts";
import type { ColumnChoice } from "./view-menus.tsx";

const WIDE: readonly ColumnKey[] = ["number", "type", "status", "assignee", "start", "end", "progress"];
const BESIDE_BACKLOG: readonly ColumnKey[] = ["status", "assignee", "start", "end", "progress"];
const USUAL_TITLE_PX = 212;
const LEAST_TITLE_PX = 96;
/** Numbers of one plan are about equally long. */
const SAMPLE = 200;
const WIDTH_PX = { wide: 680, besideBacklog: 460, titlesOnly: 240, phone: 0 } as const;

export type GridLayout = {
  keys: readonly ColumnKey[];
  /** The same for a mind map's tree, which has the page's whole width. */
  treeKeys: readonly ColumnKey[];
  sizing: ColumnSizing;
  gridWidth: number;
  /** What the title asks for; it takes what the other columns leave. */
  titleWidth: number;
  setGridWidth: (width: number) => void;
  /** `toIndex` counts the title too, which stays first. */
  moveColumn: (id: string, toIndex: number) => void;
  /** The grid's own width, which follows, comes by `setGridWidth`. */
  resizeColumn: (id: string, width: number) => void;
  /** What the columns' menu shows and does, beside a chart and for a tree; null where there is no room for columns. */
  choice: ColumnChoice | null;
  treeChoice: ColumnChoice | null;
};

/**
 * How wide the tree-grid is and which columns it has room for: all beside a wide chart, the short ones beside an open
 * Backlog, titles only on a tablet, none on a phone, where titles stand above the bars. Choices, order and widths are
 * kept in this browser; an address with columns of its own shows those.
 */
export function useGridLayout(input: {
  search: PlanSearch;
  onChange: (change: Partial<PlanSearch>) => void;
  isBacklogOpen: boolean;
  items: readonly WorkItem[];
  today: IsoDate;
}): GridLayout {
  const isPhone = useMediaQuery(media.phone);
  const isTablet = useMediaQuery(media.tablet);
  const isLaptop = useMediaQuery(media.laptop);
  const kept = useSettings((settings) => settings.planGrid);
  // Where there is little room the grid's width counts for this visit only: elsewhere it would be odd.
  const [narrowWidth, setNarrowWidth] = useState<number | null>(null);
  const isNarrow = isLaptop || input.isBacklogOpen;
  const columns = input.search.columns ?? kept.columns;
  const keys = useMemo(
    () => (isTablet ? [] : toColumns(columns, isNarrow ? BESIDE_BACKLOG : WIDE)),
    [columns, isTablet, isNarrow],
  );
  const treeKeys = useMemo(
    () => (isPhone ? [] : toColumns(columns, isTablet ? BESIDE_BACKLOG : WIDE)),
    [columns, isPhone, isTablet],
  );
  const sizing = useSizing({ ...input, isNarrow, widths: kept.widths });
  const columnsWidth = widthOfColumns(keys, sizing);
  const usual = isPhone
    ? WIDTH_PX.phone
    : isTablet
      ? WIDTH_PX.titlesOnly
      : Math.max(isNarrow ? WIDTH_PX.besideBacklog : WIDTH_PX.wide, columnsWidth + USUAL_TITLE_PX);
  const chosenWidth = (isNarrow ? narrowWidth : kept.width) ?? null;
  const gridWidth = isPhone ? WIDTH_PX.phone : (chosenWidth ?? usual);

  const setGridWidth = (width: number) => {
    if (isNarrow) setNarrowWidth(width);
    else keep({ width });
  };
  /** What columns gain or lose, the grid does: the title keeps its width. */
  const growBy = (pixels: number) => {
    if (chosenWidth !== null && pixels !== 0) setGridWidth(Math.max(LEAST_TITLE_PX, chosenWidth + pixels));
  };
  const chooseColumns = (next: readonly ColumnKey[]) => {
    keep({ columns: fromColumns(next) });
    growBy(widthOfColumns(next, sizing) - columnsWidth);
    input.onChange({ columns: fromColumns(next) });
  };
  const shown = isTablet ? treeKeys : keys;
  const choice = {
    choose: chooseColumns,
    isChanged: columns !== undefined || chosenWidth !== null || Object.keys(kept.widths).length > 0,
    reset: () => {
      useSettings.getState().change({ planGrid: DEFAULT_PLAN_GRID });
      setNarrowWidth(null);
      input.onChange({ columns: undefined });
    },
  };
  return {
    keys,
    treeKeys,
    sizing,
    gridWidth,
    titleWidth: USUAL_TITLE_PX,
    setGridWidth,
    moveColumn: (id, toIndex) => {
      const others = shown.filter((key) => key !== id);
      const moved = shown.filter((key) => key === id);
      chooseColumns(others.toSpliced(Math.max(0, toIndex - 1), 0, ...moved));
    },
    resizeColumn: (id, width) => {
      const key = COLUMN_KEYS.find((one) => one === id);
      if (key !== undefined) keep({ widths: { ...kept.widths, [key]: width } });
    },
    choice: isTablet ? null : { ...choice, shown: keys },
    treeChoice: isPhone ? null : { ...choice, shown: treeKeys },
  };
}

function keep(change: Partial<PlanGrid>): void {
  const { planGrid, change: changeSettings } = useSettings.getState();
  changeSettings({ planGrid: { ...planGrid, ...change } });
}

function useSizing(input: {
  items: readonly WorkItem[];
  today: IsoDate;
  isNarrow: boolean;
  widths: Readonly<Record<string, number>>;
}): ColumnSizing {
  const { items, isNarrow, widths } = input;
  const year = input.today.slice(0, 4);
  const content = useMemo(
    () => ({
      numberLength: Math.max(0, ...items.slice(0, SAMPLE).map((item) => item.number.length)),
      hasYears: items.some(({ start, end }) => [start, end].some((day) => day !== null && !day.startsWith(year))),
    }),
    [items, year],
  );
  return useMemo(() => ({ ...content, narrow: isNarrow, widths }), [content, isNarrow, widths]);
}
