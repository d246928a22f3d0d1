import type { EpochMs, Plan, ProjectTrend, TrendHistory, WorkItem } from "@gantry/api-contract";
import { chinaCalendar, createWorkingCalendar, type IsoDate } from "@gantry/schedule";
import type { Database } from "../../database/schema.ts";
import type { KnownProject } from "../projects/from-upstream.ts";
import type { Reader } from "../reader.ts";
import { listStatuses } from "../statuses/use-cases.ts";
import { burnUp } from "./burn-up.ts";
import { findDrift } from "./drift.ts";
import { toItemHistories } from "./item-history.ts";
import { leavesOf } from "./leaves.ts";
import { readNotes, withNotes } from "./notes.ts";
import { planDayOf } from "./plan-days.ts";
import type { RecordBook } from "./record-book.ts";
import { readRecords, type Records } from "./read-records.ts";
import { statusTimeline } from "./status-timeline.ts";

/** Days on which nobody works are China's: the page says so. */
const calendar = createWorkingCalendar(chinaCalendar);

export type TrendRange = { days: readonly IsoDate[]; fromMs: EpochMs; nowMs: EpochMs };

type TrendOf = {
  known: KnownProject;
  plans: readonly { plan: Plan; items: readonly WorkItem[] }[];
  failedPlans: number;
};

/** Burn-up and drift of some plans of a project, each leaf once: from CodeArts' records, and where those end from Gantry's own notes. */
export async function readProjectTrend(
  reader: Reader,
  {
    known,
    plans,
    failedPlans,
    database,
    book,
    range,
  }: TrendOf & {
    database: Database;
    book: RecordBook;
    range: TrendRange;
  },
): Promise<ProjectTrend> {
  const projectId = known.project.id;
  const { days, nowMs, fromMs } = range;
  const leaves = leavesOf([...new Map(plans.flatMap(({ items }) => items.map((item) => [item.id, item]))).values()]);
  const read = known.project.kind === "ipd" ? null : await readRecords(reader, { projectId, fromMs, nowMs, book });
  const histories =
    read === null ? new Map() : toItemHistories(read.records, { statuses: await listStatuses(reader, known) });
  const pasts = leaves.map((item) => {
    const history = histories.get(item.id);
    const moves = history?.statusMoves ?? [];
    const knownSinceMs = read?.knownSinceMs ?? null;
    const isDone = item.status.phase === "done";
    const stretches = knownSinceMs === null ? null : statusTimeline(isDone, { moves, knownSinceMs });
    return { item, stretches, endMoves: history?.endMoves ?? [] };
  });
  const [from] = days;
  const { domainId } = reader.upstream.identity;
  const noted = plans.map(({ plan, items }) => ({
    planId: plan.id,
    createdAt: plan.createdAt,
    leaves: leavesOf(items).length,
  }));
  const notes =
    from === undefined
      ? new Map()
      : await readNotes(database, { domainId, projectId, plans: noted, leaves: leaves.length, from });
  return {
    projectId,
    points: withNotes(burnUp(pasts, { days, nowMs }), notes),
    due: countDue(leaves),
    undated: leaves.filter(({ end }) => end === null).length,
    history: toHistory(read),
    drift: findDrift(pasts, { fromMs, calendar }),
    failedPlans,
  };
}

function toHistory(read: Records | null): TrendHistory {
  if (read === null) return { knownSince: null, limit: "ipd" };
  return { knownSince: read.knownSinceMs === null ? null : planDayOf(read.knownSinceMs), limit: read.limit };
}

function countDue(leaves: readonly WorkItem[]): ProjectTrend["due"] {
  const counts = new Map<IsoDate, number>();
  for (const { end } of leaves) if (end !== null) counts.set(end, (counts.get(end) ?? 0) + 1);
  return [...counts].map(([day, count]) => ({ day, count })).toSorted((left, right) => (left.day < right.day ? -1 : 1));
}
