import { useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";

/** Up to here all rows stand in the page, so that the browser's own search finds them. */
const WINDOW_FROM = 100;
const OVERSCAN_ROWS = 16;

/**
 * Which rows of a long list stand in the page, with the heights of the empty space around them. The page's main
 * element scrolls. `body` goes on the element that holds the rows.
 */
export function useRowWindow(options: { count: number; rowHeight: number }) {
  const body = useRef<HTMLTableSectionElement & HTMLUListElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const isWhole = options.count <= WINDOW_FROM;
  const scroller = () => body.current?.closest("main") ?? null;
  const virtualizer = useVirtualizer({
    count: options.count,
    getScrollElement: scroller,
    estimateSize: () => options.rowHeight,
    overscan: OVERSCAN_ROWS,
    scrollMargin,
    enabled: !isWhole,
  });
  useLayoutEffect(() => {
    const main = scroller();
    if (isWhole || main === null || body.current === null) return;
    const top = body.current.getBoundingClientRect().top - main.getBoundingClientRect().top + main.scrollTop;
    setScrollMargin(Math.round(top));
  }, [isWhole, options.count]);
  const items = virtualizer.getVirtualItems();
  const [start] = items;
  const end = items.at(-1);
  if (isWhole || start === undefined || end === undefined) {
    return {
      body,
      first: 0,
      last: isWhole ? options.count : Math.min(options.count, WINDOW_FROM),
      before: 0,
      after: 0,
    };
  }
  return {
    body,
    first: start.index,
    last: end.index + 1,
    before: start.start - scrollMargin,
    after: virtualizer.getTotalSize() - (end.end - scrollMargin),
  };
}
