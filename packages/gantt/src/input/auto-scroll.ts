import type { Chart } from "../chart.ts";
import type { Scrolling } from "../scrolling.ts";
import { HEADER_HEIGHT_PX } from "../view/frame.ts";
import type { PointerPlace } from "./gesture.ts";

/** Scrolls while the pointer of a gesture is at an edge of the chart. */
export type AutoScroll = { follow: (place: PointerPlace) => void; stop: () => void };

const EDGE_PX = 36;
const MOST_PX_PER_FRAME = 24;

export type AutoScrollInput = { scrolling: Scrolling; scrolled: (place: PointerPlace) => void };

export function createAutoScroll(chart: Chart, { scrolling, scrolled }: AutoScrollInput): AutoScroll {
  let frame = 0;
  let place: PointerPlace | null = null;

  const step = () => {
    frame = 0;
    if (!place) return;
    const { dx, dy } = stepAt(chart, place);
    if (dx === 0 && dy === 0) return;
    scrolling.scrollBy({ dx, dy });
    scrolled(place);
    frame = requestAnimationFrame(step);
  };

  return {
    follow: (at) => {
      place = at;
      if (frame === 0) frame = requestAnimationFrame(step);
    },
    stop: () => {
      place = null;
      cancelAnimationFrame(frame);
      frame = 0;
    },
  };
}

function stepAt(chart: Chart, { clientX, clientY }: PointerPlace): { dx: number; dy: number } {
  const box = chart.frame.scroller.getBoundingClientRect();
  const left = box.left + chart.options.gridWidth;
  const top = box.top + HEADER_HEIGHT_PX;
  return {
    dx: speed({ at: clientX, from: left, to: box.right }),
    dy: speed({ at: clientY, from: top, to: box.bottom }),
  };
}

function speed({ at, from, to }: { at: number; from: number; to: number }): number {
  const before = from + EDGE_PX - at;
  const after = at - (to - EDGE_PX);
  if (before > 0) return -Math.min(MOST_PX_PER_FRAME, Math.ceil(before / 2));
  if (after > 0) return Math.min(MOST_PX_PER_FRAME, Math.ceil(after / 2));
  return 0;
}
