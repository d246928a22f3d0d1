import { type KeyboardEvent, useRef, useState } from "react";
import { keysBetween, keysOfRow, nextTickable, tickKeys } from "./preview-keys.ts";
import type { PreviewRow } from "./preview-rows.ts";
import { tickOf, type Unticked, withTicks } from "./ticks.ts";

export type Ticks = {
  /** The one row whose tick Tab reaches; the arrows go on from there. */
  activeIndex: number | null;
  /** Takes the tick that was just reached by key into view and gives it the focus, once it is drawn. */
  focusIfWanted: (index: number, element: HTMLInputElement | null) => void;
  tick: (index: number, input: { on: boolean; shift: boolean }) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: (index: number) => void;
};

/** Ticks of a long list by pointer and key: one by one, in ranges with Shift, by group, all or none. */
export function useTicks(input: {
  rows: readonly PreviewRow[];
  allKeys: readonly string[];
  unticked: Unticked;
  onUntick: (unticked: Unticked) => void;
  /** Rows that Page up and down go by. */
  rowsInView: () => number;
  scrollTo: (index: number) => void;
}): Ticks {
  const { rows, unticked, onUntick } = input;
  const [active, setActive] = useState(0);
  const anchor = useRef<number | null>(null);
  const wanted = useRef<number | null>(null);
  const activeIndex = nextTickable(rows, { index: active, step: 1 }) ?? nextTickable(rows, { index: 0, step: 1 });

  const apply = (keys: Iterable<string>, on: boolean) => onUntick(withTicks(unticked, keys, { on }));
  const tick: Ticks["tick"] = (index, { on, shift }) => {
    const from = anchor.current;
    const own = keysOfRow(rows[index]) ?? [];
    apply(shift && from !== null ? [...keysBetween(rows, { from, to: index }), ...own] : own, on);
    anchor.current = index;
    setActive(index);
  };
  return {
    activeIndex,
    tick,
    onFocus: (index) => {
      setActive(index);
    },
    focusIfWanted: (index, element) => {
      if (element === null || wanted.current !== index) return;
      wanted.current = null;
      element.focus({ preventScroll: true });
    },
    onKeyDown: (event) => {
      if (activeIndex === null) return;
      const action = tickKeys(event, { index: activeIndex, page: input.rowsInView(), rows });
      if (action === null) return;
      event.preventDefault();
      if (action.kind === "all") return apply(input.allKeys, unticked.size > 0);
      if (action.kind === "extend") {
        const on = tickOf(keysOfRow(rows[activeIndex]) ?? [], unticked) !== false;
        apply(keysBetween(rows, { from: activeIndex, to: action.index }), on);
      }
      anchor.current = action.index;
      wanted.current = action.index;
      setActive(action.index);
      input.scrollTo(action.index);
    },
  };
}
