import { endpoints } from "@gantry/api-contract";
import { toDoer } from "../../audit/actor.ts";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/schema.ts";
import { bind, type BoundRoute, type SessionContext } from "../../http/bind.ts";
import type { LiveFeed } from "../../live/live-feed.ts";
import type { Mirror } from "../../mirror/mirror.ts";
import { deleteBaselinesOfPlan } from "../baselines/store.ts";
import { findProject } from "../projects/use-cases.ts";
import { createPlanAudit } from "./plan-audit.ts";
import { selectPlans } from "./select-plans.ts";
import { createPlan, deletePlan, listPlans, readPlan, renamePlan } from "./use-cases.ts";

export function createPlanRoutes(
  { database, clock }: { database: Database; clock: Clock },
  { mirror, feed }: { mirror: Mirror; feed: LiveFeed },
): readonly BoundRoute[] {
  /** Open pages of others follow; what is remembered is asked for anew. */
  const tell = async ({ session }: SessionContext, { projectId, planId }: { projectId: string; planId: string }) => {
    await mirror.noteChange({ domainId: session.domainId, projectId, planId });
    feed.publish({ owner: session, projectId, subject: { kind: "plan", planId } });
  };
  const auditOf = (context: SessionContext) => createPlanAudit({ database, clock }, context);
  return [
    bind(endpoints.listPlans, async ({ params, query }, context) => {
      const { id } = await findProject(context, params.projectId);
      return selectPlans(await listPlans(context, { projectId: id }), query);
    }),
    bind(endpoints.createPlan, async ({ params, body }, context) => {
      const plan = await createPlan(context, { ...params, ...body, audit: auditOf(context) });
      await tell(context, { ...params, planId: plan.id });
      return plan;
    }),
    bind(endpoints.readPlan, async ({ params }, context) => await readPlan(context, params)),
    bind(endpoints.renamePlan, async ({ params, body }, context) => {
      const plan = await renamePlan(context, { ...params, ...body, audit: auditOf(context) });
      await tell(context, params);
      return plan;
    }),
    bind(endpoints.deletePlan, async ({ params }, context) => {
      await deletePlan(context, { ...params, audit: auditOf(context) });
      const plan = { ...params, domainId: context.session.domainId };
      await deleteBaselinesOfPlan(database, { plan, doer: toDoer(context), now: clock.now() });
      await tell(context, params);
      return null;
    }),
  ];
}
