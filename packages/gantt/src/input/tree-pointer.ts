import type { Stage } from "../stage.ts";
import type { Selecting } from "./selecting.ts";

export type TreePointerInput = { selecting: Selecting; focusRow: (index: number) => void; signal: AbortSignal };

/** Clicks in the tree-grid: a chevron or a heading folds, anything else selects, a double click opens. */
export function attachTreePointer(
  { chart, views, setHover }: Stage,
  { selecting, focusRow, signal }: TreePointerInput,
): void {
  const { treeBody } = chart.frame;
  const isToggle = (event: Event) =>
    event.target instanceof Element && event.target.closest(".g-gantt-toggle") !== null;

  treeBody.addEventListener(
    "click",
    (event) => {
      const index = views.tree.indexOf(event.target);
      const row = index === null ? undefined : chart.rows.at(index);
      if (index === null || !row) return;
      focusRow(index);
      if (row.heading || isToggle(event)) chart.options.onToggleRow(row.id, !row.expanded);
      else selecting.press(index, event);
    },
    { signal },
  );

  treeBody.addEventListener(
    "dblclick",
    (event) => {
      const index = views.tree.indexOf(event.target);
      const row = index === null ? undefined : chart.rows.at(index);
      if (row && !row.heading && !isToggle(event)) chart.options.onOpenRow(row.id);
    },
    { signal },
  );

  treeBody.addEventListener("pointermove", (event) => setHover(views.tree.indexOf(event.target)), { signal });
  treeBody.addEventListener("pointerleave", () => setHover(null), { signal });
}
