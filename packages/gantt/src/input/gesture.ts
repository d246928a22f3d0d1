import type { ChartPoint } from "../scrolling.ts";

/** Something that a pressed pointer does until it is released, or until Escape undoes it. */
export type Gesture = {
  /** For the cursor. */
  name: "move" | "resize-start" | "resize-end" | "progress" | "schedule" | "link" | "box" | "pan";
  /** What the view does when the pointer is at its edge; a growing axis has no end. */
  edge: "stays" | "scrolls" | "grows";
  move: (point: ChartPoint, place: PointerPlace) => void;
  drop: () => void;
  /** Restores everything as it was before the press. */
  cancel: () => void;
  /** Title of a row that changed under the gesture so that it can no longer be dropped; null while it can. */
  changedTitle: () => string | null;
  /** Goes on over other rows. */
  resume: () => void;
};

export type PointerPlace = { clientX: number; clientY: number; pointerType: string };

/** The place alone: an event's fields are no own properties, so that it can't be spread. */
export function pointerOf({ clientX, clientY, pointerType }: PointerPlace): PointerPlace {
  return { clientX, clientY, pointerType };
}
