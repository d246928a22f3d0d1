import * as v from "valibot";
import { readInstantMs } from "./days.ts";
import { ipdIdSchema } from "./ids.ts";
import { ipdAttributeSchema } from "./ipd-attribute.ts";
import type { BatchVerdict } from "./scrum-batch.ts";
import { idText, lenient, listOf, readText } from "./wire.ts";

/** Most ids that one IPD batch takes: the page states none, the vendor's SDK does (§9: 4.2). */
export const MAX_IPD_BATCH = 50;

/** Body of `PUT /v1/ipdprojectservice/projects/{id}/issues/batch`. One category a call (§9: 4.5). */
export const ipdBatchBodySchema = v.strictObject({
  id: v.pipe(
    v.array(ipdIdSchema),
    v.minLength(1, "Expected at least 1 item"),
    v.maxLength(MAX_IPD_BATCH, `Expected at most ${MAX_IPD_BATCH} items`),
    v.check((ids) => new Set(ids).size === ids.length, "Expected every item once"),
  ),
  attribute: ipdAttributeSchema,
});
export type IpdBatchBody = v.InferOutput<typeof ipdBatchBodySchema>;

const resultEntrySchema = v.object({
  id: idText,
  operator: lenient(readText),
  state: lenient(readText),
  /** Epoch ms; the answer has ISO text, requests have ms digits (§9: 4.7). */
  operate_time: lenient(readInstantMs),
  /** Newer services say why; seed 4 has no such field (§9: 4.10). */
  fail_message: lenient(readText),
});
export type IpdBatchEntry = v.InferOutput<typeof resultEntrySchema>;

/** The `result` of an IPD batch: an array of objects that hold two arrays each, flattened (§9: 4.11). */
export const ipdBatchAnswerSchema = v.pipe(
  v.union([v.array(v.unknown()), v.record(v.string(), v.unknown())]),
  v.transform((result) => (Array.isArray(result) ? result : [result])),
  v.array(v.object({ success: listOf(resultEntrySchema), failed: listOf(resultEntrySchema) })),
  v.transform((parts) => ({
    success: parts.flatMap((part) => part.success),
    failed: parts.flatMap((part) => part.failed),
  })),
);
export type IpdBatchAnswer = v.InferOutput<typeof ipdBatchAnswerSchema>;

/** The truth about one item: applied only if it is in the success list and not in the failure list (§9: 4.12). */
export function ipdBatchVerdict(answer: IpdBatchAnswer, itemId: string): BatchVerdict {
  if (answer.failed.some((entry) => entry.id === itemId)) return "failed";
  return answer.success.some((entry) => entry.id === itemId) ? "applied" : "unknown";
}
