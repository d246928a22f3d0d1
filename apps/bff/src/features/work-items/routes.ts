import { endpoints } from "@gantry/api-contract";
import type { Clock } from "../../clock.ts";
import { bind, type BoundRoute } from "../../http/bind.ts";
import { findLinkablePlan, findPlanAndProject } from "../plans/use-cases.ts";
import { listAddableIds, listAddableItems } from "./addable.ts";
import { readPlanItems } from "./read-plan-items.ts";

export function createWorkItemRoutes({ clock }: { clock: Clock }): readonly BoundRoute[] {
  return [
    bind(endpoints.listPlanItems, async ({ params }, context) => {
      const readAt = clock.now();
      const items = await readPlanItems(context, await findPlanAndProject(context, params));
      return { items, total: items.length, readAt };
    }),
    bind(endpoints.listAddableItems, async ({ params, query }, context) => {
      const { known, plan } = await findLinkablePlan(context, params);
      const { search, cursor, limit } = query;
      return await listAddableItems(context, { known, planId: plan.id, search, cursor, limit });
    }),
    bind(endpoints.countAddableItems, async ({ params, query }, context) => {
      const { known, plan } = await findLinkablePlan(context, params);
      const { ids, undated } = await listAddableIds(context, { known, planId: plan.id, search: query.search });
      return { total: ids.length, undated };
    }),
  ];
}
