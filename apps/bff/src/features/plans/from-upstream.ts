import type { Plan } from "@gantry/api-contract";
import type { ScrumPlan } from "@gantry/codearts-contract";
import { fromPlanPerson } from "../members/from-upstream.ts";

/** A plan, under the project that was asked: the answer's own ids need not agree (seed 1's example). */
export function toPlan(wire: ScrumPlan, { projectId }: { projectId: string }): Plan {
  return {
    id: wire.id,
    projectId,
    name: wire.name,
    type: wire.type,
    creator: fromPlanPerson(wire.creator),
    updater: fromPlanPerson(wire.updater),
    createdAt: wire.created_on,
    updatedAt: wire.updated_on,
  };
}
