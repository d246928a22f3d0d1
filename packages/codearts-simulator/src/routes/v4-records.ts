import { pageOf, queryNumber, scrumProjectOf, type Context, type Route } from "../context.ts";
import { invalidParameter, jsonAnswer } from "../errors.ts";
import type { ItemRecord } from "../records.ts";
import { toV4Person } from "../wire/people.ts";

const MS_PER_DAY = 86_400_000;

function intervalOf(context: Context): { from: number; to: number } {
  const text = context.query.get("operated_time_interval");
  if (text === null) return { from: 0, to: Number.POSITIVE_INFINITY };
  if (!/^\d+,\d+$/.test(text)) throw invalidParameter("operated_time_interval");
  const [from = 0, to = 0] = text.split(",").map(Number);
  return { from, to };
}

/** IssueAttrHistoryRecord: values are JSON in text. */
function toRecord(record: ItemRecord, { store }: Context) {
  const person = record.by === null ? undefined : store.personByNumber(record.by);
  return {
    id: record.id,
    issue_id: record.itemId,
    field_key: record.field,
    field_name: record.field.replaceAll("_", " "),
    property: record.field,
    operation: record.operation,
    old_value: record.before === null ? null : JSON.stringify(record.before),
    new_value: record.after === null ? null : JSON.stringify(record.after),
    operated_time: record.at,
    operator: person === undefined ? {} : toV4Person(person),
  };
}

export const v4RecordRoutes: Route[] = [
  {
    operation: "listIssueRecords",
    method: "GET",
    path: "/v4/projects/{project_id}/issues/records",
    handle: (context) => {
      const project = scrumProjectOf(context);
      const offset = queryNumber(context, { name: "offset", min: 0, max: 9_999_999_999, fallback: 0 });
      const limit = queryNumber(context, { name: "limit", min: 1, max: 100, fallback: 100 });
      const { from, to } = intervalOf(context);
      const kept = context.now - context.recordRetentionDays * MS_PER_DAY;
      const found = context.store
        .recordsOf(project.id)
        .filter(({ at }) => at >= Math.max(from, kept) && at <= Math.min(to, context.now));
      const records = pageOf(found, { offset, limit }).map((record) => toRecord(record, context));
      return jsonAnswer(200, { records, total: found.length });
    },
  },
];
