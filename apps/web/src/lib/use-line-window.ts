import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { lineAt, type LineWindow, partsOf, toTops, windowOf, type WindowPart } from "./line-window.ts";

/** Up to here all lines stand in the page, so that the browser's own search finds them. */
const WINDOW_FROM = 100;
/** Lines shown before the page was measured. */
const FIRST_LINES = 60;

export type LineWindowOptions = {
  /** One for each line, and its own. */
  keys: readonly string[];
  /** Pixels of each line. */
  heights: readonly number[];
  /** What the reader chose the order by: while it is the same, the line at the upper edge stays there whatever comes in above it. */
  order: string;
  /** The line with the focus, which stays in the page. */
  keptKey: string | null;
  /** Hears, once a frame while it scrolls, which lines are in view: from `first` to before `last`. Must not render. */
  onView: (view: LineWindow) => void;
};

/**
 * Which lines of a long list stand in the page, whose main element scrolls. `body` goes on the element that holds the
 * lines. Lines that come and go above the view don't move what is being read.
 */
export function useLineWindow(options: LineWindowOptions): {
  body: RefObject<(HTMLTableSectionElement & HTMLDivElement) | null>;
  parts: readonly WindowPart[];
} {
  const { keys, heights, order, keptKey, onView } = options;
  const body = useRef<HTMLTableSectionElement & HTMLDivElement>(null);
  const anchor = useRef<{ key: string; y: number; order: string } | null>(null);
  const [window, setWindow] = useState<LineWindow>({ first: 0, last: FIRST_LINES });
  const tops = useMemo(() => toTops(heights), [heights]);
  const count = keys.length;
  const isWhole = count <= WINDOW_FROM;

  const measure = useCallback(() => {
    const place = placeOf(body.current);
    if (place === null) return;
    const { above, height } = place;
    const index = lineAt(tops, above);
    const key = keys[index];
    anchor.current = above <= 0 || key === undefined ? null : { key, y: (tops[index] ?? 0) - above, order };
    onView({ first: lineAt(tops, Math.max(0, above)), last: lineAt(tops, Math.max(0, above + height)) + 1 });
    const next = windowOf(tops, { above, height });
    setWindow((now) => (next.first === now.first && next.last === now.last ? now : next));
  }, [tops, keys, order, onView]);

  useLayoutEffect(() => {
    const held = anchor.current;
    const place = placeOf(body.current);
    if (held !== null && held.order === order && place !== null) {
      const index = keys.indexOf(held.key);
      const moved = index === -1 ? 0 : (tops[index] ?? 0) - place.above - held.y;
      if (Math.abs(moved) >= 1) place.main.scrollTop += moved;
    }
    measure();
  });

  useEffect(() => {
    const main = body.current?.closest("main");
    if (main === null || main === undefined) return undefined;
    main.addEventListener("scroll", measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(main);
    // The browser's own anchoring would move the page a second time.
    main.style.overflowAnchor = "none";
    return () => {
      main.removeEventListener("scroll", measure);
      observer.disconnect();
      main.style.overflowAnchor = "";
    };
  }, [measure]);

  const parts = useMemo(() => {
    const shown = isWhole
      ? { first: 0, last: count }
      : { first: Math.min(window.first, count), last: Math.min(window.last, count) };
    const kept = keptKey === null ? -1 : keys.indexOf(keptKey);
    return partsOf(tops, { window: shown, kept: kept === -1 ? null : kept });
  }, [isWhole, count, window, keptKey, keys, tops]);
  return { body, parts };
}

/** Pixels of lines above the view, and the view's height. */
function placeOf(body: HTMLElement | null): { main: HTMLElement; above: number; height: number } | null {
  const main = body?.closest("main");
  if (body === null || main === null || main === undefined) return null;
  const above = main.getBoundingClientRect().top - body.getBoundingClientRect().top;
  return { main, above, height: main.clientHeight };
}
