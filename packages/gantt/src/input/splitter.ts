import type { Stage } from "../stage.ts";
import { naturalWidth, TREE_BORDER_PX } from "../model/column-layout.ts";
import { applyUpdate } from "../update.ts";
import { clampGridWidth, LEAST_GRID_PX, mostGridWidth } from "../grid-width.ts";

const KEY_STEP_PX = 16;

/** The line between tree-grid and chart, moved by pointer or by arrow keys; a double click gives all columns their room. */
export function attachSplitter(stage: Stage, signal: AbortSignal): { describe: () => void } {
  const { chart } = stage;
  const { splitter } = chart.frame;
  let pressed: { pointerId: number; offset: number } | null = null;

  const describe = () => {
    splitter.hidden = chart.options.gridWidth === 0;
    splitter.setAttribute("aria-label", chart.options.words.grid);
    splitter.setAttribute("aria-valuenow", String(Math.round(chart.options.gridWidth)));
    splitter.setAttribute("aria-valuemin", String(LEAST_GRID_PX));
    splitter.setAttribute("aria-valuemax", String(mostGridWidth(chart)));
  };

  const setWidth = (width: number) => {
    const gridWidth = clampGridWidth(chart, width);
    if (gridWidth === chart.options.gridWidth) return;
    applyUpdate(stage, { gridWidth });
    describe();
    chart.options.onGridWidthChange?.(gridWidth);
  };

  // The window may have another width than when it was described last.
  splitter.addEventListener("focus", describe, { signal });
  splitter.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0) return;
      splitter.setPointerCapture(event.pointerId);
      pressed = { pointerId: event.pointerId, offset: event.clientX - chart.options.gridWidth };
    },
    { signal },
  );
  splitter.addEventListener(
    "pointermove",
    (event) => {
      if (pressed?.pointerId === event.pointerId) setWidth(event.clientX - pressed.offset);
    },
    { signal },
  );
  const release = () => {
    pressed = null;
  };
  splitter.addEventListener("pointerup", release, { signal });
  splitter.addEventListener("pointercancel", release, { signal });
  splitter.addEventListener(
    "dblclick",
    () => setWidth(naturalWidth(chart.options.columns, chart.columnWidths) + TREE_BORDER_PX),
    { signal },
  );
  splitter.addEventListener(
    "keydown",
    (event) => {
      const steps: Record<string, number> = { ArrowLeft: -KEY_STEP_PX, ArrowRight: KEY_STEP_PX };
      const step = steps[event.key];
      if (step === undefined && event.key !== "Home" && event.key !== "End") return;
      event.preventDefault();
      setWidth(
        step === undefined
          ? event.key === "Home"
            ? LEAST_GRID_PX
            : mostGridWidth(chart)
          : chart.options.gridWidth + step,
      );
    },
    { signal },
  );
  describe();
  return { describe };
}
