import { MAX_WATCHED_PROJECTS } from "@gantry/api-contract";
import type { ShownProjects } from "../../lib/shown-projects.ts";

/** Scrolling tells something new with each frame. */
const BETWEEN_REPORTS_MS = 400;
const AFTER_FAILURE_MS = 3_000;

type WatchReporterOptions = {
  /** What is on the screen at this moment; nothing while the page is hidden. */
  shown: () => ShownProjects;
  /** `projectIds: null` = all. */
  send: (projectIds: string[] | null) => Promise<unknown>;
  wait: (run: () => void, delayMs: number) => () => void;
};

/** Tells the server what the page shows: at once, then every now and then while that changes. */
export function createWatchReporter({ shown, send, wait }: WatchReporterOptions) {
  let isOpen = false;
  let isPausing = false;
  /** What the server knows, as text; null = nothing yet. */
  let told: string | null = null;
  let cancel: () => void = () => undefined;

  const pause = (delayMs: number) => {
    isPausing = true;
    cancel = wait(() => {
      isPausing = false;
      report();
    }, delayMs);
  };
  const report = () => {
    if (!isOpen || isPausing) return;
    const now = shown();
    const ids = now === "all" ? null : now.slice(0, MAX_WATCHED_PROJECTS).toSorted();
    const text = JSON.stringify(ids);
    // A stream of which the server was told nothing watches nothing.
    if (text === (told ?? "[]")) return;
    told = text;
    pause(BETWEEN_REPORTS_MS);
    send(ids).catch(() => {
      if (told !== text) return;
      told = "unknown";
      cancel();
      pause(AFTER_FAILURE_MS);
    });
  };

  return {
    /** Something else may be shown now. */
    changed: report,
    /** The event stream is open, for the first time or again: the server knows nothing of it. */
    opened: () => {
      isOpen = true;
      told = null;
      report();
    },
    /** The stream broke: there is nobody to tell. */
    broke: () => {
      isOpen = false;
    },
    stop: () => {
      isOpen = false;
      cancel();
    },
  };
}
