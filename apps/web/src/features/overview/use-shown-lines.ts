import { useCallback } from "react";
import type { LineWindow } from "../../lib/line-window.ts";
import { useTellShown } from "../../lib/shown-projects.ts";
import { projectsOfLines } from "./projects-of-lines.ts";
import type { OverviewLine } from "./plan-lines.ts";

/** Tells which projects are in view. @param rows one line each, or those that stand side by side */
export function useShownLines(rows: readonly (OverviewLine | readonly OverviewLine[])[]): (view: LineWindow) => void {
  const tell = useTellShown();
  return useCallback(
    ({ first, last }: LineWindow) => tell(projectsOfLines(rows.slice(first, last).flat())),
    [rows, tell],
  );
}
