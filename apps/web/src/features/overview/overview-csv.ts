import type { EpochMs } from "@gantry/api-contract";
import type { Words } from "../../i18n/words.ts";
import { toCsv } from "../../lib/to-csv.ts";
import type { PlanRow } from "./plan-rows.ts";
import { sayReasons } from "../../i18n/say-health.ts";
import { changeOf } from "./sort-rows.ts";

/** The plans as a spreadsheet, in the order that is shown, with everything that is known of each. */
export function toOverviewCsv(rows: readonly PlanRow[], words: Words): string {
  const { column, csv } = words.overview;
  const heads = [
    column.project,
    column.name,
    column.type,
    column.creator,
    column.health,
    csv.reasons,
    column.items,
    csv.done,
    column.overdue,
    column.unscheduled,
    column.unassigned,
    column.blocked,
    csv.start,
    csv.end,
    csv.people,
    csv.createdAt,
    column.updated,
    csv.readAt,
    csv.projectId,
    csv.id,
  ];
  return toCsv([heads, ...rows.map((row) => toCells(row, words))]);
}

function toCells(row: PlanRow, words: Words): string[] {
  const { plan, project, rollUp } = row;
  const count = (value: number | undefined) => (value === undefined ? "" : String(value));
  return [
    project.name,
    plan.name,
    words.overview.planType[plan.type],
    plan.creator?.name ?? "",
    rollUp === null ? words.overview.itemsUnread : words.overview.health[rollUp.health],
    rollUp === null ? "" : sayReasons(rollUp, words).join("; "),
    count(rollUp?.items),
    count(rollUp === null ? undefined : Math.round(rollUp.progress)),
    count(rollUp?.overdue),
    count(rollUp?.unscheduled),
    count(rollUp?.unassigned),
    count(rollUp?.blocked),
    rollUp?.start ?? "",
    rollUp?.end ?? "",
    (rollUp?.people ?? []).map(({ person, open }) => words.overview.mostWork(person.name, open)).join("; "),
    toInstant(plan.createdAt),
    toInstant(changeOf(row)),
    toInstant(row.readAt),
    project.id,
    plan.id,
  ];
}

/** ISO 8601 in UTC: the same for every reader. */
function toInstant(at: EpochMs | null): string {
  return at === null ? "" : new Date(at).toISOString();
}
