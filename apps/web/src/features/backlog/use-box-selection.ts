import { type RefObject, useEffect, useRef, useState } from "react";
import { usePointerDrag } from "../../ui/drag/use-pointer-drag.ts";
import { autoScrollSpeed, chooseByBox, rowsBetween } from "./box.ts";
import type { Choice } from "./choice.ts";

export type BoxSelectionOptions = {
  scroller: RefObject<HTMLElement | null>;
  rowHeight: number;
  /** Ids in display order, as far as they are loaded. */
  order: readonly string[];
  choice: Choice;
  onChoose: (choice: Choice) => void;
};

/** Heights of an open box in the content, px from the first row's top. */
export type OpenBox = { top: number; height: number; left: number; width: number };

type Drag = {
  fromX: number;
  fromY: number;
  adds: boolean;
  before: Choice;
  pointerX: number;
  pointerY: number;
};

/**
 * A box dragged over rows selects every row that it touches, drawn or not; near an edge the list scrolls by itself,
 * and rows that load meanwhile join in. Escape puts the selection back.
 */
export function useBoxSelection(options: BoxSelectionOptions) {
  const [box, setBox] = useState<OpenBox | null>(null);
  const drag = useRef<Drag | null>(null);
  const latest = useRef(options);
  const frame = useRef(0);

  const redraw = () => {
    const on = drag.current;
    const scroller = latest.current.scroller.current;
    if (on === null || scroller === null) return;
    const { rowHeight, order, onChoose } = latest.current;
    const bounds = scroller.getBoundingClientRect();
    const toY = contentY(scroller, bounds, on.pointerY);
    const left = Math.max(0, Math.min(on.fromX, on.pointerX) - bounds.left);
    const right = Math.min(bounds.width, Math.max(on.fromX, on.pointerX) - bounds.left);
    setBox({ top: Math.min(on.fromY, toY), height: Math.abs(toY - on.fromY), left, width: Math.max(0, right - left) });
    const span = rowsBetween({ rowHeight, count: order.length }, { fromY: on.fromY, toY });
    onChoose(chooseByBox(on.before, { adds: on.adds, span, order }));
  };

  useEffect(() => {
    latest.current = options;
  });
  // More rows were loaded under an open box.
  useEffect(redraw, [options.order]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const autoScroll = (last: number) => {
    frame.current = requestAnimationFrame((now) => {
      const on = drag.current;
      const scroller = latest.current.scroller.current;
      if (on === null || scroller === null) return;
      const speed = autoScrollSpeed(on.pointerY, scroller.getBoundingClientRect());
      if (speed !== 0) {
        const before = scroller.scrollTop;
        scroller.scrollTop += speed * Math.min(50, now - last);
        if (scroller.scrollTop !== before) redraw();
      }
      autoScroll(now);
    });
  };
  const end = () => {
    cancelAnimationFrame(frame.current);
    drag.current = null;
    setBox(null);
  };
  const keys = useRef({ adds: false });
  const pointer = usePointerDrag({
    onStart: (from) => {
      const scroller = latest.current.scroller.current;
      if (scroller === null) return;
      const fromY = contentY(scroller, scroller.getBoundingClientRect(), from.y);
      const before = latest.current.choice;
      drag.current = { fromX: from.x, fromY, adds: keys.current.adds, before, pointerX: from.x, pointerY: from.y };
      autoScroll(performance.now());
    },
    onMove: (at) => {
      if (drag.current === null) return;
      drag.current = { ...drag.current, pointerX: at.x, pointerY: at.y };
      redraw();
    },
    onDrop: end,
    onCancel: () => {
      const before = drag.current?.before;
      end();
      if (before !== undefined) latest.current.onChoose(before);
    },
  });
  return {
    box,
    start: (event: { clientX: number; clientY: number; pointerId: number; button: number; adds: boolean }) => {
      keys.current.adds = event.adds;
      pointer.start(event);
    },
  };
}

function contentY(scroller: HTMLElement, bounds: DOMRect, clientY: number): number {
  const y = Math.min(bounds.bottom, Math.max(bounds.top, clientY)) - bounds.top;
  return y + scroller.scrollTop;
}
