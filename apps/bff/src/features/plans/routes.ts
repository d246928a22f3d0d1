import { endpoints } from "@gantry/api-contract";
import type { Database } from "../../database/schema.ts";
import { bind, type BoundRoute } from "../../http/bind.ts";
import { deleteBaselinesOfPlan } from "../baselines/store.ts";
import { findProject } from "../projects/use-cases.ts";
import { selectPlans } from "./select-plans.ts";
import { createPlan, deletePlan, listPlans, readPlan, renamePlan } from "./use-cases.ts";

export function createPlanRoutes({ database }: { database: Database }): readonly BoundRoute[] {
  return [
    bind(endpoints.listPlans, async ({ params, query }, context) => {
      const { id } = await findProject(context, params.projectId);
      return selectPlans(await listPlans(context, { projectId: id }), query);
    }),
    bind(endpoints.createPlan, async ({ params, body }, context) => await createPlan(context, { ...params, ...body })),
    bind(endpoints.readPlan, async ({ params }, context) => await readPlan(context, params)),
    bind(endpoints.renamePlan, async ({ params, body }, context) => await renamePlan(context, { ...params, ...body })),
    bind(endpoints.deletePlan, async ({ params }, context) => {
      await deletePlan(context, params);
      await deleteBaselinesOfPlan(database, { ...params, domainId: context.session.domainId });
      return null;
    }),
  ];
}
