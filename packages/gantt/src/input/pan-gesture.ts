import type { Chart } from "../chart.ts";
import type { Scrolling } from "../scrolling.ts";
import type { Gesture, PointerPlace } from "./gesture.ts";

export type PanInput = { scrolling: Scrolling; from: PointerPlace };

const nothing = () => {};

/** Takes the view along with the pointer. */
export function createPanGesture(chart: Chart, { scrolling, from }: PanInput): Gesture {
  const { left, top } = chart.viewport;
  return {
    name: "pan",
    edge: "stays",
    move: (_point, place) => {
      scrolling.scrollBy({
        dx: left - place.clientX + from.clientX - chart.viewport.left,
        dy: top - place.clientY + from.clientY - chart.viewport.top,
      });
    },
    drop: nothing,
    cancel: nothing,
    changedTitle: () => null,
    resume: nothing,
  };
}
