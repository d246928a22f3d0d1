import type { Scrolling } from "../scrolling.ts";
import type { Stage } from "../stage.ts";
import { attachChartPointer } from "./chart-pointer.ts";
import { attachColumnKeys } from "./column-keys.ts";
import { attachColumnPointer } from "./column-pointer.ts";
import { createMoveMode } from "./move-mode.ts";
import { createSelecting } from "./selecting.ts";
import { attachSplitter } from "./splitter.ts";
import { attachTreeKeys } from "./tree-keys.ts";
import { attachTreePointer } from "./tree-pointer.ts";
import type { Zooming } from "../zooming.ts";

/** Pointer and keyboard of one chart. */
export type Input = {
  /** To be told after every update: ends gestures whose rows changed. */
  updated: (what: { rowsChanged: boolean }) => void;
  destroy: () => void;
};

export function attachInput(stage: Stage, { scrolling }: { scrolling: Scrolling; zooming: Zooming }): Input {
  const { chart, views } = stage;
  const listeners = new AbortController();
  const { signal } = listeners;
  const focusRow = (index: number) => {
    chart.focusIndex = index;
    views.tree.paintFocus(true);
  };
  const goToRow = (index: number) => {
    scrolling.revealRow(index);
    focusRow(index);
  };
  const selecting = createSelecting(stage);
  const moveMode = createMoveMode(stage, scrolling);
  const pointer = attachChartPointer(stage, { scrolling, selecting, focusRow, signal });
  attachTreePointer(stage, { selecting, focusRow, signal });
  attachTreeKeys(stage, { selecting, moveMode, goToRow, signal });
  const splitter = attachSplitter(stage, signal);
  const widthChanged = splitter.describe;
  const columns = attachColumnPointer(stage, { widthChanged, signal });
  attachColumnKeys(stage, { widthChanged, goToRows: () => goToRow(chart.focusIndex), signal });
  return {
    updated: () => {
      pointer.rowsChanged();
      moveMode.rowsChanged();
      splitter.describe();
      columns.updated();
    },
    destroy: () => {
      pointer.destroy();
      columns.cancel();
      moveMode.cancel();
      listeners.abort();
    },
  };
}
