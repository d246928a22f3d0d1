import type { Chart } from "../chart.ts";
import type { Scrolling } from "../scrolling.ts";
import { HEADER_HEIGHT_PX } from "../view/frame.ts";
import type { Gesture, PointerPlace } from "./gesture.ts";

/** Scrolls while the pointer of a gesture is at an edge of the chart. */
export type AutoScroll = { follow: (place: PointerPlace, edge: Gesture["edge"]) => void; stop: () => void };

const EDGE_PX = 36;
const MOST_PX_PER_FRAME = 24;

type Followed = { place: PointerPlace; edge: Gesture["edge"] };

export type AutoScrollInput = {
  scrolling: Scrolling;
  scrolled: (place: PointerPlace) => void;
  /** Makes the axis longer on the side that the view has come to. */
  grow: (side: "before" | "after") => void;
};

export function createAutoScroll(chart: Chart, { scrolling, scrolled, grow }: AutoScrollInput): AutoScroll {
  let frame = 0;
  let followed: Followed | null = null;

  const step = () => {
    frame = 0;
    if (!followed) return;
    const { place, edge } = followed;
    const { dx, dy } = stepAt(chart, { place, edge });
    if (dx === 0 && dy === 0) return;
    const { left, width } = chart.viewport;
    if (edge === "grows" && dx < 0 && left + dx < 0) grow("before");
    if (edge === "grows" && dx > 0 && left + width + dx > chart.axis.widthPx) grow("after");
    const { left: leftNow, top } = chart.viewport;
    scrolling.scrollBy({ dx, dy });
    // At the end of the way nothing moves, and nothing is drawn anew.
    if (chart.viewport.left === leftNow && chart.viewport.top === top) return;
    scrolled(place);
    frame = requestAnimationFrame(step);
  };

  return {
    follow: (place, edge) => {
      if (edge === "stays") return;
      followed = { place, edge };
      if (frame === 0) frame = requestAnimationFrame(step);
    },
    stop: () => {
      followed = null;
      cancelAnimationFrame(frame);
      frame = 0;
    },
  };
}

/** Where the axis grows only days count: the rows stay. */
function stepAt(chart: Chart, { place, edge }: Followed): { dx: number; dy: number } {
  const { clientX, clientY } = place;
  const box = chart.frame.scroller.getBoundingClientRect();
  const left = box.left + chart.options.gridWidth;
  const top = box.top + HEADER_HEIGHT_PX;
  return {
    dx: speed({ at: clientX, from: left, to: box.right }),
    dy: edge === "grows" ? 0 : speed({ at: clientY, from: top, to: box.bottom }),
  };
}

function speed({ at, from, to }: { at: number; from: number; to: number }): number {
  const before = from + EDGE_PX - at;
  const after = at - (to - EDGE_PX);
  if (before > 0) return -Math.min(MOST_PX_PER_FRAME, Math.ceil(before / 2));
  if (after > 0) return Math.min(MOST_PX_PER_FRAME, Math.ceil(after / 2));
  return 0;
}
