import type { Plan, WorkItem } from "@gantry/api-contract";
import type { Selectable } from "kysely";
import type { Database } from "../database/schema.ts";
import { breathe } from "../breathe.ts";
import { type CopyPlan, type FeedState, isNewer, type ProjectCopy, renewPlansOf } from "./project-copy.ts";
import type { MirrorTables } from "./tables.ts";

/** A few milliseconds' work, so that nothing else waits long. */
const ROWS_AT_ONCE = 200;

/** Longer ago, and it is written down again that somebody looked. */
const SEEN_AGAIN_MS = 86_400_000;

/**
 * Brings a copy up to what the database has: all of it at first, then what other processes have written.
 * @param options.isAhead whether the copy knows more than is written yet
 * @returns false where the database has forgotten the project since: then the copy is good for nothing
 */
export async function catchUp(
  database: Database,
  copy: ProjectCopy,
  { now, isAhead }: { now: number; isAhead: () => boolean },
): Promise<boolean> {
  // What is committed while the row is on its way is not in it.
  const before = { version: copy.version, isAhead: isAhead() };
  const row = await database
    .selectFrom("mirror_projects")
    .selectAll()
    .where("domain_id", "=", copy.domainId)
    .where("project_id", "=", copy.projectId)
    .executeTakeFirst();
  if (row === undefined || row.version < before.version) return before.version === 0;
  const feed = toFeed(row);
  if (before.isAhead || isAhead()) {
    const { touches, touchedAt } = copy.feed.touches > feed.touches ? copy.feed : feed;
    copy.feed = { ...copy.feed, touches, touchedAt };
  } else copy.feed = feed;
  if (now - row.seen_at > SEEN_AGAIN_MS) {
    await database
      .updateTable("mirror_projects")
      .set({ seen_at: now })
      .where("domain_id", "=", copy.domainId)
      .where("project_id", "=", copy.projectId)
      .execute();
  }
  if (row.version <= copy.version) return true;
  await catchUpItems(database, copy);
  const plans = await database
    .selectFrom("mirror_plans")
    .selectAll()
    .where("domain_id", "=", copy.domainId)
    .where("project_id", "=", copy.projectId)
    .where("version", ">", copy.version)
    .execute();
  for (const plan of plans) {
    if (plan.plan_json === null) copy.plans.delete(plan.plan_id);
    else copy.plans.set(plan.plan_id, toNewer(toPlan(plan, plan.plan_json), copy.plans.get(plan.plan_id)));
  }
  copy.version = Math.max(copy.version, row.version);
  return true;
}

async function catchUpItems(database: Database, copy: ProjectCopy): Promise<void> {
  const changed = new Set<string>();
  let after: { version: number; itemId: string | null } = { version: copy.version, itemId: null };
  for (;;) {
    const { version, itemId } = after;
    const rows = await database
      .selectFrom("mirror_items")
      .select(["item_id", "body_json", "version"])
      .where("domain_id", "=", copy.domainId)
      .where("project_id", "=", copy.projectId)
      .where((where) => {
        const isLater = where("version", ">", version);
        if (itemId === null) return isLater;
        return where.or([isLater, where.and([where("version", "=", version), where("item_id", ">", itemId)])]);
      })
      .orderBy("version")
      .orderBy("item_id")
      .limit(ROWS_AT_ONCE)
      .execute();
    for (const { item_id, body_json } of rows) {
      if (body_json === null) copy.items.delete(item_id);
      else takeNewer(copy, toItem(body_json));
      changed.add(item_id);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_AT_ONCE) break;
    after = { version: last.version, itemId: last.item_id };
    await breathe();
  }
  renewPlansOf(copy, changed);
}

/** What is known of a plan may be ahead of what is written; marks are made in the database. */
function toNewer(written: CopyPlan, known: CopyPlan | undefined): CopyPlan {
  if (known === undefined || known.readAt <= written.readAt) return written;
  return { ...known, dirties: Math.max(known.dirties, written.dirties) };
}

function takeNewer(copy: ProjectCopy, item: WorkItem): void {
  if (isNewer(item, copy.items.get(item.id))) copy.items.set(item.id, item);
}

function toFeed(row: Selectable<MirrorTables["mirror_projects"]>): FeedState {
  return {
    cursorAt: row.cursor_at,
    cursorSeenAt: row.cursor_seen_at,
    isSettled: row.is_settled === 1,
    fedAt: row.fed_at,
    touches: row.touches,
    seenTouches: row.seen_touches,
    touchedAt: row.touched_at,
    refusedAt: row.refused_at,
    allReadAt: row.all_read_at,
  };
}

function toPlan(row: Selectable<MirrorTables["mirror_plans"]>, planJson: string): CopyPlan {
  return {
    plan: asPlan(JSON.parse(planJson)),
    itemIds: asIds(JSON.parse(row.item_ids_json)),
    readAt: row.read_at,
    dirties: row.dirties,
    seenDirties: row.seen_dirties,
  };
}

/** `write-behind.ts` wrote it. */
function asPlan(value: unknown): Plan {
  return value as Plan;
}

/** `write-behind.ts` wrote it. */
function asIds(value: unknown): readonly string[] {
  return value as readonly string[];
}

/** `write-behind.ts` wrote it. */
function toItem(json: string): WorkItem {
  return JSON.parse(json) as WorkItem;
}
