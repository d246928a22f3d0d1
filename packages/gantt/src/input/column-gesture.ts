import { dropIndex, sumOfWidths } from "../model/column-layout.ts";
import type { Stage } from "../stage.ts";
import type { Ghost } from "../view/ghost.ts";
import { createColumnWidthChange } from "./column-width.ts";
import type { PointerPlace } from "./gesture.ts";

/** What a pressed column head or its handle does until it is released, or until Escape undoes it. */
export type ColumnGesture = {
  move: (place: PointerPlace) => void;
  drop: () => void;
  cancel: () => void;
};

export type ColumnGestureInput = { columnId: string; fromX: number };

export function createColumnResize(stage: Stage, { columnId, fromX }: ColumnGestureInput): ColumnGesture | null {
  const change = createColumnWidthChange(stage, columnId);
  const width = stage.views.tree.columns().find(({ column }) => column.id === columnId)?.widthPx;
  if (!change || width === undefined) return null;
  return {
    move: ({ clientX }) => change.try(width + clientX - fromX),
    drop: () => void change.commit(),
    cancel: change.cancel,
  };
}

/** Drags a column between others; a line shows where it would go. */
export function createColumnMove(
  stage: Stage,
  { columnId, ghost }: { columnId: string; ghost: Ghost },
): ColumnGesture | null {
  const { chart, views } = stage;
  const { tree } = views;
  const from = tree.columns().findIndex(({ column }) => column.id === columnId);
  const dragged = tree.columns()[from];
  if (!dragged || from === 0) return null;
  const head = tree.head.headOf(columnId);
  let to = from;
  head?.classList.add("is-dragged");

  const end = () => {
    head?.classList.remove("is-dragged");
    tree.head.showMark(null);
    ghost.hide();
  };

  return {
    move: (place) => {
      const placed = tree.columns();
      to = dropIndex(placed, { from, x: place.clientX - chart.frame.tree.getBoundingClientRect().left });
      const before = placed.slice(0, to > from ? to + 1 : to);
      tree.head.showMark(to === from ? null : sumOfWidths(before));
      ghost.show([dragged.column.header], place);
    },
    drop: () => {
      end();
      if (to !== from) chart.options.onColumnMove?.(columnId, to);
    },
    cancel: end,
  };
}
