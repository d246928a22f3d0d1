import type { ScrumItem, World } from "./world/world-types.ts";
import { pastRecordsOf } from "./world/past-records.ts";

/** What one change did to one field of a Scrum item. */
export type ItemRecord = {
  id: number;
  itemId: number;
  /** As the v4 item spells it. */
  field: string;
  operation: "create" | "modify";
  /** Put on the wire as JSON in text. */
  before: unknown;
  after: unknown;
  /** Epoch ms. */
  at: number;
  /** Numeric user id; null where nobody is known to have done it. */
  by: number | null;
};

/** Every change made to Scrum items: the made-up past of the world, and what was written since. */
export type RecordBook = {
  /** The change that writing `after` over `before` leaves in the book. */
  change: (
    before: ScrumItem,
    written: { after: ScrumItem; at: number; by: number | null },
  ) => { apply: () => void; revert: () => void };
  /** A project's records, the newest first. */
  of: (projectId: string) => ItemRecord[];
};

/** Fields that people change, as the v4 item spells them. */
const FIELDS: { [Key in keyof ScrumItem]?: string } = {
  title: "name",
  description: "description",
  begin: "begin_time",
  end: "end_time",
  doneRatio: "done_ratio",
  statusId: "status",
  priorityId: "priority",
  severityId: "severity",
  assigneeNumber: "assigned_user",
  developerNumber: "developer",
  sprintId: "iteration",
  moduleId: "module",
  domainId: "domain",
  parentId: "parent_issue",
  expectedHours: "expected_work_hours",
  actualHours: "actual_work_hours",
};

const FIRST_ID_OF_TODAY = 90_000_000;

/** @param valueOf a field's value as the item on the wire shows it (a status with its name) */
export function createRecordBook(world: World, valueOf: (field: string, value: unknown) => unknown): RecordBook {
  const written = new Map<string, ItemRecord[]>();
  // Thirty thousand items have a long past: it is made up for a project when somebody asks.
  const pasts = new Map<string, ItemRecord[]>();
  let nextId = FIRST_ID_OF_TODAY;

  const pastOf = (projectId: string): ItemRecord[] => {
    const kept = pasts.get(projectId);
    if (kept !== undefined) return kept;
    const items = world.scrumItems.filter((item) => item.projectId === projectId);
    const past = items.flatMap((item) => pastRecordsOf(item, valueOf)).toSorted((one, other) => other.at - one.at);
    pasts.set(projectId, past);
    return past;
  };

  return {
    change: (before, { after, at, by }) => {
      const list = written.get(before.projectId) ?? [];
      written.set(before.projectId, list);
      const records = Object.entries(FIELDS).flatMap(([key, field]): ItemRecord[] => {
        const [from, to] = [Reflect.get(before, key), Reflect.get(after, key)];
        if (from === to) return [];
        const values = { before: valueOf(field, from), after: valueOf(field, to) };
        return [{ id: nextId++, itemId: before.id, field, operation: "modify", ...values, at, by }];
      });
      return {
        apply: () => void list.push(...records),
        revert: () => void list.splice(list.length - records.length, records.length),
      };
    },
    of: (projectId) => [...(written.get(projectId) ?? []).toReversed(), ...pastOf(projectId)],
  };
}
