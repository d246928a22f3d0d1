import { endpoints } from "@gantry/api-contract";
import { toDoer } from "../../audit/actor.ts";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/schema.ts";
import { bind, type BoundRoute, type SessionContext } from "../../http/bind.ts";
import { deleteBaselinesOfPlan } from "../baselines/store.ts";
import { findProject } from "../projects/use-cases.ts";
import { createPlanAudit } from "./plan-audit.ts";
import { selectPlans } from "./select-plans.ts";
import { createPlan, deletePlan, listPlans, readPlan, renamePlan } from "./use-cases.ts";

export function createPlanRoutes({ database, clock }: { database: Database; clock: Clock }): readonly BoundRoute[] {
  const auditOf = (context: SessionContext) => createPlanAudit({ database, clock }, context);
  return [
    bind(endpoints.listPlans, async ({ params, query }, context) => {
      const { id } = await findProject(context, params.projectId);
      return selectPlans(await listPlans(context, { projectId: id }), query);
    }),
    bind(
      endpoints.createPlan,
      async ({ params, body }, context) => await createPlan(context, { ...params, ...body, audit: auditOf(context) }),
    ),
    bind(endpoints.readPlan, async ({ params }, context) => await readPlan(context, params)),
    bind(
      endpoints.renamePlan,
      async ({ params, body }, context) => await renamePlan(context, { ...params, ...body, audit: auditOf(context) }),
    ),
    bind(endpoints.deletePlan, async ({ params }, context) => {
      await deletePlan(context, { ...params, audit: auditOf(context) });
      const plan = { ...params, domainId: context.session.domainId };
      await deleteBaselinesOfPlan(database, { plan, doer: toDoer(context), now: clock.now() });
      return null;
    }),
  ];
}
