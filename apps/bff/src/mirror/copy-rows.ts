import type { Plan, WorkItem } from "@gantry/api-contract";
import type { Selectable } from "kysely";
import type { Database } from "../database/schema.ts";
import type { Store } from "../database/store.ts";
import { chunk } from "../change-sets/lists.ts";
import { breathe } from "./breathe.ts";
import {
  changedSecondOf,
  type CopyPlan,
  type FeedState,
  isNewer,
  type ProjectCopy,
  type ProjectKey,
  renewPlansOf,
} from "./project-copy.ts";
import type { MirrorTables } from "./tables.ts";

/** Rows in one statement: a few milliseconds each, so that nothing else waits long. */
const ROWS_AT_ONCE = 200;

/** Longer ago, and it is written down again that somebody looked. */
const SEEN_AGAIN_MS = 86_400_000;

/**
 * Brings a copy up to what the database has: all of it at first, then what other processes have written.
 * @returns false where the database has forgotten the project since: then the copy is good for nothing
 */
export async function catchUp(database: Database, copy: ProjectCopy, { now }: { now: number }): Promise<boolean> {
  const row = await database
    .selectFrom("mirror_projects")
    .selectAll()
    .where("domain_id", "=", copy.domainId)
    .where("project_id", "=", copy.projectId)
    .executeTakeFirst();
  if (row === undefined || row.version < copy.version) return copy.version === 0;
  copy.feed = toFeed(row);
  if (now - row.seen_at > SEEN_AGAIN_MS) {
    await database
      .updateTable("mirror_projects")
      .set({ seen_at: now })
      .where("domain_id", "=", copy.domainId)
      .where("project_id", "=", copy.projectId)
      .execute();
  }
  if (row.version === copy.version) return true;
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
    else copy.plans.set(plan.plan_id, toPlan(plan, plan.plan_json));
  }
  copy.version = row.version;
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

function takeNewer(copy: ProjectCopy, item: WorkItem): void {
  if (isNewer(item, copy.items.get(item.id))) copy.items.set(item.id, item);
}

/** What is to be written of a copy that has it already. */
export type CopyNews = {
  items?: readonly WorkItem[];
  goneIds?: readonly string[];
  plan?: CopyPlan;
  feed?: boolean;
  now: number;
};

/**
 * Writes in small transactions, items first: what a crash leaves behind is read again, since the plan and how far
 * changes are known come last.
 */
export async function saveNews(store: Store, copy: ProjectCopy, news: CopyNews): Promise<void> {
  for (const part of chunk(news.items ?? [], ROWS_AT_ONCE)) {
    await write(store, { copy, now: news.now, feed: null }, async (transaction, version) => {
      await transaction
        .insertInto("mirror_items")
        .values(
          part.map((item) => ({
            domain_id: copy.domainId,
            project_id: copy.projectId,
            item_id: item.id,
            changed_s: changedSecondOf(item),
            body_json: JSON.stringify(item),
            version,
          })),
        )
        .onConflict((conflict) =>
          conflict
            .columns(["domain_id", "project_id", "item_id"])
            .doUpdateSet((set) => ({
              changed_s: set.ref("excluded.changed_s"),
              body_json: set.ref("excluded.body_json"),
              version,
            }))
            .whereRef("excluded.changed_s", ">=", "mirror_items.changed_s"),
        )
        .execute();
    });
    await breathe();
  }
  for (const part of chunk(news.goneIds ?? [], ROWS_AT_ONCE)) {
    await write(store, { copy, now: news.now, feed: null }, async (transaction, version) => {
      await transaction
        .updateTable("mirror_items")
        .set({ body_json: null, changed_s: 0, version })
        .where("domain_id", "=", copy.domainId)
        .where("project_id", "=", copy.projectId)
        .where("item_id", "in", part)
        .execute();
    });
    await breathe();
  }
  const { plan } = news;
  if (plan === undefined && news.feed !== true) return;
  await write(
    store,
    { copy, now: news.now, feed: news.feed === true ? copy.feed : null },
    async (transaction, version) => {
      if (plan !== undefined) await writePlan(transaction, { copy, plan, version });
    },
  );
}

type Transaction = Parameters<Parameters<Store["transaction"]>[0]>[0];

async function writePlan(
  transaction: Transaction,
  { copy, plan, version }: { copy: ProjectKey; plan: CopyPlan; version: number },
): Promise<void> {
  const values = {
    plan_json: JSON.stringify(plan.plan),
    item_ids_json: JSON.stringify(plan.itemIds),
    read_at: plan.readAt,
    seen_dirties: plan.seenDirties,
    version,
  };
  await transaction
    .insertInto("mirror_plans")
    .values({
      domain_id: copy.domainId,
      project_id: copy.projectId,
      plan_id: plan.plan.id,
      dirties: plan.dirties,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(["domain_id", "project_id", "plan_id"]).doUpdateSet(values))
    .execute();
}

/** One transaction under a version of its own. Holding the project's row, writers of one project go one by one. */
async function write(
  store: Store,
  { copy, now, feed }: { copy: ProjectCopy; now: number; feed: FeedState | null },
  work: (transaction: Transaction, version: number) => Promise<void>,
): Promise<void> {
  const columns = toColumns(feed ?? copy.feed);
  const version = await store.transaction(async (transaction) => {
    const { version: given } = await transaction
      .insertInto("mirror_projects")
      .values({
        domain_id: copy.domainId,
        project_id: copy.projectId,
        version: 1,
        ...columns,
        touches: copy.feed.touches,
        touched_at: copy.feed.touchedAt,
        seen_at: now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(["domain_id", "project_id"])
          .doUpdateSet((set) => ({ version: set("mirror_projects.version", "+", 1), ...(feed !== null && columns) })),
      )
      .returning("version")
      .executeTakeFirstOrThrow();
    await work(transaction, given);
    return given;
  });
  // Where another process wrote in between, the next catching-up reads on from the version before.
  if (version === copy.version + 1) copy.version = version;
}

function toColumns(feed: FeedState) {
  return {
    cursor_at: feed.cursorAt,
    cursor_seen_at: feed.cursorSeenAt,
    is_settled: feed.isSettled ? 1 : 0,
    fed_at: feed.fedAt,
    seen_touches: feed.seenTouches,
    refused_at: feed.refusedAt,
    all_read_at: feed.allReadAt,
  };
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

/** `saveNews` wrote it. */
function asPlan(value: unknown): Plan {
  return value as Plan;
}

/** `saveNews` wrote it. */
function asIds(value: unknown): readonly string[] {
  return value as readonly string[];
}

/** `saveNews` wrote it. */
function toItem(json: string): WorkItem {
  return JSON.parse(json) as WorkItem;
}
