import type { Stage } from "../stage.ts";
import type { Hover } from "./hover.ts";
import type { KeyMode } from "./key-mode.ts";
import type { Selecting } from "./selecting.ts";
import type { ViewKeys } from "./view-keys.ts";

export type TreeKeysInput = {
  selecting: Selecting;
  pickUp: KeyMode;
  linkMode: KeyMode;
  viewKeys: ViewKeys;
  hover: Hover;
  goToRow: (index: number) => void;
  /** Rows are drawn anew: the focus goes from element to element by itself. */
  isUpdating: () => boolean;
  signal: AbortSignal;
};

/** The keyboard of the tree-grid: Space picks the bar up, L draws a link, X selects, since bars are what rows are for. */
export function attachTreeKeys(
  stage: Stage,
  { selecting, pickUp, linkMode, viewKeys, hover, goToRow, isUpdating, signal }: TreeKeysInput,
): void {
  const { chart } = stage;
  const modes = [pickUp, linkMode] as const;

  const goTo = (index: number, extend: boolean) => {
    if (chart.rows.count === 0) return;
    const from = chart.focusIndex;
    const next = Math.min(Math.max(index, 0), chart.rows.count - 1);
    if (extend && chart.selection.size === 0) selecting.extendTo(from);
    goToRow(next);
    if (extend) selecting.extendTo(next);
  };

  const fold = (expand: boolean) => {
    const row = chart.rows.at(chart.focusIndex);
    if (!row) return;
    if (row.expandable && row.expanded !== expand) chart.options.onToggleRow(row.id, expand);
    else if (expand && row.expandable) goTo(chart.focusIndex + 1, false);
    else if (!expand) goTo(parentOf(stage, chart.focusIndex), false);
  };

  const sideways = (event: KeyboardEvent, direction: -1 | 1) =>
    event.shiftKey ? viewKeys.pan(direction) : fold(direction === 1);

  const keys: Record<string, (event: KeyboardEvent) => void> = {
    ArrowDown: (event) => goTo(chart.focusIndex + 1, event.shiftKey),
    ArrowUp: (event) => goTo(chart.focusIndex - 1, event.shiftKey),
    PageDown: (event) => goTo(chart.focusIndex + viewKeys.pageRows(), event.shiftKey),
    PageUp: (event) => goTo(chart.focusIndex - viewKeys.pageRows(), event.shiftKey),
    Home: (event) => goTo(0, event.shiftKey),
    End: (event) => goTo(chart.rows.count - 1, event.shiftKey),
    ArrowRight: (event) => sideways(event, 1),
    ArrowLeft: (event) => sideways(event, -1),
    " ": (event) => (event.shiftKey ? selecting.toggle(chart.focusIndex) : pickUp.start(chart.focusIndex)),
    x: () => selecting.toggle(chart.focusIndex),
    l: () => linkMode.start(chart.focusIndex),
    "+": () => viewKeys.zoom("in"),
    "=": () => viewKeys.zoom("in"),
    "-": () => viewKeys.zoom("out"),
    _: () => viewKeys.zoom("out"),
    Enter: () => {
      const row = chart.rows.at(chart.focusIndex);
      if (row?.heading === true) chart.options.onToggleRow(row.id, !row.expanded);
      else if (row) chart.options.onOpenRow(row.id);
    },
    Escape: () => selecting.clear(),
  };

  /** A bar that is picked up is held already: its handles would stay where it was. */
  const showHandles = () => (modes.some((mode) => mode.isOn()) ? hover.hide() : hover.refresh());

  const onKey = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.classList.contains("g-gantt-row")) return;
    if (modes.some((mode) => mode.handles(event))) {
      event.preventDefault();
      return showHandles();
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a") {
      event.preventDefault();
      return selecting.all();
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Without a selection to clear, Escape is the page's.
    if (event.key === "Escape" && chart.selection.size === 0) return;
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act(event);
    showHandles();
  };

  /** A mode ends when the focus goes to another row or elsewhere, not when its own row is drawn anew. */
  const onFocusIn = (event: FocusEvent) => {
    const index = stage.views.tree.indexOf(event.target);
    if (index === null) return;
    if (event.target instanceof HTMLElement && event.target.matches(":focus-visible")) hover.keepHandles(index);
    if (index === chart.focusIndex || isUpdating()) return;
    for (const mode of modes) mode.cancel();
    chart.focusIndex = index;
    stage.views.tree.paintFocus(false);
  };
  const onFocusOut = (event: FocusEvent) => {
    if (isUpdating()) return;
    if (event.relatedTarget instanceof Element && chart.frame.treeBody.contains(event.relatedTarget)) return;
    hover.keepHandles(null);
    for (const mode of modes) mode.cancel();
  };

  chart.frame.treeBody.addEventListener("keydown", onKey, { signal });
  chart.frame.treeBody.addEventListener("focusin", onFocusIn, { signal });
  chart.frame.treeBody.addEventListener("focusout", onFocusOut, { signal });
}

function parentOf({ chart }: Stage, index: number): number {
  const level = chart.rows.at(index)?.level ?? 1;
  for (let above = index - 1; above >= 0; above -= 1) {
    if ((chart.rows.at(above)?.level ?? 1) < level) return above;
  }
  return index;
}
