import type { Stage } from "../stage.ts";
import { headDeeds } from "../view/column-head.ts";
import type { Ghost } from "../view/ghost.ts";
import { createColumnMove, createColumnResize, type ColumnGesture } from "./column-gesture.ts";
import { createColumnWidthChange, fittingWidth } from "./column-width.ts";

/** Pointer on the column heads: a press sorts, a drag sideways moves the column, a drag of its edge changes its width. */
export type ColumnPointer = {
  /** Ends a gesture whose column is gone. */
  updated: () => void;
  cancel: () => void;
};

export type ColumnPointerInput = { widthChanged: () => void; ghost: Ghost; signal: AbortSignal };

type Press = { event: PointerEvent; columnId: string; isHandle: boolean };

const DRAG_THRESHOLD_PX = 4;

export function attachColumnPointer(stage: Stage, { widthChanged, ghost, signal }: ColumnPointerInput): ColumnPointer {
  const { chart, views } = stage;
  const { tree } = views;
  const surface = chart.frame.treeHead;
  let press: Press | null = null;
  let gesture: ColumnGesture | null = null;
  let wasDrag = false;

  const deedsOf = (columnId: string) => {
    const placed = tree.columns().find(({ column }) => column.id === columnId);
    return placed && headDeeds(placed.column, { index: placed.index, options: chart.options });
  };

  const end = () => {
    press = null;
    gesture = null;
    delete surface.dataset["gesture"];
    document.removeEventListener("pointermove", onMove);
    document.removeEventListener("pointerup", onUp);
    document.removeEventListener("pointercancel", cancel);
    document.removeEventListener("keydown", onEscape, true);
    widthChanged();
  };

  const cancel = () => {
    gesture?.cancel();
    end();
  };

  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !gesture) return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };

  const begin = ({ columnId, isHandle, event }: Press): ColumnGesture | null => {
    if (isHandle) return createColumnResize(stage, { columnId, fromX: event.clientX });
    return deedsOf(columnId)?.moves === true ? createColumnMove(stage, { columnId, ghost }) : null;
  };

  const onMove = (event: PointerEvent) => {
    if (!press || event.pointerId !== press.event.pointerId) return;
    if (!gesture) {
      if (Math.abs(event.clientX - press.event.clientX) < DRAG_THRESHOLD_PX) return;
      gesture = begin(press);
      if (!gesture) return end();
      wasDrag = true;
      surface.dataset["gesture"] = press.isHandle ? "resize" : "move";
      surface.setPointerCapture(event.pointerId);
    }
    gesture.move(event);
  };

  const onUp = (event: PointerEvent) => {
    if (event.pointerId !== press?.event.pointerId) return;
    gesture?.drop();
    end();
  };

  surface.addEventListener(
    "pointerdown",
    (event) => {
      const columnId = tree.head.columnOf(event.target);
      if (event.button !== 0 || press || columnId === null) return;
      wasDrag = false;
      press = { event, columnId, isHandle: tree.head.isHandle(event.target) };
      document.addEventListener("pointermove", onMove);
      document.addEventListener("pointerup", onUp);
      document.addEventListener("pointercancel", cancel);
      document.addEventListener("keydown", onEscape, true);
    },
    { signal },
  );

  surface.addEventListener(
    "click",
    (event) => {
      const columnId = tree.head.columnOf(event.target);
      if (columnId === null || wasDrag || tree.head.isHandle(event.target)) return;
      tree.head.setStop(columnId, true);
      if (deedsOf(columnId)?.sorts === true) chart.options.onColumnSort?.(columnId);
    },
    { signal },
  );

  surface.addEventListener(
    "dblclick",
    (event) => {
      const columnId = tree.head.columnOf(event.target);
      if (columnId === null || !tree.head.isHandle(event.target)) return;
      const change = createColumnWidthChange(stage, columnId);
      change?.try(fittingWidth(stage, columnId));
      change?.commit();
      widthChanged();
    },
    { signal },
  );

  return {
    cancel,
    updated: () => {
      if (press && deedsOf(press.columnId) === undefined) cancel();
    },
  };
}
