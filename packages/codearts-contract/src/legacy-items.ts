import * as v from "valibot";
import { readInstantMs } from "./days.ts";
import {
  idText,
  isRecord,
  lenient,
  pageOf,
  readCount,
  readFlag,
  readId,
  readNamed,
  readNumber,
  readText,
} from "./wire.ts";

/** A person inside a v2 item: `id` numeric, `identifier` 32-hex. */
export type LegacyPerson = {
  id: string | null;
  identifier: string | null;
  name: string | null;
  nick_name: string | null;
};

const NICK_NAME_KEYS = ["nick_name", "nickName", "assignedNickName", "authorNickName"];

export function readLegacyPerson(value: unknown): LegacyPerson | null {
  if (!isRecord(value)) return null;
  const id = readId(value["id"]);
  const identifier = readId(value["identifier"]) ?? readId(value["user_id"]);
  if (id === null && identifier === null) return null;
  const nick_name = NICK_NAME_KEYS.map((key) => readText(value[key])).find((name) => name !== null) ?? null;
  const name = readText(value["name"]) ?? readText(value["firstName"]) ?? readText(value["first_name"]);
  return { id, identifier, name, nick_name };
}

/** A work item as the plan listings have it (IssueNew). `subject` is the title, though a page calls it "owner". */
export const legacyItemSchema = v.object({
  id: idText,
  subject: v.string(),
  tracker: lenient(readNamed),
  status: lenient(readNamed),
  status_attribute: lenient(readNamed),
  priority: lenient(readNamed),
  severity: lenient(readNamed),
  done_ratio: lenient(readNumber),
  /** Ms digits or `YYYY-MM-DD`, as it came; read with `readDay`. */
  start_date: lenient(readText),
  due_date: lenient(readText),
  created_on: lenient(readInstantMs),
  updated_on: lenient(readInstantMs),
  closed_on: lenient(readInstantMs),
  assigned_to: lenient(readLegacyPerson),
  author: lenient(readLegacyPerson),
  developer: lenient(readLegacyPerson),
  /** The sprint. */
  fixed_version: lenient(readNamed),
  module: lenient(readNamed),
  domain: lenient(readNamed),
  parent_issue_id: lenient(readId),
  parent_issue: lenient(readNamed),
  expected_work_hours: lenient(readNumber),
  actual_work_hours: lenient(readNumber),
  deleted: lenient(readFlag),
});
export type LegacyItem = v.InferOutput<typeof legacyItemSchema>;

/** What is read of an item where only its being in the list matters: such lists are asked for whole. */
export const legacyItemIdSchema = v.object({ id: idText, deleted: lenient(readFlag) });
export type LegacyItemId = v.InferOutput<typeof legacyItemIdSchema>;

/** A page of legacy items, flat even where the service nested them (`children`). */
export type LegacyPage<TItem> = {
  issues: TItem[];
  /** Null where the answer has none: then page until a short page. */
  total: number | null;
};
export type LegacyItemPage = LegacyPage<LegacyItem>;
export type LegacyItemIdPage = LegacyPage<LegacyItemId>;

const TOTAL_KEYS = ["issues_count", "total_count", "total"];

export const legacyItemPageSchema = legacyPageOf(legacyItemSchema);
export const legacyItemIdPageSchema = legacyPageOf(legacyItemIdSchema);

function legacyPageOf<const TItem extends v.GenericSchema>(item: TItem) {
  return pageOf(
    "issues",
    v.pipe(
      v.looseObject({ issues: v.nullish(v.array(v.unknown()), null) }),
      v.transform(({ issues, ...rest }) => ({
        issues: flattenTree(issues ?? []),
        total: TOTAL_KEYS.map((key) => readCount(rest[key])).find((count) => count !== null) ?? null,
      })),
      v.object({ issues: v.array(item), total: v.nullable(v.number()) }),
    ),
  );
}

/** Children follow their parent and inherit its id as `parent_issue_id` where they name none. */
function flattenTree(rows: readonly unknown[]): unknown[] {
  const flat: unknown[] = [];
  const pending = rows.map((row) => ({ row, parentId: null as unknown })).reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { row, parentId } = next;
    if (!isRecord(row)) {
      flat.push(row);
      continue;
    }
    flat.push(parentId === null ? row : { ...row, parent_issue_id: row["parent_issue_id"] ?? parentId });
    const children = Array.isArray(row["children"]) ? row["children"] : [];
    for (const child of children.toReversed()) pending.push({ row: child, parentId: row["id"] ?? null });
  }
  return flat;
}
