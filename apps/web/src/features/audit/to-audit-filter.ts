import { addDays, type IsoDate } from "@gantry/schedule";
import type { AuditFilter } from "../../queries/audit-queries.ts";
import type { AuditSearch } from "./audit-search.ts";

/** The address's filters as the API takes them: days become the instants at which they begin where the reader is. */
export function toAuditFilter({ project, who, kind, changeSet, from, until }: AuditSearch): AuditFilter {
  return {
    projectId: project,
    userId: who,
    kind,
    changeSetId: changeSet,
    from: from && beginOf(from),
    until: until && beginOf(addDays(until, 1)),
  };
}

function beginOf(day: IsoDate): string {
  return String(Math.max(0, Date.parse(`${day}T00:00:00`)));
}
