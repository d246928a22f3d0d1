import type { GanttViewport } from "@gantry/gantt";

/** Hands the part of the plan that is in view from the chart to the minimap, once a frame, past React. */
export type ViewChannel = {
  tell: (viewport: GanttViewport) => void;
  /** Calls at once with what is known; returns the way to stop. */
  listen: (listener: (viewport: GanttViewport) => void) => () => void;
};

export function createViewChannel(): ViewChannel {
  const listeners = new Set<(viewport: GanttViewport) => void>();
  let last: GanttViewport | null = null;
  return {
    tell: (viewport) => {
      last = viewport;
      for (const listener of listeners) listener(viewport);
    },
    listen: (listener) => {
      listeners.add(listener);
      if (last !== null) listener(last);
      return () => listeners.delete(listener);
    },
  };
}
