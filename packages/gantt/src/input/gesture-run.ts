import { reachDays } from "../reach.ts";
import type { Scrolling } from "../scrolling.ts";
import type { Stage } from "../stage.ts";
import { createAutoScroll } from "./auto-scroll.ts";
import type { Gesture, PointerPlace } from "./gesture.ts";
import type { Speech } from "./speech.ts";

/** The one gesture that a pointer makes at a time: followed, dropped, or undone by Escape or when the window loses it. */
export type GestureRun = {
  isOn: () => boolean;
  begin: (gesture: Gesture, place: PointerPlace) => void;
  move: (place: PointerPlace) => void;
  drop: () => void;
  cancel: () => void;
  /** Goes on over other rows or another axis, or ends where a row of the gesture changed. */
  resume: () => void;
};

export function createGestureRun(
  stage: Stage,
  { scrolling, speech }: { scrolling: Scrolling; speech: Speech },
): GestureRun {
  const { chart } = stage;
  const surface = chart.frame.chart;
  let run: { gesture: Gesture; place: PointerPlace; listeners: AbortController } | null = null;

  const show = () => run?.gesture.move(scrolling.pointAt(run.place), run.place);
  const autoScroll = createAutoScroll(chart, {
    scrolling,
    scrolled: show,
    grow: (side) => {
      const { originDay, endDay } = chart.axis;
      reachDays(stage, side === "before" ? { from: originDay - 1, to: originDay } : { from: endDay, to: endDay });
    },
  });

  const end = () => {
    const ended = run?.gesture;
    run?.listeners.abort();
    run = null;
    autoScroll.stop();
    delete surface.dataset["gesture"];
    return ended;
  };
  const cancel = () => end()?.cancel();

  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
    speech.say(chart.options.words.cancelled);
  };

  return {
    isOn: () => run !== null,
    cancel,
    begin: (gesture, place) => {
      const listeners = new AbortController();
      const { signal } = listeners;
      run = { gesture, place, listeners };
      surface.dataset["gesture"] = gesture.name;
      document.addEventListener("keydown", onKey, { capture: true, signal });
      window.addEventListener("blur", cancel, { signal });
      show();
    },
    move: (place) => {
      if (!run) return;
      run.place = place;
      show();
      autoScroll.follow(place, run.gesture.edge);
    },
    drop: () => end()?.drop(),
    resume: () => {
      if (!run) return;
      const title = run.gesture.changedTitle();
      if (title !== null) {
        cancel();
        return speech.refuse(chart.options.words.changedMeanwhile(title));
      }
      run.gesture.resume();
      show();
    },
  };
}
