import {
  issueRecordListSchema,
  scrumBatchAnswerSchema,
  scrumBatchBodySchema,
  scrumItemChangesSchema,
  scrumItemDetailSchema,
  scrumItemListSchema,
  scrumItemSchema,
  type IssueRecordList,
  type ScrumBatchAnswer,
  type ScrumItem,
  type ScrumItemChanges,
  type ScrumItemDetail,
  type ScrumItemList,
} from "@gantry/codearts-contract";
import { checkRequest } from "../transport/call.ts";
import { wireNumber } from "../transport/json.ts";
import type { OffsetPage } from "./projects.ts";
import type { Caller, CallOptions } from "./session.ts";
import { checkIds } from "./wire-ids.ts";

export type ScrumItemFilter = {
  subject?: string;
  /** Ids as digits. */
  trackerIds?: readonly string[];
  statusIds?: readonly string[];
  assigneeNumericIds?: readonly string[];
  itemIds?: readonly string[];
  /** Epoch ms, both ends. */
  updatedBetween?: { fromMs: number; toMs: number };
};

/** Work items of a Scrum project: v4 calls, and the v2 batch (seed 2). */
export function createScrumItemCalls(call: Caller) {
  return {
    /** Advanced query. `limit` 1–100, `offset` a multiple of it; the rows have no description. */
    queryItems: async (
      { projectId, offset, limit, filter = {} }: OffsetPage & { projectId: string; filter?: ScrumItemFilter },
      options?: CallOptions,
    ): Promise<ScrumItemList> =>
      call({
        operation: "queryItems",
        path: { project_id: projectId },
        body: { offset, limit, ...filterOnWire(filter) },
        answer: scrumItemListSchema,
        options,
      }),

    showItem: async (
      { projectId, itemId }: { projectId: string; itemId: string },
      options?: CallOptions,
    ): Promise<ScrumItemDetail> =>
      call({
        operation: "showItem",
        path: { project_id: projectId, issue_id: itemId },
        answer: scrumItemDetailSchema,
        options,
      }),

    /**
     * Changes made to any of a project's items, within an interval (epoch ms, both ends). `limit` 1–100, `offset` a
     * multiple of it. In which order they come, and how far back they go, is not documented.
     */
    listItemRecords: async (
      {
        projectId,
        offset,
        limit,
        operatedBetween,
      }: OffsetPage & { projectId: string; operatedBetween: { fromMs: number; toMs: number } },
      options?: CallOptions,
    ): Promise<IssueRecordList> =>
      call({
        operation: "listItemRecords",
        path: { project_id: projectId },
        query: { offset, limit, operated_time_interval: `${operatedBetween.fromMs},${operatedBetween.toMs}` },
        answer: issueRecordListSchema,
        options,
      }),

    /** Changes fields of one item: the call behind a dragged bar. Answers the item as it is now. */
    updateItem: async (
      { projectId, itemId, changes }: { projectId: string; itemId: string; changes: ScrumItemChanges },
      options?: CallOptions,
    ): Promise<ScrumItem> => {
      const checked = checkRequest("updateItem", { schema: scrumItemChangesSchema, value: changes });
      return call({
        operation: "updateItem",
        path: { project_id: projectId, issue_id: itemId },
        body: changesOnWire(checked),
        answer: scrumItemSchema,
        options,
      });
    },

    /** The Scrum batch edit (seed 2): one item's assignee. Judge the answer by `scrumBatchVerdict`. */
    batchAssignItem: async (
      { projectId, itemId, assigneeNumericId }: { projectId: string; itemId: string; assigneeNumericId: string },
      options?: CallOptions,
    ): Promise<ScrumBatchAnswer> => {
      const value = { project_id: projectId, issue_ids: itemId, assigned_to_id: assigneeNumericId };
      const body = checkRequest("batchAssignItem", { schema: scrumBatchBodySchema, value });
      return call({ operation: "batchAssignItem", body, answer: scrumBatchAnswerSchema, options });
    },
  };
}

/** Fields that end in `_id` are numbers on this wire. */
function changesOnWire(changes: ScrumItemChanges) {
  const entries = Object.entries(changes).map(([field, value]) => [
    field,
    field.endsWith("_id") && typeof value === "string" ? wireNumber(value) : value,
  ]);
  return Object.fromEntries(entries);
}

function filterOnWire(filter: ScrumItemFilter) {
  const ids = (list: readonly string[] | undefined) => (list === undefined ? undefined : checkIds("queryItems", list));
  return {
    subject: filter.subject,
    tracker_ids: ids(filter.trackerIds),
    status_ids: ids(filter.statusIds),
    assigned_ids: ids(filter.assigneeNumericIds),
    issue_ids: ids(filter.itemIds),
    updated_time_interval: filter.updatedBetween && `${filter.updatedBetween.fromMs},${filter.updatedBetween.toMs}`,
  };
}
