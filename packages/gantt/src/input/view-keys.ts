import { toIsoDate } from "@gantry/schedule";
import { barBoxOf } from "../chart.ts";
import { xToDay } from "../model/time-axis.ts";
import type { Scrolling } from "../scrolling.ts";
import type { Stage } from "../stage.ts";
import type { Zooming } from "../zooming.ts";
import type { Speech } from "./speech.ts";

/** What keys do to the view. */
export type ViewKeys = {
  /** About the focused row's bar if it is in view, else about the centre. */
  zoom: (direction: "in" | "out") => void;
  pan: (direction: -1 | 1) => void;
  /** Rows that a page key goes. */
  pageRows: () => number;
};

const ZOOM_STEP = 1.5;
const PAN_SHARE = 1 / 3;

export type ViewKeysInput = { scrolling: Scrolling; zooming: Zooming; speech: Speech; zoomed: () => void };

export function createViewKeys(stage: Stage, { scrolling, zooming, speech, zoomed }: ViewKeysInput): ViewKeys {
  const { chart } = stage;

  const anchorX = () => {
    const { left, width } = chart.viewport;
    const box = barBoxOf(chart, chart.focusIndex);
    const x = box ? box.x + box.width / 2 - left : -1;
    return x >= 0 && x < width ? x : width / 2;
  };

  return {
    zoom: (direction) => {
      zooming.by(direction === "in" ? ZOOM_STEP : 1 / ZOOM_STEP, anchorX());
      zoomed();
      speech.say(chart.options.words.scale(chart.options.scale));
    },
    pan: (direction) => {
      scrolling.scrollBy({ dx: direction * Math.round(chart.viewport.width * PAN_SHARE), dy: 0 });
      const { left, width } = chart.viewport;
      const { shortDay } = chart.options.words;
      const [from, to] = [xToDay(chart.axis, left), xToDay(chart.axis, left + width - 1)];
      speech.say(`${shortDay(toIsoDate(from))} – ${shortDay(toIsoDate(to))}`);
    },
    pageRows: () => Math.max(1, Math.floor(chart.viewport.height / chart.options.rowHeight) - 1),
  };
}
