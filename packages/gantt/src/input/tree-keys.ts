import type { Stage } from "../stage.ts";
import type { MoveMode } from "./move-mode.ts";
import type { Selecting } from "./selecting.ts";

export type TreeKeysInput = {
  selecting: Selecting;
  moveMode: MoveMode;
  goToRow: (index: number) => void;
  signal: AbortSignal;
};

/** The keyboard of the tree-grid. Space selects; M picks the bar up, since Space has its usual meaning in a tree-grid. */
export function attachTreeKeys(stage: Stage, { selecting, moveMode, goToRow, signal }: TreeKeysInput): void {
  const { chart } = stage;

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

  const pageRows = () => Math.max(1, Math.floor(chart.viewport.height / chart.options.rowHeight) - 1);

  const keys: Record<string, (event: KeyboardEvent) => void> = {
    ArrowDown: (event) => goTo(chart.focusIndex + 1, event.shiftKey),
    ArrowUp: (event) => goTo(chart.focusIndex - 1, event.shiftKey),
    PageDown: (event) => goTo(chart.focusIndex + pageRows(), event.shiftKey),
    PageUp: (event) => goTo(chart.focusIndex - pageRows(), event.shiftKey),
    Home: (event) => goTo(0, event.shiftKey),
    End: (event) => goTo(chart.rows.count - 1, event.shiftKey),
    ArrowRight: () => fold(true),
    ArrowLeft: () => fold(false),
    " ": () => selecting.toggle(chart.focusIndex),
    Enter: () => {
      const row = chart.rows.at(chart.focusIndex);
      if (row) chart.options.onOpenRow(row.id);
    },
    Escape: () => selecting.clear(),
    m: () => moveMode.start(chart.focusIndex),
  };

  const onKey = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.classList.contains("g-gantt-row")) return;
    if (moveMode.handles(event)) return event.preventDefault();
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
  };

  chart.frame.treeBody.addEventListener("keydown", onKey, { signal });
  chart.frame.treeBody.addEventListener(
    "focusin",
    (event) => {
      const index = stage.views.tree.indexOf(event.target);
      if (index === null || index === chart.focusIndex) return;
      chart.focusIndex = index;
      stage.views.tree.paintFocus(false);
    },
    { signal },
  );
  chart.frame.treeBody.addEventListener("focusout", () => moveMode.cancel(), { signal });
}

function parentOf({ chart }: Stage, index: number): number {
  const level = chart.rows.at(index)?.level ?? 1;
  for (let above = index - 1; above >= 0; above -= 1) {
    if ((chart.rows.at(above)?.level ?? 1) < level) return above;
  }
  return index;
}
