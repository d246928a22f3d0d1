import { selectableIdAt } from "../chart.ts";
import { combineSelection, isSameSelection, type SelectionMode } from "../model/selection.ts";
import type { Stage } from "../stage.ts";

type Press = { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; pointerType: string };

/** Changes of the selection by click, range, key or box; each tells the caller once. */
export type Selecting = {
  /** A plain press selects one row, with Ctrl or ⌘ or a finger it toggles, with Shift it extends from the last one. */
  press: (index: number, event: Press) => void;
  toggle: (index: number) => void;
  extendTo: (index: number) => void;
  all: () => void;
  clear: () => void;
  set: (ids: ReadonlySet<string>) => void;
};

export function createSelecting(stage: Stage): Selecting {
  const { chart } = stage;
  let anchorId: string | null = null;

  const set = (ids: ReadonlySet<string>) => {
    if (isSameSelection(ids, chart.options.selectedIds) && isSameSelection(ids, chart.selection)) return;
    stage.setSelection(ids);
    chart.options.onSelectionChange(ids);
    chart.frame.live.textContent = chart.options.words.selected(ids.size);
  };

  const idsBetween = (from: number, to: number) => {
    const ids: string[] = [];
    for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
      const id = selectableIdAt(chart, index);
      if (id !== null) ids.push(id);
    }
    return ids;
  };

  const combine = (ids: readonly string[], mode: SelectionMode) =>
    set(combineSelection(chart.selection, { ids, mode }));

  const extendTo = (index: number) => {
    const anchor = anchorId === null ? undefined : chart.rows.indexOf(anchorId);
    combine(idsBetween(anchor ?? index, index), "replace");
    if (anchor === undefined) anchorId = chart.rows.at(index)?.id ?? null;
  };

  const pick = (index: number, mode: SelectionMode) => {
    const id = selectableIdAt(chart, index);
    if (id === null) return;
    anchorId = id;
    combine([id], mode);
  };

  return {
    set,
    extendTo,
    toggle: (index) => pick(index, "toggle"),
    press: (index, { shiftKey, ctrlKey, metaKey, pointerType }) => {
      if (shiftKey) extendTo(index);
      else pick(index, ctrlKey || metaKey || pointerType === "touch" ? "toggle" : "replace");
    },
    all: () => combine(idsBetween(0, chart.rows.count - 1), "replace"),
    clear: () => set(new Set()),
  };
}
