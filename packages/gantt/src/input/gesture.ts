import type { ChartPoint } from "../scrolling.ts";

/** Something that a pressed pointer does until it is released, or until Escape undoes it. */
export type Gesture = {
  move: (point: ChartPoint, event: PointerPlace) => void;
  drop: () => void;
  /** Restores everything as it was before the press. */
  cancel: () => void;
  /** False when the rows changed under the gesture so that it can no longer be dropped. */
  isCurrent: () => boolean;
};

export type PointerPlace = { clientX: number; clientY: number };
