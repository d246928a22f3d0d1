import * as v from "valibot";
import { lenient, listOf, pageOf, readCount, readId, readIds, readNamed, readText, idText } from "./wire.ts";

/** A status in `GET /v4/projects/{id}/statuses`. `status_id` is what items carry; `id` is another key. */
export const scrumStatusSchema = v.object({
  id: lenient(readId),
  status_id: idText,
  name: v.string(),
  /** Trackers that may have it; empty = not said. */
  tracker_ids: lenient(readIds),
  status_attribute: lenient(readNamed),
});
export type ScrumStatus = v.InferOutput<typeof scrumStatusSchema>;

export const scrumStatusListSchema = pageOf(
  "issue_statuses",
  v.object({ issue_statuses: listOf(scrumStatusSchema), total: lenient(readCount) }),
);
export type ScrumStatusList = v.InferOutput<typeof scrumStatusListSchema>;

/** START, IN_PROGRESS or END, as `belonging` says; other words stay as they came. */
export const ipdStatusSchema = v.object({
  id: lenient(readId),
  /** What writes take. */
  code: lenient(readText),
  name: v.string(),
  belonging: lenient(readText),
});
export type IpdStatus = v.InferOutput<typeof ipdStatusSchema>;

export const ipdStatusListSchema = listOf(ipdStatusSchema);
