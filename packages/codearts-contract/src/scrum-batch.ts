import * as v from "valibot";
import { numericIdSchema, scrumItemIdSchema, uuidSchema } from "./ids.ts";
import { isRecord, lenient, readFlag, readIds, readText } from "./wire.ts";

/**
 * Body of `POST /v2/workitem/issues`, all text. "Batch" by name, yet `issue_ids` holds 1–10 digits:
 * one item a call (§9: 2.2). Every field is "not mandatory"; all three are always sent (2.1).
 */
export const scrumBatchBodySchema = v.strictObject({
  project_id: uuidSchema,
  issue_ids: scrumItemIdSchema,
  /** `user_num_id` of the new assignee, although the page calls it "module owner" (2.5). */
  assigned_to_id: numericIdSchema,
});
export type ScrumBatchBody = v.InferOutput<typeof scrumBatchBodySchema>;

/** Answer of the Scrum batch edit. Error ids come as numbers, success ids as text; here all are text (2.4). */
export const scrumBatchAnswerSchema = v.object({
  success_issues: lenient(readIds),
  error_issues: lenient(readIds),
  journal_ids: lenient(readIds),
  project: lenient(readBatchProject),
});
export type ScrumBatchAnswer = v.InferOutput<typeof scrumBatchAnswerSchema>;

/** The other project fields (`role`, `mem_count`, `total`) are described wrongly upstream and ignored (2.7). */
export type BatchProject = { identifier: string | null; type: string | null; archived: boolean };

function readBatchProject(value: unknown): BatchProject | null {
  if (!isRecord(value)) return null;
  return {
    identifier: readText(value["identifier"]),
    // Documented "Scrum", answered "scrum": it is the project's type (2.8).
    type: readText(value["type"])?.toLowerCase() ?? null,
    archived: readFlag(value["archive"]),
  };
}

/** What an answer says of one item; `unknown` = it names it in no list, or in two that disagree. */
export type BatchVerdict = "applied" | "failed" | "unknown";

/**
 * The truth about one item of a Scrum batch. The outer status is not it: the page's own example
 * says `success` while the item stands in `error_issues` (2.3).
 */
export function scrumBatchVerdict(answer: ScrumBatchAnswer, itemId: string): BatchVerdict {
  if (answer.error_issues.includes(itemId)) return "failed";
  return answer.success_issues.includes(itemId) ? "applied" : "unknown";
}
