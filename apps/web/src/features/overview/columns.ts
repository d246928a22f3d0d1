import type { SortKey } from "./overview-search.ts";

export type OverviewColumn = {
  key: SortKey;
  align: "start" | "end";
  /** Width, and from which width of the window on it is shown. */
  className: string;
};

/** Columns of the table in order; the least needed leave first when the window narrows. */
export const columns: readonly OverviewColumn[] = [
  { key: "name", align: "start", className: "w-[13.25rem]" },
  { key: "project", align: "start", className: "w-[7.75rem]" },
  { key: "type", align: "start", className: "w-[5.5rem] hidden min-[88rem]:table-cell" },
  { key: "creator", align: "start", className: "w-[6.75rem] hidden lg:table-cell" },
  { key: "health", align: "start", className: "w-[11.25rem]" },
  { key: "items", align: "end", className: "w-[3.25rem] hidden xl:table-cell" },
  { key: "done", align: "end", className: "w-[5.5rem]" },
  { key: "overdue", align: "end", className: "w-[4.25rem]" },
  { key: "unscheduled", align: "end", className: "w-[5.5rem] hidden xl:table-cell" },
  { key: "unassigned", align: "end", className: "w-[5.5rem] hidden xl:table-cell" },
  { key: "start", align: "start", className: "hidden lg:table-cell" },
  { key: "updated", align: "start", className: "w-[4.25rem] hidden xl:table-cell" },
];
