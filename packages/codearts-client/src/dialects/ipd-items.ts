import {
  IPD_CATEGORIES,
  ipdBatchAnswerSchema,
  ipdBatchBodySchema,
  ipdItemDetailSchema,
  ipdItemPageSchema,
  type IpdAttribute,
  type IpdBatchAnswer,
  type IpdCategory,
  type IpdItem,
  type IpdItemPage,
  type IpdQueryBody,
} from "@gantry/codearts-contract";
import * as v from "valibot";
import { checkRequest } from "../transport/call.ts";
import type { Caller, CallOptions } from "./session.ts";
import type { NumberedPage } from "./plans.ts";

const categoriesSchema = v.pipe(v.array(v.picklist(IPD_CATEGORIES)), v.minLength(1));

/** Work items of an IPD project: query, detail, batch update (seed 4). */
export function createIpdItemCalls(call: Caller) {
  return {
    /**
     * Advanced query. Name every category: for an unknown one the service answers an empty list.
     * @param returnFields `plan_start_date` comes only when named here
     */
    queryIpdItems: async (
      {
        projectId,
        categories,
        pageNo,
        pageSize,
        filter,
        returnFields,
      }: NumberedPage & {
        projectId: string;
        categories: readonly IpdCategory[];
        filter?: IpdQueryBody["filter"];
        returnFields?: readonly string[];
      },
      options?: CallOptions,
    ): Promise<IpdItemPage> => {
      const types = checkRequest("queryIpdItems", { schema: categoriesSchema, value: categories });
      const body: IpdQueryBody = {
        page: { page_no: pageNo, page_size: pageSize },
        ...(filter === undefined ? {} : { filter }),
        ...(returnFields === undefined ? {} : { return_fields: [...returnFields] }),
      };
      return call({
        operation: "queryIpdItems",
        path: { project_id: projectId },
        query: { issue_type: types.join(",") },
        body,
        answer: ipdItemPageSchema,
        options,
      });
    },

    showIpdItem: async (
      { projectId, itemId, category }: { projectId: string; itemId: string; category: IpdCategory },
      options?: CallOptions,
    ): Promise<IpdItem> =>
      call({
        operation: "showIpdItem",
        path: { project_id: projectId, issue_id: itemId },
        query: { issue_type: category },
        answer: ipdItemDetailSchema,
        options,
      }),

    /**
     * Sets the same values on 1–50 items of one category (seed 4). Judge the answer by `ipdBatchVerdict`,
     * and read back: a wrong format can answer success and change nothing.
     */
    batchUpdateIpdItems: async (
      { projectId, itemIds, attribute }: { projectId: string; itemIds: readonly string[]; attribute: IpdAttribute },
      options?: CallOptions,
    ): Promise<IpdBatchAnswer> => {
      const value = { id: [...itemIds], attribute };
      return call({
        operation: "batchUpdateIpdItems",
        path: { project_id: projectId },
        body: checkRequest("batchUpdateIpdItems", { schema: ipdBatchBodySchema, value }),
        answer: ipdBatchAnswerSchema,
        options,
      });
    },
  };
}
