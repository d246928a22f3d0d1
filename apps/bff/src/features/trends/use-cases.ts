import type { Plan, ProjectTrend, TrendEvent, WorkItem } from "@gantry/api-contract";
import { dayToInstantMs } from "@gantry/codearts-contract";
import type { IsoDate } from "@gantry/schedule";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/schema.ts";
import type { Mirror } from "../../mirror/mirror.ts";
import { mapAsCompleted } from "../concurrency.ts";
import { findPlanAndProject } from "../plans/use-cases.ts";
import { toProjectError } from "../project-failure.ts";
import { readProjectPlans } from "../project-plans.ts";
import type { KnownProject } from "../projects/from-upstream.ts";
import { findKnownProject } from "../projects/use-cases.ts";
import type { Reader } from "../reader.ts";
import { readPlanItems } from "../work-items/read-plan-items.ts";
import { daysUpTo, planDayOf } from "./plan-days.ts";
import type { RecordBook } from "./record-book.ts";
import { readProjectTrend, type TrendRange } from "./project-trend.ts";

const CONCURRENT_PROJECTS = 3;
const DEFAULT_DAYS = "90";

export type TrendTools = { database: Database; mirror: Mirror; clock: Clock; book: RecordBook };

type Asked = { project?: string | undefined; plan?: string | undefined; days?: string | undefined };

/**
 * Trends of a plan, of a project, or of all that the reader sees. Each project comes as it has been read; one that fails
 * is told by itself. Throws `project.not_found` or `plan.not_found` where one was asked for that the reader does not see.
 */
export async function* readTrends(
  reader: Reader,
  { asked, tools, requestId }: { asked: Asked; tools: TrendTools; requestId: string },
): AsyncGenerator<TrendEvent> {
  const background: Reader = { ...reader, upstream: reader.upstream.inBackground() };
  const range = toRange(tools.clock.now(), Number(asked.days ?? DEFAULT_DAYS));
  const found = await findProjects(reader, { asked, mirror: tools.mirror });
  const [from, to] = [range.days[0], range.days.at(-1)];
  if (from === undefined || to === undefined) throw new RangeError("A range of no days");
  yield { type: "projects", projects: found.map(({ project }) => project), from, to };
  const read = async (known: KnownProject): Promise<TrendEvent> => {
    try {
      return { type: "trend", trend: await readTrend(background, { known, planId: asked.plan, tools, range }) };
    } catch (error) {
      return { type: "project-failed", projectId: known.project.id, error: toProjectError(error, { requestId }) };
    }
  };
  yield* mapAsCompleted(found, { limit: CONCURRENT_PROJECTS, run: read });
  yield { type: "end", readAt: tools.clock.now() };
}

function toRange(nowMs: number, days: number): TrendRange & { days: readonly IsoDate[] } {
  const range = daysUpTo(planDayOf(nowMs), { count: days });
  const [from = planDayOf(nowMs)] = range;
  return { days: range, fromMs: dayToInstantMs(from), nowMs };
}

async function findProjects(
  reader: Reader,
  { asked, mirror }: { asked: Asked; mirror: Mirror },
): Promise<readonly KnownProject[]> {
  if (asked.project !== undefined) return [await findKnownProject(reader, asked.project)];
  return await mirror.listProjects(reader);
}

type TrendRead = { known: KnownProject; planId: string | undefined; tools: TrendTools; range: TrendRange };

async function readTrend(reader: Reader, { known, planId, tools, range }: TrendRead): Promise<ProjectTrend> {
  const { database, mirror, book } = tools;
  if (planId === undefined) {
    const { plans, failed } = await readProjectPlans(mirror, { reader, known });
    return await readProjectTrend(reader, { known, plans, failedPlans: failed, database, book, range });
  }
  const plans = [await readOnePlan(reader, { known, planId, mirror })];
  return await readProjectTrend(reader, { known, plans, failedPlans: 0, database, book, range });
}

/** By what has changed where all of the project is known, else by itself. Throws `plan.not_found`. */
async function readOnePlan(
  reader: Reader,
  { known, planId, mirror }: { known: KnownProject; planId: string; mirror: Mirror },
): Promise<{ plan: Plan; items: readonly WorkItem[] }> {
  const before = await mirror.plansOf(reader, known);
  if (before.listedAt !== null && before.plans.every(({ items }) => items !== null)) {
    const { plans } = await readProjectPlans(mirror, { reader, known });
    const found = plans.find(({ plan }) => plan.id === planId);
    if (found !== undefined) return found;
  }
  const { plan } = await findPlanAndProject(reader, { projectId: known.project.id, planId });
  return { plan, items: await readPlanItems(reader, { known, plan }) };
}
