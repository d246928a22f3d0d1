import { type KeyboardEvent, useEffect, useState } from "react";
import { keysBetween, keysOfRow, nextTickable, tickKeys } from "./preview-keys.ts";
import type { PreviewRow } from "./preview-rows.ts";
import { tickOf, type Unticked, withTicks } from "./ticks.ts";

/** The same for as long as the table stands, so that rows are not drawn anew for them. */
export type TickHandlers = {
  tick: (index: number, input: { on: boolean; shift: boolean }) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: (index: number) => void;
  /** Gives the focus to a tick that was reached by key, once it is drawn. */
  focusIfWanted: (index: number, element: HTMLInputElement | null) => void;
};

type TicksInput = {
  rows: readonly PreviewRow[];
  allKeys: readonly string[];
  unticked: Unticked;
  onUntick: (unticked: Unticked) => void;
  /** Rows that Page up and down go by. */
  rowsInView: () => number;
  scrollTo: (index: number) => void;
};

/** Ticks of a long list by pointer and key: one by one, in ranges with Shift, by group, all or none. */
export function useTicks(input: TicksInput): {
  /** The one row whose tick Tab reaches; the arrows go on from there. */
  activeIndex: number | null;
  handlers: TickHandlers;
} {
  const [active, setActive] = useState(0);
  const activeIndex =
    nextTickable(input.rows, { index: active, step: 1 }) ?? nextTickable(input.rows, { index: 0, step: 1 });
  const [{ handlers, note }] = useState(() => createHandlers(setActive));
  useEffect(() => note({ ...input, activeIndex }));
  return { activeIndex, handlers };
}

type Drawn = TicksInput & { activeIndex: number | null };

/** Handlers that act on what was drawn last, of which they are told by `note`. */
function createHandlers(setActive: (index: number) => void): { handlers: TickHandlers; note: (drawn: Drawn) => void } {
  let drawn: Drawn | null = null;
  let anchor: number | null = null;
  let wanted: number | null = null;
  const apply = (keys: Iterable<string>, on: boolean) => drawn?.onUntick(withTicks(drawn.unticked, keys, { on }));
  const handlers: TickHandlers = {
    tick: (index, { on, shift }) => {
      const rows = drawn?.rows ?? [];
      const own = keysOfRow(rows[index]) ?? [];
      apply(shift && anchor !== null ? [...keysBetween(rows, { from: anchor, to: index }), ...own] : own, on);
      anchor = index;
      setActive(index);
    },
    onFocus: setActive,
    focusIfWanted: (index, element) => {
      if (element === null || wanted !== index) return;
      wanted = null;
      element.focus({ preventScroll: true });
    },
    onKeyDown: (event) => {
      if (drawn === null || drawn.activeIndex === null) return;
      const { rows, activeIndex, unticked, allKeys, rowsInView, scrollTo } = drawn;
      const action = tickKeys(event, { index: activeIndex, page: rowsInView(), rows });
      if (action === null) return;
      event.preventDefault();
      if (action.kind === "all") {
        apply(allKeys, unticked.size > 0);
        return;
      }
      if (action.kind === "extend") {
        const on = tickOf(keysOfRow(rows[activeIndex]) ?? [], unticked) !== false;
        apply(keysBetween(rows, { from: activeIndex, to: action.index }), on);
      }
      anchor = action.index;
      wanted = action.index;
      setActive(action.index);
      scrollTo(action.index);
    },
  };
  return {
    handlers,
    note: (now) => {
      drawn = now;
    },
  };
}
