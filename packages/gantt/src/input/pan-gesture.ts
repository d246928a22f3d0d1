import type { Scrolling } from "../scrolling.ts";
import type { Gesture, PointerPlace } from "./gesture.ts";

const nothing = () => {};

/** Takes the view along with the pointer. */
export function createPanGesture(scrolling: Scrolling, from: PointerPlace): Gesture {
  let last = from;
  return {
    name: "pan",
    edge: "stays",
    move: (_point, place) => {
      scrolling.scrollBy({ dx: last.clientX - place.clientX, dy: last.clientY - place.clientY });
      last = place;
    },
    drop: nothing,
    cancel: nothing,
    changedTitle: () => null,
    resume: nothing,
  };
}
