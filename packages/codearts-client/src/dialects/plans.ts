import {
  legacyItemIdPageSchema,
  legacyItemPageSchema,
  linkItemIdsSchema,
  planListBodySchema,
  planListSchema,
  planNameBodySchema,
  scrumPlanSchema,
  uuidSchema,
  type LegacyItemIdPage,
  type LegacyItemPage,
  type PlanListBody,
  type ScrumPlan,
  type ScrumPlanList,
} from "@gantry/codearts-contract";
import * as v from "valibot";
import { checkRequest } from "../transport/call.ts";
import { wireNumber } from "../transport/json.ts";
import type { Caller, CallOptions } from "./session.ts";

export type PlanParameters = { projectId: string; planId: string };
/** `pageNo` from 1. */
export type NumberedPage = { pageNo: number; pageSize: number };

type PlanPageParameters = PlanParameters & NumberedPage & { search?: string };

/** Plans of a Scrum project (v3/plan) and the items in them. */
export function createPlanCalls(call: Caller) {
  return {
    /** The plan list (seed 3). Page size at most 200; sorting is ours, since `sort` is undescribed. */
    listPlans: async (
      {
        projectId,
        pageNo,
        pageSize,
        search,
        type,
        creatorIds,
      }: NumberedPage & {
        projectId: string;
        search?: string;
        type?: "gantt" | "mind";
        creatorIds?: readonly string[];
      },
      options?: CallOptions,
    ): Promise<ScrumPlanList> => {
      const body: PlanListBody = {
        page_no: pageNo,
        page_size: pageSize,
        ...(search === undefined ? {} : { search }),
        ...(type === undefined ? {} : { type }),
        ...(creatorIds === undefined ? {} : { user_ids: [...creatorIds] }),
      };
      return call({
        operation: "listPlans",
        path: { project_id: projectId },
        body: checkRequest("listPlans", { schema: planListBodySchema, value: body }),
        answer: planListSchema,
        options,
      });
    },

    /** One plan (seed 1). The answer's id may differ from the one asked for: key by what was asked. */
    showPlan: async ({ projectId, planId }: PlanParameters, options?: CallOptions): Promise<ScrumPlan> =>
      call({
        operation: "showPlan",
        path: { project_id: projectId, plan_id: planId },
        answer: scrumPlanSchema,
        options,
      }),

    /** Items in a plan. Its limits are not documented; `listPlanItemsV2` is the fallback. */
    listPlanItems: async (parameters: PlanPageParameters, options?: CallOptions): Promise<LegacyItemPage> =>
      call({ ...toPlanPage(parameters), answer: legacyItemPageSchema, options }),

    /** The same call, for the ids alone: a page of many thousands is understood in a fraction of the time. */
    listPlanItemIds: async (parameters: PlanPageParameters, options?: CallOptions): Promise<LegacyItemIdPage> =>
      call({ ...toPlanPage(parameters), answer: legacyItemIdPageSchema, options }),

    /** The same from the v2 dialect. */
    listPlanItemsV2: async (
      parameters: PlanParameters & NumberedPage,
      options?: CallOptions,
    ): Promise<LegacyItemPage> => call({ ...toPlanPageV2(parameters), answer: legacyItemPageSchema, options }),

    /** The same from the v2 dialect, for the ids alone. */
    listPlanItemIdsV2: async (
      parameters: PlanParameters & NumberedPage,
      options?: CallOptions,
    ): Promise<LegacyItemIdPage> => call({ ...toPlanPageV2(parameters), answer: legacyItemIdPageSchema, options }),

    /** Items of the project that are not in the plan. All of its body is text. */
    listAddableItems: async (
      { projectId, planId, pageNo, pageSize, search }: PlanParameters & NumberedPage & { search?: string },
      options?: CallOptions,
    ): Promise<LegacyItemPage> =>
      call({
        operation: "listAddableItems",
        path: { project_id: projectId, plan_id: planId },
        body: { subject: search ?? "", page_no: String(pageNo), page_size: String(pageSize) },
        answer: legacyItemPageSchema,
        options,
      }),

    /** Links 1–100 Scrum items to a Gantt plan (seed 0). The answer names no items: read back. */
    linkItems: async (
      { projectId, planId, itemIds }: PlanParameters & { itemIds: readonly string[] },
      options?: CallOptions,
    ): Promise<void> => {
      const ids = checkRequest("linkItems", { schema: linkItemIdsSchema, value: itemIds });
      await call({
        operation: "linkItems",
        path: { project_id: projectId, plan_id: planId },
        body: ids.map(wireNumber),
        answer: v.unknown(),
        options,
      });
    },

    createPlan: async (
      { projectId, name, type }: { projectId: string; name: string; type: "gantt" | "mind" },
      options?: CallOptions,
    ): Promise<ScrumPlan> =>
      call({
        operation: "createPlan",
        path: { project_id: projectId },
        body: { ...checkRequest("createPlan", { schema: planNameBodySchema, value: { name } }), type },
        answer: scrumPlanSchema,
        options,
      }),

    renamePlan: async (
      { projectId, planId, name }: PlanParameters & { name: string },
      options?: CallOptions,
    ): Promise<ScrumPlan> =>
      call({
        operation: "renamePlan",
        path: { project_id: projectId, plan_id: planId },
        body: checkRequest("renamePlan", { schema: planNameBodySchema, value: { name } }),
        answer: scrumPlanSchema,
        options,
      }),

    /** Deletes one plan; the wire takes a list of ids. */
    deletePlan: async ({ projectId, planId }: PlanParameters, options?: CallOptions): Promise<void> => {
      const id = checkRequest("deletePlan", { schema: uuidSchema, value: planId });
      await call({
        operation: "deletePlan",
        path: { project_id: projectId },
        body: [id],
        answer: v.unknown(),
        options,
      });
    },
  };
}

function toPlanPage({ projectId, planId, pageNo, pageSize, search }: PlanPageParameters) {
  return {
    operation: "listPlanItems" as const,
    path: { project_id: projectId, plan_id: planId },
    // The one body of this dialect that wants camelCase.
    body: { show_type: "list", subject: search ?? "", pageNo, pageSize },
  };
}

function toPlanPageV2({ projectId, planId, pageNo, pageSize }: PlanParameters & NumberedPage) {
  const operation = "listPlanItemsV2";
  return {
    operation,
    query: {
      project_id: checkRequest(operation, { schema: uuidSchema, value: projectId }),
      plan_id: checkRequest(operation, { schema: uuidSchema, value: planId }),
      page_no: pageNo,
      page_size: pageSize,
    },
  } as const;
}
