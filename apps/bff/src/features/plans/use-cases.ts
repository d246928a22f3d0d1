import type { Plan, PlanDetail } from "@gantry/api-contract";
import { isCodeArtsError } from "@gantry/codearts-client";
import { AppError } from "../../app-error.ts";
import { readAllPages } from "../pages.ts";
import type { KnownProject } from "../projects/from-upstream.ts";
import { findKnownProject } from "../projects/use-cases.ts";
import type { Reader } from "../reader.ts";
import { toPlan } from "./from-upstream.ts";
import type { PlanAudit } from "./plan-audit.ts";

const PAGE_SIZE = 200;

type PlanAddress = { projectId: string; planId: string };

/** All plans of a project. A short page is the last one, and so is one with which the told total is reached. */
export async function listPlans(
  { upstream, signal }: Reader,
  { projectId, freshForMs = 0 }: { projectId: string; freshForMs?: number },
): Promise<Plan[]> {
  const plans = await readAllPages({
    readPage: async (pageNo) => {
      const args = { projectId, pageNo, pageSize: PAGE_SIZE };
      const page = await upstream.read("listPlans", args, { signal, freshForMs });
      const isShort = page.plans.length < PAGE_SIZE;
      return { rows: page.plans, total: isShort ? page.plans.length : page.total };
    },
    idOf: (plan) => plan.id,
  });
  return plans.map((wire) => toPlan(wire, { projectId }));
}

/** Throws `plan.not_found` where the project has no such plan. */
export async function findPlan(reader: Reader, { projectId, planId }: PlanAddress): Promise<Plan> {
  try {
    const wire = await reader.upstream.read("showPlan", { projectId, planId }, { signal: reader.signal });
    return { ...toPlan(wire, { projectId }), id: planId };
  } catch (error) {
    // Which code says "no such plan" is documented nowhere, so the list is asked.
    if (!isCodeArtsError(error) || !["not-found", "rejected", "bad-answer"].includes(error.kind)) throw error;
    const plan = (await listPlans(reader, { projectId })).find(({ id }) => id === planId);
    if (plan === undefined) throw new AppError("plan.not_found", "The project has no such plan", { cause: error });
    return plan;
  }
}

/** A plan with its project, as reading its items takes them. */
export async function findPlanAndProject(
  reader: Reader,
  address: PlanAddress,
): Promise<{ known: KnownProject; plan: Plan }> {
  const known = await findKnownProject(reader, address.projectId);
  return { known, plan: await findPlan(reader, address) };
}

export async function readPlan(reader: Reader, address: PlanAddress): Promise<PlanDetail> {
  const { known, plan } = await findPlanAndProject(reader, address);
  return { plan, project: known.project, canLink: canLink(known, plan) };
}

/** CodeArts documents linking for Gantt charts of Scrum projects only. */
function canLink({ project }: KnownProject, plan: Plan): boolean {
  return project.kind === "scrum" && plan.type === "gantt";
}

/** A plan that takes links, with its project; throws `plan.no_links` for any other. */
export async function findLinkablePlan(
  reader: Reader,
  address: PlanAddress,
): Promise<{ known: KnownProject; plan: Plan }> {
  const found = await findPlanAndProject(reader, address);
  if (canLink(found.known, found.plan)) return found;
  throw new AppError("plan.no_links", "Work items can be added to Gantt charts of Scrum projects only");
}

export async function createPlan(
  reader: Reader,
  { projectId, name, type, audit }: { projectId: string; name: string; type: Plan["type"]; audit: PlanAudit },
): Promise<Plan> {
  const { project } = await findKnownProject(reader, projectId);
  const args = { projectId: project.id, name, type };
  const written = { operation: "createPlan", projectId: project.id, planId: null, planName: name };
  const wire = await audit(written, (beforeSend) =>
    reader.upstream.write("createPlan", args, { signal: reader.signal, beforeSend }),
  );
  return toPlan(wire, { projectId });
}

export async function renamePlan(
  reader: Reader,
  { name, audit, ...address }: PlanAddress & { name: string; audit: PlanAudit },
): Promise<Plan> {
  const { plan } = await findPlanAndProject(reader, address);
  const written = { operation: "renamePlan", ...address, planName: name };
  const wire = await audit(written, (beforeSend) =>
    reader.upstream.write("renamePlan", { ...address, name }, { signal: reader.signal, beforeSend }),
  );
  return { ...plan, name: wire.name, updatedAt: wire.updated_on ?? plan.updatedAt };
}

export async function deletePlan(
  reader: Reader,
  { audit, ...address }: PlanAddress & { audit: PlanAudit },
): Promise<void> {
  const { plan } = await findPlanAndProject(reader, address);
  await audit({ operation: "deletePlan", ...address, planName: plan.name }, (beforeSend) =>
    reader.upstream.write("deletePlan", address, { signal: reader.signal, beforeSend }),
  );
}
