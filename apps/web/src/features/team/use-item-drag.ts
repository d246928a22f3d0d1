import type { LoadItem } from "@gantry/api-contract";
import { type PointerEvent, useRef, useState } from "react";
import { type Point, usePointerDrag } from "../../ui/drag/use-pointer-drag.ts";
import type { MoveTarget } from "./plan-move.ts";

export type ItemDrag = { item: LoadItem; at: Point; target: MoveTarget | null };

/**
 * Drags an item of the panel over the grid. A mouse and a pen take the whole card, a finger its grip, since the list
 * scrolls under fingers.
 */
export function useItemDrag(handlers: { onDrop: (drag: ItemDrag) => void; onCancel: () => void }) {
  const held = useRef<LoadItem | null>(null);
  const [drag, setDrag] = useState<ItemDrag | null>(null);
  const over = (at: Point): ItemDrag | null =>
    held.current === null ? null : { item: held.current, at, target: targetAt(at) };
  const { start } = usePointerDrag({
    onMove: (at) => setDrag(over(at)),
    onDrop: (at) => {
      const dropped = over(at);
      setDrag(null);
      if (dropped !== null) handlers.onDrop(dropped);
    },
    onCancel: () => {
      setDrag(null);
      handlers.onCancel();
    },
  });
  const onPointerDown = (item: LoadItem, event: PointerEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const isGrip = target?.closest("[data-grip]") !== null;
    if (!isGrip && (event.pointerType === "touch" || target?.closest("a, button, input, label") !== null)) return;
    held.current = item;
    event.preventDefault();
    start(event);
  };
  return { drag, onPointerDown };
}

/** The person's week under a point of the window. */
function targetAt(at: Point): MoveTarget | null {
  const cell = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>("[data-drop-week]");
  if (cell === null || cell === undefined) return null;
  const personId = cell.dataset["dropPerson"] ?? "";
  return { personId: personId === "" ? null : personId, week: Number(cell.dataset["dropWeek"]) };
}
