import type { GanttViewport } from "@gantry/gantt";
import { useCallback, useEffect, useRef } from "react";
import { useTellShown } from "../../lib/shown-projects.ts";
import { projectsOfLines } from "./projects-of-lines.ts";
import type { TimelineEntry } from "./timeline-entries.ts";

type Rows = Pick<GanttViewport, "fromRow" | "toRow">;

/** Before the chart was scrolled it shows its first rows. */
const FIRST_ROWS: Rows = { fromRow: 0, toRow: 25 };

/** Tells which projects the chart has in view; the given function hears where that stands. */
export function useShownEntries(entries: readonly TimelineEntry[]): (view: Rows) => void {
  const tell = useTellShown();
  const view = useRef(FIRST_ROWS);
  const latest = useRef(entries);
  const tellNow = useCallback(() => {
    const { fromRow, toRow } = view.current;
    tell(projectsOfLines(latest.current.slice(Math.max(0, Math.floor(fromRow)), Math.ceil(toRow))));
  }, [tell]);
  useEffect(() => {
    latest.current = entries;
    tellNow();
  }, [entries, tellNow]);
  return useCallback(
    (moved: Rows) => {
      view.current = moved;
      tellNow();
    },
    [tellNow],
  );
}
