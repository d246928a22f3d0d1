import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";

const ROWS_A_PAGE = 12;

/**
 * The keyboard of a long list: arrows, Page Up and Down, Home and End go from line to line, whether it stands in the
 * page yet or not. Lines carry `data-line`, and in each the element that takes the focus carries `data-main`.
 */
export function useLineFocus(keys: readonly string[]) {
  const [keptKey, setKeptKey] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const container = useRef<HTMLElement | null>(null);

  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const line = container.current?.querySelector(`[data-line="${CSS.escape(wanted.current)}"]`);
    const target = line?.querySelector<HTMLElement>("[data-main]");
    if (target === null || target === undefined) return;
    wanted.current = null;
    target.focus();
  });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    const key = lineOf(event.target);
    const to = key === null ? null : targetOf(event.key, { from: keys.indexOf(key), count: keys.length });
    const next = to === null ? undefined : keys[to];
    if (next === undefined) return;
    event.preventDefault();
    container.current = event.currentTarget;
    wanted.current = next;
    setKeptKey(next);
    // The same line again draws nothing, and there is nothing to go to.
    if (next === key) wanted.current = null;
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => setKeptKey(lineOf(event.target));
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setKeptKey(null);
  };
  return { keptKey, handlers: { onKeyDown, onFocus, onBlur } };
}

function lineOf(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>("[data-line]")?.dataset["line"] ?? null;
}

function targetOf(key: string, { from, count }: { from: number; count: number }): number | null {
  const clamp = (index: number) => Math.min(Math.max(index, 0), count - 1);
  switch (key) {
    case "ArrowDown":
      return clamp(from + 1);
    case "ArrowUp":
      return clamp(from - 1);
    case "PageDown":
      return clamp(from + ROWS_A_PAGE);
    case "PageUp":
      return clamp(from - ROWS_A_PAGE);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
