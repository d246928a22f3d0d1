import * as v from "valibot";
import { readInstantMs } from "./days.ts";
import { numericIdSchema } from "./ids.ts";
import {
  idText,
  isRecord,
  lenient,
  listOf,
  pageOf,
  readCount,
  readFlag,
  readId,
  readNamed,
  readNumber,
  readText,
} from "./wire.ts";

/** Trackers of Scrum work items; parents run 5 → 6 → 7 → 2 or 3. */
export const SCRUM_TRACKERS = { task: "2", bug: "3", epic: "5", feature: "6", story: "7" } as const;

/** A person inside a v4 item; `user_id` may be empty. */
export type ScrumPerson = {
  user_num_id: string | null;
  user_id: string | null;
  name: string | null;
  nick_name: string | null;
};

export function readScrumPerson(value: unknown): ScrumPerson | null {
  if (!isRecord(value)) return null;
  const user_num_id = readId(value["user_num_id"]) ?? readId(value["id"]);
  const user_id = readId(value["user_id"]) ?? readId(value["identifier"]);
  if (user_num_id === null && user_id === null) return null;
  const name = readText(value["name"]) ?? readText(value["user_name"]) ?? readText(value["first_name"]);
  return { user_num_id, user_id, name, nick_name: readText(value["nick_name"]) };
}

const itemEntries = {
  id: idText,
  /** The title. */
  name: v.string(),
  tracker: lenient(readNamed),
  status: lenient(readNamed),
  priority: lenient(readNamed),
  severity: lenient(readNamed),
  domain: lenient(readNamed),
  module: lenient(readNamed),
  iteration: lenient(readNamed),
  parent_issue: lenient(readNamed),
  /** Days as they came; read them with `readDay`. */
  begin_time: lenient(readText),
  end_time: lenient(readText),
  /** Epoch ms (the wire has China time without a zone). */
  created_time: lenient(readInstantMs),
  updated_time: lenient(readInstantMs),
  closed_time: lenient(readInstantMs),
  done_ratio: lenient(readNumber),
  expected_work_hours: lenient(readNumber),
  actual_work_hours: lenient(readNumber),
  assigned_user: lenient(readScrumPerson),
  creator: lenient(readScrumPerson),
  developer: lenient(readScrumPerson),
  deleted: lenient(readFlag),
};

/** A work item of `POST /v4/projects/{id}/issues` and the answer of its PUT. The list has no description. */
export const scrumItemSchema = v.object(itemEntries);
export type ScrumItem = v.InferOutput<typeof scrumItemSchema>;

export const scrumItemListSchema = pageOf(
  "issues",
  v.object({ issues: listOf(scrumItemSchema), total: lenient(readCount) }),
);
export type ScrumItemList = v.InferOutput<typeof scrumItemListSchema>;

/** `GET /v4/projects/{id}/issues/{issue}`; some services wrap it in `issue`. */
export const scrumItemDetailSchema = v.pipe(
  v.unknown(),
  v.transform((body) => (isRecord(body) && isRecord(body["issue"]) ? body["issue"] : body)),
  v.object({ ...itemEntries, description: lenient(readText), story_point: lenient(readNamed) }),
);
export type ScrumItemDetail = v.InferOutput<typeof scrumItemDetailSchema>;

const dayText = v.pipe(v.string(), v.isoDate("Expected YYYY-MM-DD"));

/**
 * What `PUT /v4/projects/{id}/issues/{issue}` can change. Ids stay digits here and become numbers on the wire.
 * No field takes null: how a field is emptied is documented nowhere (§11).
 */
export const scrumItemChangesSchema = v.pipe(
  v.strictObject({
    name: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(256))),
    description: v.exactOptional(v.pipe(v.string(), v.maxLength(500_000))),
    begin_time: v.exactOptional(dayText),
    end_time: v.exactOptional(dayText),
    done_ratio: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
    status_id: v.exactOptional(numericIdSchema),
    priority_id: v.exactOptional(numericIdSchema),
    severity_id: v.exactOptional(numericIdSchema),
    assigned_id: v.exactOptional(numericIdSchema),
    developer_id: v.exactOptional(numericIdSchema),
    iteration_id: v.exactOptional(numericIdSchema),
    module_id: v.exactOptional(numericIdSchema),
    domain_id: v.exactOptional(numericIdSchema),
    parent_issue_id: v.exactOptional(numericIdSchema),
    expected_work_hours: v.exactOptional(v.pipe(v.number(), v.minValue(0))),
    actual_work_hours: v.exactOptional(v.pipe(v.number(), v.minValue(0))),
  }),
  v.check((changes) => Object.keys(changes).length > 0, "Expected at least one field"),
);
export type ScrumItemChanges = v.InferOutput<typeof scrumItemChangesSchema>;
