import type { IsoDate } from "@gantry/api-contract";
import { useState } from "react";
import { type Point, usePointerDrag } from "../../ui/drag/use-pointer-drag.ts";

/** Where a drop may land, answered by the chart. */
export type DropTarget = {
  dayAt: (point: Point) => IsoDate | null;
  showDay: (day: IsoDate | null) => void;
};

export type ChartDrag = { at: Point; day: IsoDate | null };

/** Drags the selection from the list onto the chart; the chart shows the day under the pointer. */
export function useChartDrag({ target, onDrop }: { target: DropTarget; onDrop: (day: IsoDate) => void }) {
  const [drag, setDrag] = useState<ChartDrag | null>(null);
  const end = () => {
    target.showDay(null);
    setDrag(null);
  };
  const { start } = usePointerDrag({
    onMove: (at) => {
      const day = target.dayAt(at);
      target.showDay(day);
      setDrag({ at, day });
    },
    onDrop: (at) => {
      const day = target.dayAt(at);
      end();
      if (day !== null) onDrop(day);
    },
    onCancel: end,
  });
  return { drag, start };
}
