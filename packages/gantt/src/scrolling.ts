import type { DayNumber } from "@gantry/schedule";
import { dayToX } from "./model/time-axis.ts";
import { startView } from "./place.ts";
import type { Stage } from "./stage.ts";
import { HEADER_HEIGHT_PX } from "./view/frame.ts";

export type ChartPoint = {
  x: number;
  y: number;
  /** Whether the chart is there, not its header or the tree-grid, nor another part of the page. */
  inside: boolean;
};

/** Where the view is, and ways to move it. */
export type Scrolling = {
  centreOn: (point: { day: number; row: number }) => void;
  centreDay: (day: DayNumber) => void;
  startAtDay: (day: DayNumber) => void;
  revealRow: (index: number) => void;
  /** Scrolls no farther than needed to see the days. */
  revealDays: (days: { from: DayNumber; to: DayNumber }) => void;
  scrollBy: (step: { dx: number; dy: number }) => void;
  /** A point of the window in the chart's own pixels. */
  pointAt: (event: { clientX: number; clientY: number }) => ChartPoint;
  destroy: () => void;
};

const REVEAL_MARGIN_PX = 24;

export function createScrolling(stage: Stage): Scrolling {
  const { chart } = stage;
  const { scroller } = chart.frame;
  let wasShown = scroller.clientHeight > 0;

  const moved = () => {
    stage.readViewport();
    stage.paint();
  };

  const scrollTo = ({ left, top }: { left?: number; top?: number }) => {
    if (left !== undefined) scroller.scrollLeft = left;
    if (top !== undefined) scroller.scrollTop = top;
    moved();
  };

  const onScroll = () => {
    moved();
    stage.setHover(null);
    stage.report.settling();
  };
  scroller.addEventListener("scroll", onScroll, { passive: true });

  const centreDay = (day: DayNumber) => {
    scrollTo({ left: dayToX(chart.axis, day) + chart.axis.pxPerDay / 2 - chart.viewport.width / 2 });
  };

  const observer = new ResizeObserver(() => {
    const { clientWidth, clientHeight } = scroller;
    const { viewport } = chart;
    const sameWidth = clientWidth === viewport.width + chart.options.gridWidth;
    if (sameWidth && clientHeight === viewport.height + HEADER_HEIGHT_PX) return;
    if (wasShown || clientHeight === 0) return stage.resize();
    wasShown = true;
    stage.readViewport();
    startView(stage);
  });
  observer.observe(scroller);

  return {
    centreDay,
    centreOn: ({ day, row }) =>
      scrollTo({
        left: dayToX(chart.axis, day) - chart.viewport.width / 2,
        top: row * chart.options.rowHeight - chart.viewport.height / 2,
      }),
    startAtDay: (day) => scrollTo({ left: dayToX(chart.axis, day) - 1 }),
    revealRow: (index) => {
      const { rowHeight } = chart.options;
      const { top, height } = chart.viewport;
      const rowTop = index * rowHeight;
      if (rowTop < top) scrollTo({ top: rowTop });
      else if (rowTop + rowHeight > top + height) scrollTo({ top: rowTop + rowHeight - height });
    },
    revealDays: ({ from, to }) => {
      const { left, width } = chart.viewport;
      const start = dayToX(chart.axis, from) - REVEAL_MARGIN_PX;
      const end = dayToX(chart.axis, to + 1) + REVEAL_MARGIN_PX;
      if (start < left) scrollTo({ left: start });
      else if (end > left + width) scrollTo({ left: Math.min(start, end - width) });
    },
    scrollBy: ({ dx, dy }) => scrollTo({ left: scroller.scrollLeft + dx, top: scroller.scrollTop + dy }),
    pointAt: ({ clientX, clientY }) => {
      const box = scroller.getBoundingClientRect();
      const viewX = clientX - box.left - scroller.clientLeft - chart.options.gridWidth;
      const viewY = clientY - box.top - scroller.clientTop - HEADER_HEIGHT_PX;
      const { left, top, width, height } = chart.viewport;
      const inside = viewX >= 0 && viewY >= 0 && viewX < width && viewY < height;
      return { x: viewX + left, y: viewY + top, inside };
    },
    destroy: () => {
      stage.report.destroy();
      observer.disconnect();
      scroller.removeEventListener("scroll", onScroll);
    },
  };
}
