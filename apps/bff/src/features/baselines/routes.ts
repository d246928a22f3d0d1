import { endpoints } from "@gantry/api-contract";
import { toDoer } from "../../audit/actor.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { Feature } from "../../feature.ts";
import { bind, type SessionContext } from "../../http/bind.ts";
import type { LiveFeed } from "../../live/live-feed.ts";
import { findPlanAndProject } from "../plans/use-cases.ts";
import { createBaseline } from "./create.ts";
import { deleteBaseline, findBaseline, listBaselines, readDates, type PlanOfDomain } from "./store.ts";

type PlanAddress = { projectId: string; planId: string };

/** A plan's dates as they were, which CodeArts does not keep: for everybody who may see the plan. */
export function createBaselineFeature(dependencies: Dependencies, { feed }: { feed: LiveFeed }): Feature {
  const { database, clock } = dependencies;
  const tell = ({ projectId, planId }: PlanAddress, { session }: SessionContext) =>
    feed.publish({
      owner: session,
      projectId,
      subject: { kind: "baselines", planId },
    });
  return {
    routes: [
      bind(endpoints.listBaselines, async ({ params }, context) => ({
        items: await listBaselines(database, await findOwn(context, params)),
      })),
      bind(endpoints.createBaseline, async ({ params, body }, context) => {
        const baseline = await createBaseline(context, {
          ...dependencies,
          plan: params,
          name: body.name,
          session: context.session,
          requestId: context.requestId,
        });
        tell(params, context);
        return baseline;
      }),
      bind(endpoints.readBaseline, async ({ params }, context) => {
        const baseline = await findBaseline(database, { id: params.baselineId, plan: await findOwn(context, params) });
        return { baseline, dates: await readDates(database, baseline.id) };
      }),
      bind(endpoints.deleteBaseline, async ({ params }, context) => {
        const plan = await findOwn(context, params);
        await deleteBaseline(database, { id: params.baselineId, plan, doer: toDoer(context), now: clock.now() });
        tell(params, context);
        return null;
      }),
    ],
  };
}

/** The plan, where the person may see it. Throws `project.not_found` or `plan.not_found`. */
async function findOwn(context: SessionContext, address: PlanAddress): Promise<PlanOfDomain> {
  const { known, plan } = await findPlanAndProject(context, address);
  return { domainId: context.session.domainId, projectId: known.project.id, planId: plan.id };
}
