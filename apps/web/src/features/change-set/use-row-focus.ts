import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";

export type RowFocusOptions = {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  /** Rows that stand in the page. */
  shown: { first: number; last: number };
  rowsAPage: number;
  /** Scrolls to a row. */
  bring: (index: number) => void;
};

/** One stop for Tab in a windowed table; arrows, Page, Home and End go from row to row, whether they are drawn or not. */
export function useRowFocus({ scroller, count, shown, rowsAPage, bring }: RowFocusOptions) {
  const [active, setActive] = useState(0);
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const button = scroller.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (button === null || button === undefined) return;
    button.focus({ preventScroll: true });
    wanted.current = null;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextRow(event.key, { active, rowsAPage, last: count - 1 });
    if (next === null || count === 0) return;
    event.preventDefault();
    wanted.current = next;
    setActive(next);
    bring(next);
  };
  const isShown = active >= shown.first && active <= shown.last;
  return { tabStop: isShown ? active : shown.first, setActive, onKeyDown };
}

function nextRow(key: string, { active, rowsAPage, last }: { active: number; rowsAPage: number; last: number }) {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: rowsAPage, PageUp: -rowsAPage };
  if (key === "Home") return 0;
  if (key === "End") return last;
  const step = steps[key];
  return step === undefined ? null : Math.min(last, Math.max(0, active + step));
}
