import {
  IPD_CATEGORY_IDS,
  ipdFieldListSchema,
  ipdPlanListSchema,
  ipdStatusListSchema,
  ipdTagListSchema,
  type IpdCategory,
  type IpdField,
  type IpdPlan,
  type IpdStatus,
  type IpdTagList,
} from "@gantry/codearts-contract";
import type { Caller, CallOptions } from "./session.ts";

export type CategoryParameters = { projectId: string; category: IpdCategory };

/** What IPD writes choose from: statuses, fields with their options, tags, PIs and iterations. */
export function createIpdLookupCalls(call: Caller) {
  return {
    listIpdStatuses: async ({ projectId, category }: CategoryParameters, options?: CallOptions): Promise<IpdStatus[]> =>
      call({
        operation: "listIpdStatuses",
        path: { project_id: projectId, category_id: IPD_CATEGORY_IDS[category] },
        answer: ipdStatusListSchema,
        options,
      }),

    listIpdFields: async ({ projectId, category }: CategoryParameters, options?: CallOptions): Promise<IpdField[]> =>
      call({
        operation: "listIpdFields",
        path: { project_id: projectId, category_id: IPD_CATEGORY_IDS[category] },
        answer: ipdFieldListSchema,
        options,
      }),

    /** All tags of a project; not paged, 200 at most. */
    listIpdTags: async ({ projectId }: { projectId: string }, options?: CallOptions): Promise<IpdTagList> =>
      call({ operation: "listIpdTags", path: { project_id: projectId }, answer: ipdTagListSchema, options }),

    /** PIs, iterations and milestones, flat. Both of its queries are left out: empty ones may be refused. */
    listIpdPlans: async ({ projectId }: { projectId: string }, options?: CallOptions): Promise<IpdPlan[]> =>
      call({ operation: "listIpdPlans", path: { project_id: projectId }, answer: ipdPlanListSchema, options }),
  };
}
