import type { ErrorBody, OverviewEvent, OverviewRollUp, Plan, PlanRollUp } from "@gantry/api-contract";
import type { IsoDate } from "@gantry/schedule";
import { translateUpstreamError } from "../../upstream/translate-error.ts";
import { mapAsCompleted, mergeAsCompleted } from "../concurrency.ts";
import { listPlans } from "../plans/use-cases.ts";
import type { KnownProject } from "../projects/from-upstream.ts";
import { listKnownProjects } from "../projects/use-cases.ts";
import type { Reader } from "../reader.ts";
import { readPlanItems } from "../work-items/read-plan-items.ts";
import { rollUpPlan } from "./health.ts";
import type { RollUpCache } from "./roll-up-cache.ts";

const CONCURRENT_PROJECTS = 4;
const CONCURRENT_PLANS = 4;
/** Few, so that the first numbers come soon; more than one, so that the page is not redrawn for each. */
const ROLL_UPS_A_LINE = 10;
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
 * Every plan of every project: the projects first, each project's plans as soon as they are listed, and what the plans
 * add up to as their items are read. What fails stays alone: a project is told as failed, a plan has an error in
 * place of its roll-up.
 */
export async function* readOverview(reader: Reader, read: OverviewRead): AsyncGenerator<OverviewEvent> {
  const freshForMs = read.isFresh ? 0 : FRESH_MS;
  const projects = await listKnownProjects(reader, { freshForMs });
  yield { type: "projects", projects: projects.map(({ project }) => project) };
  yield* mergeAsCompleted(projects, {
    limit: CONCURRENT_PROJECTS,
    run: (known) => readProject(reader, { ...read, known, freshForMs }),
  });
  yield { type: "end", readAt: read.now() };
}

type ProjectRead = OverviewRead & { known: KnownProject; freshForMs: number };

async function* readProject(reader: Reader, read: ProjectRead): AsyncGenerator<OverviewEvent> {
  const projectId = read.known.project.id;
  const listed = await listOrFail(reader, read);
  if (!Array.isArray(listed)) {
    yield { type: "project-failed", projectId, error: listed };
    return;
  }
  const plans = listed.map((plan) => ({ plan, rollUp: findRollUp(reader, { ...read, plan }), readAt: null }));
  yield { type: "plans", projectId, plans, isKnownBefore: false };

  const unread = plans.flatMap(({ plan, rollUp }) => (rollUp === null ? [plan] : []));
  const run = async (plan: Plan) => await readRollUp(reader, { ...read, plan });
  let rollUps: OverviewRollUp[] = [];
  for await (const rollUp of mapAsCompleted(unread, { limit: CONCURRENT_PLANS, run })) {
    rollUps.push(rollUp);
    if (rollUps.length < ROLL_UPS_A_LINE) continue;
    yield { type: "roll-ups", projectId, rollUps };
    rollUps = [];
  }
  if (rollUps.length > 0) yield { type: "roll-ups", projectId, rollUps };
}

async function listOrFail(reader: Reader, read: ProjectRead): Promise<Plan[] | ErrorBody["error"]> {
  try {
    return await listPlans(reader, { projectId: read.known.project.id, freshForMs: read.freshForMs });
  } catch (error) {
    return toError(error, read);
  }
}

type PlanRead = ProjectRead & { plan: Plan };

function findRollUp(reader: Reader, { plan, today, isFresh, rollUps }: PlanRead): PlanRollUp | null {
  return (isFresh ? undefined : rollUps.find({ identity: reader.upstream.identity, plan, today })) ?? null;
}

async function readRollUp(reader: Reader, { plan, ...read }: PlanRead): Promise<OverviewRollUp> {
  try {
    const items = await readPlanItems(reader, { known: read.known, plan });
    const rollUp = rollUpPlan(items, { today: read.today });
    read.rollUps.keep({ identity: reader.upstream.identity, plan, today: read.today }, rollUp);
    return { planId: plan.id, rollUp, readAt: read.now() };
  } catch (error) {
    return { planId: plan.id, rollUp: null, readAt: null, error: toError(error, read) };
  }
}

/** An upstream failure as the page shows it; whatever else was thrown goes on up. */
function toError(error: unknown, { requestId }: { requestId: string }): ErrorBody["error"] {
  const translated = translateUpstreamError(error);
  if (translated === null) throw error;
  const { code, message, details } = translated;
  return { code, message, requestId, ...(details !== undefined && { details }) };
}
