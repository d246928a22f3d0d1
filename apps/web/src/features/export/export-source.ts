import type { IsoDate, WorkItem } from "@gantry/api-contract";
import type {
  GanttCategory,
  GanttColumn,
  GanttDayKind,
  GanttLink,
  GanttRow,
  GanttScale,
  GanttSprintBand,
  GanttWords,
} from "@gantry/gantt";

/** The plan as the page shows it, handed over by the route. */
export type ExportSource = {
  plan: { name: string; projectId: string; projectName: string };
  today: IsoDate;
  scale: GanttScale;
  rows: readonly GanttRow[];
  /** The title's first. */
  columns: readonly GanttColumn[];
  /** Undefined for a heading. */
  itemOf: (rowId: string) => WorkItem | undefined;
  links: readonly GanttLink[];
  sprints: readonly GanttSprintBand[];
  dayKind: (day: IsoDate) => GanttDayKind;
  workingDays: (span: { start: IsoDate; end: IsoDate }) => number | null;
  ganttWords: GanttWords;
  legend: readonly { name: string; category: GanttCategory }[];
};

/** Rows as the page shows them, or all items of the plan with every branch open. */
export const EXPORT_SCOPES = ["shown", "all"] as const;
export type ExportScope = (typeof EXPORT_SCOPES)[number];
