import type { Stage } from "../stage.ts";
import { applyUpdate } from "../update.ts";

const LEAST_PX = 160;
const MOST_SHARE = 0.7;
const KEY_STEP_PX = 16;

/** The line between tree-grid and chart, moved by pointer or by arrow keys. */
export function attachSplitter(stage: Stage, signal: AbortSignal): { describe: () => void } {
  const { chart } = stage;
  const { splitter, root } = chart.frame;
  let pressed: { pointerId: number; offset: number } | null = null;

  const most = () => Math.max(LEAST_PX, Math.round(root.clientWidth * MOST_SHARE));

  const describe = () => {
    splitter.hidden = chart.options.gridWidth === 0;
    splitter.setAttribute("aria-label", chart.options.words.grid);
    splitter.setAttribute("aria-valuenow", String(Math.round(chart.options.gridWidth)));
    splitter.setAttribute("aria-valuemin", String(LEAST_PX));
    splitter.setAttribute("aria-valuemax", String(most()));
  };

  const setWidth = (width: number) => {
    const gridWidth = Math.round(Math.min(Math.max(width, LEAST_PX), most()));
    if (gridWidth === chart.options.gridWidth) return;
    applyUpdate(stage, { gridWidth });
    describe();
    chart.options.onGridWidthChange?.(gridWidth);
  };

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
    "keydown",
    (event) => {
      const steps: Record<string, number> = { ArrowLeft: -KEY_STEP_PX, ArrowRight: KEY_STEP_PX };
      const step = steps[event.key];
      if (step === undefined && event.key !== "Home" && event.key !== "End") return;
      event.preventDefault();
      setWidth(step === undefined ? (event.key === "Home" ? LEAST_PX : most()) : chart.options.gridWidth + step);
    },
    { signal },
  );
  describe();
  return { describe };
}
