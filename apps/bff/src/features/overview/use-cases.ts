import type { ErrorBody, OverviewEvent, OverviewPlan, Plan } from "@gantry/api-contract";
import type { IsoDate } from "@gantry/schedule";
import { translateUpstreamError } from "../../upstream/translate-error.ts";
import { mapAsCompleted, mapWithLimit } from "../concurrency.ts";
import { listPlans } from "../plans/use-cases.ts";
import type { KnownProject } from "../projects/from-upstream.ts";
import { listKnownProjects } from "../projects/use-cases.ts";
import type { Reader } from "../reader.ts";
import { readPlanItems } from "../work-items/read-plan-items.ts";
import { rollUpPlan } from "./health.ts";
import type { RollUpCache } from "./roll-up-cache.ts";

const CONCURRENT_PROJECTS = 4;
const CONCURRENT_PLANS = 4;
/** How old the lists of projects and plans may be; roll-ups have a cache of their own. */
const FRESH_MS = 30_000;

export type OverviewRead = {
  today: IsoDate;
  /** Epoch ms. */
  now: () => number;
  /** Ask CodeArts anew for everything. */
  isFresh: boolean;
  /** Goes into the errors of what failed. */
  requestId: string;
  rollUps: RollUpCache;
};

/**
 * Every plan of every project: the projects first, then one event per project as its plans and their items are read.
 * What fails stays alone: a project is told as failed, a plan has an error in place of its roll-up.
 */
export async function* readOverview(reader: Reader, read: OverviewRead): AsyncGenerator<OverviewEvent> {
  const freshForMs = read.isFresh ? 0 : FRESH_MS;
  const projects = await listKnownProjects(reader, { freshForMs });
  yield { type: "projects", projects: projects.map(({ project }) => project) };
  yield* mapAsCompleted(projects, {
    limit: CONCURRENT_PROJECTS,
    run: async (known) => await readProject(reader, { ...read, known, freshForMs }),
  });
  yield { type: "end", readAt: read.now() };
}

type ProjectRead = OverviewRead & { known: KnownProject; freshForMs: number };

async function readProject(reader: Reader, read: ProjectRead): Promise<OverviewEvent> {
  const projectId = read.known.project.id;
  try {
    const plans = await listPlans(reader, { projectId, freshForMs: read.freshForMs });
    const run = async (plan: Plan) => await readRollUp(reader, { ...read, plan });
    return { type: "plans", projectId, plans: await mapWithLimit(plans, { limit: CONCURRENT_PLANS, run }) };
  } catch (error) {
    return { type: "project-failed", projectId, error: toError(error, read) };
  }
}

async function readRollUp(reader: Reader, { plan, ...read }: ProjectRead & { plan: Plan }): Promise<OverviewPlan> {
  const key = { identity: reader.upstream.identity, plan, today: read.today };
  const kept = read.isFresh ? undefined : read.rollUps.find(key);
  if (kept !== undefined) return { plan, rollUp: kept };
  try {
    const items = await readPlanItems(reader, { known: read.known, plan });
    const rollUp = rollUpPlan(items, { today: read.today });
    read.rollUps.keep(key, rollUp);
    return { plan, rollUp };
  } catch (error) {
    return { plan, rollUp: null, error: toError(error, read) };
  }
}

/** An upstream failure as the page shows it; whatever else was thrown goes on up. */
function toError(error: unknown, { requestId }: { requestId: string }): ErrorBody["error"] {
  const translated = translateUpstreamError(error);
  if (translated === null) throw error;
  const { code, message, details } = translated;
  return { code, message, requestId, ...(details !== undefined && { details }) };
}
