import type { Plan } from "../world/world-types.ts";
import { toPlanPerson } from "./people.ts";

/** A plan as the plan call answers it: instants as ms strings, no thumbnail. */
export function toPlan(plan: Plan) {
  return {
    id: plan.id,
    name: plan.name,
    type: plan.type,
    project_id: plan.projectId,
    creator: toPlanPerson(plan.creator),
    updater: toPlanPerson(plan.updater),
    created_on: String(plan.createdAt),
    updated_on: String(plan.updatedAt),
  };
}

/** A plan in the plan list, which has the thumbnail too. */
export function toListedPlan(plan: Plan) {
  return { ...toPlan(plan), ...(plan.imageUrl === null ? {} : { img_url: plan.imageUrl }) };
}
