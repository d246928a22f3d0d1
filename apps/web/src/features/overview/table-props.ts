import type { Overview } from "../../lib/overview.ts";
import type { PlanAction } from "./plan-menu.tsx";
import type { OverviewLine } from "./plan-lines.ts";
import type { PlanRow } from "./plan-rows.ts";
import type { SpanAxis } from "./span-axis.ts";

/** What the table and the cards are given alike. */
export type LinesProps = {
  lines: readonly OverviewLine[];
  overview: Overview;
  axis: SpanAxis;
  /** What the reader chose the order by. */
  order: string;
  onAction: (action: PlanAction) => void;
  onExplain: (row: PlanRow) => void;
  onFold: (projectId: string) => void;
};
