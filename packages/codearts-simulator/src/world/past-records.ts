import { chinaMidnightOf, toDayNumber, toIsoDate, toWorkday } from "../days.ts";
import { createRandom } from "../random.ts";
import type { ItemRecord } from "../records.ts";
import type { ScrumItem } from "./world-types.ts";

const HOUR_MS = 3_600_000;
const NEW = 1;
const IN_PROGRESS = 2;
const RESOLVED = 3;

type Step = { field: string; value: unknown; at: number };

/**
 * A past that leads to the item as the world has it: made at its creation, its end moved now and then, worked on, and
 * closed when it says that it was. The same item has the same past, and making it up changes no other random number.
 */
export function pastRecordsOf(item: ScrumItem, valueOf: (field: string, value: unknown) => unknown): ItemRecord[] {
  const random = createRandom(`past:${item.id}:${item.createdAt}`);
  const last = Math.max(item.createdAt, item.updatedAt, item.closedAt ?? 0);
  const between = (share: number) => Math.round(item.createdAt + (last - item.createdAt) * share);
  const started = clamp(item.begin === null ? between(0.5) : chinaMidnightOf(item.begin) + 2 * HOUR_MS, {
    from: between(0.1),
    to: between(0.9),
  });
  const steps: Step[] = [];
  if (item.end !== null && random.chance(0.35)) {
    const day = toDayNumber(item.end);
    const earlier = toWorkday(day - random.between(1, 9), "back");
    steps.push({ field: "end_time", value: toIsoDate(earlier), at: item.createdAt });
    if (random.chance(0.3))
      steps.push({ field: "end_time", value: toIsoDate(toWorkday(day - random.between(-4, 6))), at: between(0.3) });
    steps.push({ field: "end_time", value: item.end, at: between(0.35 + random.next() * 0.5) });
  }
  steps.push({ field: "status", value: NEW, at: item.createdAt });
  if (item.statusId !== NEW) {
    steps.push({ field: "status", value: IN_PROGRESS, at: started });
    if (item.closedAt !== null && random.chance(0.5))
      steps.push({ field: "status", value: RESOLVED, at: Math.round((started + last) / 2) });
    if (item.statusId !== IN_PROGRESS) steps.push({ field: "status", value: item.statusId, at: item.closedAt ?? last });
  }
  if (item.doneRatio > 0) {
    steps.push({ field: "done_ratio", value: 0, at: item.createdAt });
    if (item.doneRatio > 40) steps.push({ field: "done_ratio", value: 30, at: Math.round((started + last) / 2) });
    steps.push({ field: "done_ratio", value: item.doneRatio, at: last });
  }
  return toRecords(item, { steps, valueOf, by: () => random.pick([item.assigneeNumber, item.creatorNumber]) });
}

/** A field's first value is the one it was made with; only the status says so with a record of its own. */
function toRecords(
  item: ScrumItem,
  {
    steps,
    valueOf,
    by,
  }: { steps: Step[]; valueOf: (field: string, value: unknown) => unknown; by: () => number | null },
): ItemRecord[] {
  const held = new Map<string, unknown>();
  const records: ItemRecord[] = [];
  for (const { field, value, at } of steps.toSorted((one, other) => one.at - other.at)) {
    const before = held.get(field);
    held.set(field, value);
    const isMade = before === undefined;
    if (before === value || (isMade && field !== "status")) continue;
    records.push({
      id: item.id * 20 + records.length,
      itemId: item.id,
      field,
      operation: isMade ? "create" : "modify",
      before: isMade ? null : valueOf(field, before),
      after: valueOf(field, value),
      at,
      by: isMade ? item.creatorNumber : by(),
    });
  }
  return records;
}

function clamp(value: number, { from, to }: { from: number; to: number }): number {
  return Math.min(to, Math.max(from, value));
}
