import type { Plan, WorkItem } from "@gantry/api-contract";
import { isAppError } from "../../app-error.ts";
import { listFields } from "../../features/fields/use-cases.ts";
import { listMembers } from "../../features/members/use-cases.ts";
import { findLinkablePlan, findPlan } from "../../features/plans/use-cases.ts";
import type { KnownProject } from "../../features/projects/from-upstream.ts";
import type { Reader } from "../../features/reader.ts";
import { listSprints } from "../../features/sprints/use-cases.ts";
import { listStatuses } from "../../features/statuses/use-cases.ts";
import { readItems } from "../../features/work-items/read-items.ts";
import { readPlanItems } from "../../features/work-items/read-plan-items.ts";
import { toFacts, type ProjectFacts } from "./facts.ts";

/** What is needed of a project to understand, check and name values, at most half a minute old. */
export async function readFacts(reader: Reader, known: KnownProject): Promise<ProjectFacts> {
  const { project } = known;
  const [fields, members, statuses, sprints] = await Promise.all([
    listFields(reader, known),
    listMembers(reader, project),
    listStatuses(reader, known),
    listSprints(reader, project),
  ]);
  return toFacts({ project, fields, members, statuses, sprints });
}

/** Items as they are now; `failed` = nobody knows. Ids in neither do not exist. */
export async function readItemsNow(
  reader: Reader,
  options: { known: KnownProject; ids: readonly string[] },
): Promise<{ items: ReadonlyMap<string, WorkItem>; failedIds: ReadonlySet<string> }> {
  const { items, failed } = await readItems(reader, { known: options.known, itemIds: options.ids });
  return { items, failedIds: new Set(failed.keys()) };
}

/** Throws `plan.not_found`, and `plan.no_links` for a plan that CodeArts documents no linking for. */
export async function readLinkablePlan(reader: Reader, options: PlanOf): Promise<Plan> {
  const { plan } = await findLinkablePlan(reader, { projectId: options.known.project.id, planId: options.planId });
  return plan;
}

/** The plan's name, for the list of changes; throws `plan.not_found`. */
export async function readPlanName(reader: Reader, options: PlanOf): Promise<string> {
  return (await findPlan(reader, { projectId: options.known.project.id, planId: options.planId })).name;
}

/** All items on a plan, later than any write before. */
export async function readPlanItemsNow(reader: Reader, options: PlanOf): Promise<WorkItem[]> {
  const { known, planId } = options;
  const plan = await findPlan(reader, { projectId: known.project.id, planId });
  return await readPlanItems(reader, { known, plan });
}

type PlanOf = { known: KnownProject; planId: string };

/** A project or plan that is gone, or was never to be seen. */
export function isGone(error: unknown): boolean {
  return isAppError(error) && (error.code === "project.not_found" || error.code === "plan.not_found");
}
