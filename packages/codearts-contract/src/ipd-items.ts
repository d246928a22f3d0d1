import * as v from "valibot";
import { readInstantMs } from "./days.ts";
import {
  readIpdOption,
  readIpdPerson,
  readIpdPlanRef,
  readIpdPersons,
  readIpdStatusRef,
  readIpdTags,
} from "./ipd-values.ts";
import { idText, isRecord, lenient, pageOf, readCount, readId, readIds, readNumber, readText } from "./wire.ts";

const itemEntries = {
  id: idText,
  /** What people call it: type, date and six digits. */
  number: lenient(readText),
  title: v.string(),
  /** RR, IR, … Bug, as CodeArts spells it. */
  category: v.string(),
  /** `raw requirement` in the SDK, `raw_requirement` in seed 4: the latter here (§9: 4.22). */
  type: lenient((value) => readText(value)?.replace(" ", "_") ?? null),
  description: lenient(readText),
  status: lenient(readIpdStatusRef),
  priority: lenient(readIpdOption),
  severity: lenient(readIpdOption),
  assignee: lenient(readIpdPerson),
  created_by: lenient(readIpdPerson),
  assigned_cc: lenient(readIpdPersons),
  parent_id: lenient(readId),
  children: lenient(readIds),
  link: lenient(readIds),
  plan_pi: lenient(readIpdPlanRef),
  plan_iteration: lenient(readIpdPlanRef),
  /** Dates as they came (ms digits); read with `readDay`. The start comes only when asked for by name. */
  plan_start_date: lenient(readText),
  plan_end_date: lenient(readText),
  created_date: lenient(readInstantMs),
  modified_date: lenient(readInstantMs),
  close_time: lenient(readInstantMs),
  workload_man_day: lenient(readNumber),
  done_ratio: lenient((value) => readNumber(isRecord(value) ? (value["value"] ?? value["display_value"]) : value)),
  workitem2label: lenient(readIpdTags),
  workitem2ganttchart: lenient(readIds),
  workitem2mindmap: lenient(readIds),
  state: lenient(readText),
};

/**
 * An IPD work item (query, detail or tree). `values` keeps every key as it came, custom fields (`c…`) too:
 * read them with `readIpdFieldValue`.
 */
export const ipdItemSchema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((values) => ({ ...values, values })),
  v.object({ ...itemEntries, values: v.record(v.string(), v.unknown()) }),
);
export type IpdItem = v.InferOutput<typeof ipdItemSchema>;

/** A page of items, flat even where the service nested them (`children` as objects, or `child_issues`). */
export const ipdItemPageSchema = pageOf(
  "issues",
  v.pipe(
    v.object({ issues: v.nullish(v.array(v.unknown()), null), total: lenient(readCount) }),
    v.transform(({ issues, total }) => ({ issues: flattenTree(issues ?? []), total })),
    v.object({ issues: v.array(ipdItemSchema), total: v.nullable(v.number()) }),
  ),
);
export type IpdItemPage = v.InferOutput<typeof ipdItemPageSchema>;

/** The detail call answers an array of one, or the item itself. */
export const ipdItemDetailSchema = v.pipe(
  v.unknown(),
  v.transform((result) => (Array.isArray(result) ? result[0] : result)),
  ipdItemSchema,
);

/** One entry per id: a nested child may stand at the top level too. */
function flattenTree(rows: readonly unknown[]): unknown[] {
  const flat: unknown[] = [];
  const seen = new Set<string>();
  const pending = rows.toReversed();
  while (pending.length > 0) {
    const row = pending.pop();
    if (!isRecord(row)) {
      flat.push(row);
      continue;
    }
    const id = readId(row["id"]);
    if (id !== null && seen.has(id)) continue;
    if (id !== null) seen.add(id);
    flat.push(row);
    pending.push(...nestedRows(row).toReversed());
  }
  return flat;
}

function nestedRows(row: Record<string, unknown>): unknown[] {
  const children = Array.isArray(row["children"]) ? row["children"].filter(isRecord) : [];
  const byId = isRecord(row["child_issues"]) ? Object.values(row["child_issues"]).filter(isRecord) : [];
  return [...children, ...byId].map((child) => ({ ...child, parent_id: child["parent_id"] ?? row["id"] }));
}

/** Body of the advanced query; `{}` is allowed. `return_fields` is needed for `plan_start_date`. */
export type IpdQueryBody = {
  filter?: Record<string, { operator: string; values: string[] }>[];
  filter_mode?: "AND_OR" | "OR_AND";
  page: { page_no: number; page_size: number };
  sort?: { field: string; asc: boolean }[];
  return_fields?: string[];
};
