import type { Scrolling } from "../scrolling.ts";
import type { Stage } from "../stage.ts";
import { createGhost } from "../view/ghost.ts";
import { createLinkDraftLayer } from "../view/link-draft-layer.ts";
import { createOriginLayer } from "../view/origin-layer.ts";
import { createRowMark } from "../view/row-mark.ts";
import type { Zooming } from "../zooming.ts";
import { attachChartPointer } from "./chart-pointer.ts";
import { attachColumnKeys } from "./column-keys.ts";
import { attachColumnPointer } from "./column-pointer.ts";
import { createGestureRun } from "./gesture-run.ts";
import type { GestureTools } from "./gesture-tools.ts";
import { createHover } from "./hover.ts";
import { createLinkMode } from "./link-mode.ts";
import { createPickUp } from "./pick-up.ts";
import { createPinch } from "./pinch.ts";
import { createSelecting } from "./selecting.ts";
import { createSortSpeech } from "./sort-speech.ts";
import { createSpeech } from "./speech.ts";
import { attachSplitter } from "./splitter.ts";
import { attachTreeKeys } from "./tree-keys.ts";
import { attachTreePointer } from "./tree-pointer.ts";
import { createViewKeys } from "./view-keys.ts";
import { attachZoomFrames } from "./zoom-frames.ts";

/** Pointer and keyboard of one chart. */
export type Input = {
  /** Every update is taken through here: gestures go on over the new rows, or end where theirs changed. */
  takeUpdate: (apply: () => void) => void;
  destroy: () => void;
};

export function attachInput(stage: Stage, { scrolling, zooming }: { scrolling: Scrolling; zooming: Zooming }): Input {
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
  const tools: GestureTools = {
    ghost: createGhost(chart),
    origins: createOriginLayer(chart),
    linkDraft: createLinkDraftLayer(chart),
    speech: createSpeech(chart),
  };
  const rowMark = createRowMark(chart);
  const selecting = createSelecting(stage);
  const hover = createHover(stage, scrolling);
  const run = createGestureRun(stage, { scrolling, speech: tools.speech });
  const viewKeys = createViewKeys(stage, { scrolling, zooming, speech: tools.speech, zoomed: () => axisChanged() });
  const pickUp = createPickUp(stage, { scrolling, tools, rowMark });
  const linkMode = createLinkMode(stage, { scrolling, tools, rowMark, pageRows: viewKeys.pageRows });

  let isUpdating = false;
  const goOn = () => {
    run.resume();
    pickUp.resume();
    linkMode.resume();
  };
  const axisChanged = () => {
    if (!run.isOn()) hover.refresh();
    goOn();
  };
  const endKeyModes = () => {
    pickUp.cancel();
    linkMode.cancel();
  };
  const zoomFrames = attachZoomFrames(stage, { scrolling, zooming, zoomed: axisChanged, signal });
  const pinch = createPinch(stage, zoomFrames);
  const pointer = attachChartPointer(stage, {
    scrolling,
    selecting,
    tools,
    hover,
    run,
    pinch,
    pressed: endKeyModes,
    focusRow,
    signal,
  });
  attachTreePointer(stage, { selecting, focusRow, signal });
  attachTreeKeys(stage, {
    selecting,
    pickUp,
    linkMode,
    viewKeys,
    hover,
    goToRow,
    isUpdating: () => isUpdating,
    signal,
  });
  const splitter = attachSplitter(stage, signal);
  const widthChanged = splitter.describe;
  const columns = attachColumnPointer(stage, { widthChanged, ghost: tools.ghost, signal });
  const goToRows = () => goToRow(chart.focusIndex);
  attachColumnKeys(stage, { widthChanged, goToRows, speech: tools.speech, signal });
  const sortSpeech = createSortSpeech(stage, tools.speech);
  return {
    takeUpdate: (apply) => {
      const { rows, axis } = chart;
      isUpdating = true;
      try {
        apply();
      } finally {
        isUpdating = false;
      }
      if (chart.rows !== rows || chart.axis !== axis) goOn();
      if (!run.isOn()) hover.refresh();
      splitter.describe();
      columns.updated();
      sortSpeech.updated();
    },
    destroy: () => {
      pointer.cancel();
      endKeyModes();
      columns.cancel();
      zoomFrames.destroy();
      listeners.abort();
    },
  };
}
