import type { SortKey } from "./overview-search.ts";

export type OverviewColumn = {
  key: SortKey;
  align: "start" | "end";
  /** Width, and from which width of the window on it is shown. */
  className: string;
};

/** Columns of the table in order; the least needed leave first when the window narrows. */
export const columns: readonly OverviewColumn[] = [
  { key: "name", align: "start", className: "w-[13.5rem]" },
  { key: "project", align: "start", className: "w-[8.25rem]" },
  { key: "type", align: "start", className: "w-[5.875rem] hidden 2xl:table-cell" },
  { key: "creator", align: "start", className: "w-[7.25rem] hidden lg:table-cell" },
  { key: "health", align: "start", className: "w-[11.75rem]" },
  { key: "items", align: "end", className: "w-[3.5rem]" },
  { key: "done", align: "end", className: "w-[6rem]" },
  { key: "overdue", align: "end", className: "w-[4.5rem]" },
  { key: "unscheduled", align: "end", className: "w-[6.25rem] hidden xl:table-cell" },
  { key: "unassigned", align: "end", className: "w-[6rem] hidden xl:table-cell" },
  { key: "start", align: "start", className: "hidden lg:table-cell" },
  { key: "updated", align: "start", className: "w-[4.75rem] hidden xl:table-cell" },
];
