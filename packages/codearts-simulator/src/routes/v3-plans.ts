import * as v from "valibot";
import { parseBody, projectOf, type Context, type Route } from "../context.ts";
import { jsonAnswer, invalidParameter, REFUSALS } from "../errors.ts";
import { toListedPlan, toPlan } from "../wire/plans.ts";
import type { Plan } from "../world/world-types.ts";

const ID = /^[A-Za-z0-9]{32}$/;
const nameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(128));

const listSchema = v.object({
  search: v.optional(v.string(), ""),
  user_ids: v.optional(v.array(v.pipe(v.string(), v.regex(ID))), []),
  sort: v.optional(v.string(), ""),
  page_no: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9_999)),
  page_size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
  type: v.optional(v.picklist(["gantt", "mind"])),
});
const createSchema = v.object({ name: nameSchema, type: v.optional(v.picklist(["gantt", "mind"]), "mind") });
const renameSchema = v.object({ name: nameSchema });
const deleteSchema = v.pipe(v.array(v.pipe(v.string(), v.regex(ID))), v.minLength(1));

/** The plan of the path, if it is of the project of the path. */
export function planOf(context: Context): Plan {
  const planId = context.params["plan_id"] ?? "";
  if (!ID.test(planId)) throw invalidParameter("plan_id");
  const plan = context.store.plan(planId);
  if (plan === undefined || plan.projectId !== context.params["project_id"]) throw REFUSALS.planMissing();
  return plan;
}

function ensureNameIsFree(
  context: Context,
  { projectId, name, except }: { projectId: string; name: string; except?: string },
): void {
  if (context.store.plansOf(projectId).some((plan) => plan.name === name && plan.id !== except))
    throw REFUSALS.nameTaken();
}

export const v3PlanRoutes: Route[] = [
  {
    operation: "listPlans",
    method: "POST",
    path: "/v3/plan/{project_id}/managements",
    handle: (context) => {
      const project = projectOf(context);
      const query = parseBody(context, listSchema);
      const search = query.search.toLowerCase();
      const found = context.store
        .plansOf(project.id)
        .filter((plan) => plan.name.toLowerCase().includes(search))
        .filter((plan) => query.user_ids.length === 0 || query.user_ids.includes(plan.creator.userId))
        .filter((plan) => query.type === undefined || plan.type === query.type)
        .toSorted((left, right) => right.updatedAt - left.updatedAt);
      const from = (query.page_no - 1) * query.page_size;
      const gantts = found.filter((plan) => plan.type === "gantt").length;
      return jsonAnswer(200, {
        result: {
          plans: found.slice(from, from + query.page_size).map(toListedPlan),
          total: String(found.length),
          minds: String(found.length - gantts),
          gantts: String(gantts),
        },
        status: "success",
      });
    },
  },
  {
    operation: "showPlan",
    method: "GET",
    path: "/v3/plan/{project_id}/{plan_id}/info",
    handle: (context) => {
      projectOf(context);
      return jsonAnswer(200, { result: toPlan(planOf(context)), status: "success" });
    },
  },
  {
    operation: "createPlan",
    method: "POST",
    path: "/v3/plan/{project_id}/management",
    handle: (context) => {
      const project = projectOf(context, { write: true });
      const { name, type } = parseBody(context, createSchema);
      ensureNameIsFree(context, { projectId: project.id, name });
      const creator = context.caller();
      const plan: Plan = {
        id: context.newId(),
        projectId: project.id,
        name,
        type,
        creator,
        updater: creator,
        createdAt: context.now,
        updatedAt: context.now,
        imageUrl: null,
        itemIds: new Set(),
      };
      context.store.addPlan(plan);
      context.record({ projectId: project.id, planId: plan.id, itemIds: [], fields: { name, type } });
      const { id, project_id, creator: wireCreator } = toPlan(plan);
      return jsonAnswer(200, { result: { id, name, type, project_id, creator: wireCreator }, status: "success" });
    },
  },
  {
    operation: "renamePlan",
    method: "PUT",
    path: "/v3/plan/{project_id}/management/{plan_id}",
    handle: (context) => {
      const project = projectOf(context, { write: true });
      const { name } = parseBody(context, renameSchema);
      const plan = planOf(context);
      ensureNameIsFree(context, { projectId: project.id, name, except: plan.id });
      context.store.patchPlan(plan.id, { name, updater: context.caller(), updatedAt: context.now });
      context.record({ projectId: project.id, planId: plan.id, itemIds: [], fields: { name } });
      const { id, type, project_id, creator } = toPlan(plan);
      return jsonAnswer(200, { result: { id, name, type, project_id, creator }, status: "success" });
    },
  },
  {
    operation: "deletePlans",
    method: "DELETE",
    path: "/v3/plan/{project_id}/management",
    handle: (context) => {
      const project = projectOf(context, { write: true });
      const planIds = parseBody(context, deleteSchema);
      const plans = planIds.map((planId) => context.store.plan(planId));
      if (plans.some((plan) => plan?.projectId !== project.id)) throw REFUSALS.planMissing();
      for (const planId of planIds) {
        context.store.removePlan(planId);
        context.record({ projectId: project.id, planId, itemIds: [], fields: {} });
      }
      return jsonAnswer(200, { status: "success" });
    },
  },
];
