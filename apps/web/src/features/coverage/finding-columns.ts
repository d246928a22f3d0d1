import type { CoverageKind } from "@gantry/api-contract";

export type FindingColumn = "number" | "item" | "status" | "assignee" | "dates" | "sprint" | "plans" | "why";

const columnClasses: Record<FindingColumn, string> = {
  number: "w-20 max-md:hidden",
  item: "",
  status: "w-32 max-xl:hidden",
  assignee: "w-36 max-md:hidden",
  dates: "w-36 max-md:hidden",
  sprint: "w-40 max-xl:hidden",
  plans: "w-56 max-xl:hidden",
  why: "w-52 max-md:hidden",
};

/** Its width, and the widths of window in which it shows. Where plans differ, what is said of them is long. */
export function columnClassOf(column: FindingColumn, kind: CoverageKind): string {
  return kind === "plans-differ" && column === "why" ? "w-72 max-md:hidden" : columnClasses[column];
}

/** What is worth a column in each list: what is the same for all of its items stands above it. */
export const findingColumns: Record<CoverageKind, readonly FindingColumn[]> = {
  "no-plan": ["number", "item", "status", "assignee", "dates", "sprint"],
  "plans-differ": ["number", "item", "assignee", "dates", "plans", "why"],
  "closed-planned": ["number", "item", "assignee", "dates", "plans", "why"],
  "outside-sprint": ["number", "item", "assignee", "dates", "sprint", "why"],
};
