import { useLayoutEffect, useRef, useState } from "react";

/** Up to here all rows stand in the page, so that the browser's own search finds them. */
const WINDOW_FROM = 100;
const OVERSCAN_ROWS = 16;
/** Rows shown before the page was measured. */
const FIRST_ROWS = 60;

type RowWindow = { first: number; last: number };

/**
 * Which rows of a long list of equal rows stand in the page, with the heights of the empty space around them. The
 * page's main element scrolls. `body` goes on the element that holds the rows.
 */
export function useRowWindow(options: { count: number; rowHeight: number }) {
  const { count, rowHeight } = options;
  const body = useRef<HTMLTableSectionElement & HTMLUListElement>(null);
  const [window, setWindow] = useState<RowWindow>({ first: 0, last: FIRST_ROWS });
  const isWhole = count <= WINDOW_FROM;
  useLayoutEffect(() => {
    const main = body.current?.closest("main");
    if (isWhole || main === null || main === undefined) return undefined;
    const measure = () => {
      if (body.current === null) return;
      const above = main.getBoundingClientRect().top - body.current.getBoundingClientRect().top;
      setWindow((now) => {
        const next = windowOf({ above, height: main.clientHeight, rowHeight });
        return next.first === now.first && next.last === now.last ? now : next;
      });
    };
    measure();
    main.addEventListener("scroll", measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(main);
    return () => {
      main.removeEventListener("scroll", measure);
      observer.disconnect();
    };
  }, [isWhole, rowHeight]);
  const first = isWhole ? 0 : Math.min(window.first, count);
  const last = isWhole ? count : Math.min(window.last, count);
  return { body, first, last, before: first * rowHeight, after: (count - last) * rowHeight };
}

/**
 * Rows from–to, in steps of half the overscan, so that most scrolling draws nothing new.
 * @param view pixels of rows above the upper edge, height of the view and of a row
 */
export function windowOf(view: { above: number; height: number; rowHeight: number }): RowWindow {
  const step = OVERSCAN_ROWS / 2;
  const top = Math.floor(Math.max(0, view.above) / view.rowHeight / step) * step;
  const shown = Math.ceil(view.height / view.rowHeight / step) * step;
  return { first: Math.max(0, top - OVERSCAN_ROWS), last: top + shown + OVERSCAN_ROWS + step };
}
