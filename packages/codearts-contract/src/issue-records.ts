import * as v from "valibot";
import { readInstantMs } from "./days.ts";
import { idText, isRecord, lenient, listOf, pageOf, readCount, readId, readText } from "./wire.ts";

/** Who made a change; nobody is named by `{}`, null or nothing at all. */
export type RecordOperator = { id: string; name: string };

function readOperator(value: unknown): RecordOperator | null {
  if (!isRecord(value)) return null;
  const id = readId(value["user_id"]) ?? readId(value["user_num_id"]) ?? readId(value["id"]);
  const name = readText(value["nick_name"]) ?? readText(value["name"]) ?? readText(value["user_name"]);
  return id === null && name === null ? null : { id: id ?? "", name: name ?? "" };
}

/**
 * One change of one field of one work item (`IssueAttrHistoryRecord`). Documented: these keys, `operated_time` as a
 * Long, `operation` create, modify or delete, and values as "a JSON character string". Not documented: which keys name
 * which field, what the JSON holds, in which order records come, and how long they are kept.
 */
export const issueRecordSchema = v.object({
  id: lenient(readId),
  issue_id: idText,
  field_key: lenient(readText),
  field_name: lenient(readText),
  property: lenient(readText),
  operation: lenient(readText),
  old_value: lenient(readValueText),
  new_value: lenient(readValueText),
  operated_time: lenient(readInstantMs),
  operator: lenient(readOperator),
});
export type IssueRecord = v.InferOutput<typeof issueRecordSchema>;

/** `GET /v4/projects/{id}/issues/records`. */
export const issueRecordListSchema = pageOf(
  "records",
  v.object({ records: listOf(issueRecordSchema), total: lenient(readCount) }),
);
export type IssueRecordList = v.InferOutput<typeof issueRecordListSchema>;

/** A value that came as JSON instead of as JSON inside of text is put back into text, so that it is read one way. */
function readValueText(value: unknown): string | null {
  return isRecord(value) || Array.isArray(value) ? JSON.stringify(value) : readText(value);
}

export type RecordField = "status" | "start" | "end" | "progress" | "other";

/** Names of the same field in the dialects; which of them records use is inferred, so each is taken. */
const FIELD_KEYS: ReadonlyMap<string, RecordField> = new Map([
  ["status", "status"],
  ["status_id", "status"],
  ["begin_time", "start"],
  ["start_date", "start"],
  ["end_time", "end"],
  ["due_date", "end"],
  ["done_ratio", "progress"],
]);

/** Which of the fields that a history is made of a record is about. */
export function recordFieldOf({ field_key, property }: Pick<IssueRecord, "field_key" | "property">): RecordField {
  for (const key of [field_key, property]) {
    const field = FIELD_KEYS.get((key ?? "").trim().toLowerCase());
    if (field !== undefined) return field;
  }
  return "other";
}

/** What a record says was or became of the item as a whole. */
export function recordOperationOf({ operation }: Pick<IssueRecord, "operation">): "create" | "modify" | "delete" {
  const word = (operation ?? "").trim().toLowerCase();
  if (word.startsWith("create") || word === "add") return "create";
  return word.startsWith("delete") || word === "remove" ? "delete" : "modify";
}

/** A recorded value: the id and the name of a reference, as far as they are told; text that is no JSON is its own name. */
export type RecordedValue = { id: string | null; name: string | null };

/** Reads `{"id":5,"name":"Closed"}`, `5`, `"5"`, `"Closed"`, `Closed`; nothing, `null` and `""` are null. */
export function readRecordedValue(
  text: string | null,
  parse: (json: string) => unknown = JSON.parse,
): RecordedValue | null {
  if (text === null) return null;
  const value = parseOrKeep(text, parse);
  if (isRecord(value)) {
    const id = readId(value["id"]) ?? readId(value["status_id"]);
    const name = readText(value["name"]) ?? readText(value["value"]);
    return id === null && name === null ? null : { id, name };
  }
  const plain = readText(value);
  if (plain === null || plain === "null") return null;
  return { id: /^[0-9]+$/.test(plain) ? plain : null, name: plain };
}

function parseOrKeep(text: string, parse: (json: string) => unknown): unknown {
  try {
    return parse(text);
  } catch {
    return text;
  }
}
