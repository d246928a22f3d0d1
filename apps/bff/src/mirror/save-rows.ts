import type { WorkItem } from "@gantry/api-contract";
import type { DatabaseTransaction } from "../database/schema.ts";
import { changedSecondOf, type CopyPlan, type FeedState, type ProjectCopy } from "./project-copy.ts";

/** What one transaction writes of one project. */
export type RowsToSave = {
  copy: ProjectCopy;
  items: readonly WorkItem[];
  goneIds: readonly string[];
  plans: readonly CopyPlan[];
  /** How far changes are known, once everything that was found by it is written too. */
  feed: FeedState | null;
};

/**
 * Writes under a version of its own, which catching up goes by. Holding the project's row, writers of one project go
 * one by one. @returns the version
 */
export async function saveRows(
  transaction: DatabaseTransaction,
  { copy, items, goneIds, plans, feed, now }: RowsToSave & { now: number },
): Promise<number> {
  const key = { domain_id: copy.domainId, project_id: copy.projectId };
  const { version } = await transaction
    .insertInto("mirror_projects")
    .values({
      ...key,
      version: 1,
      // Without what comes first: a crash before that must not leave it behind as known.
      ...toColumns(feed ?? { ...copy.feed, cursorAt: null, fedAt: null, allReadAt: null }),
      touches: copy.feed.touches,
      touched_at: copy.feed.touchedAt,
      seen_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(["domain_id", "project_id"]).doUpdateSet((set) => ({
        version: set("mirror_projects.version", "+", 1),
        ...(feed !== null && toColumns(feed)),
      })),
    )
    .returning("version")
    .executeTakeFirstOrThrow();
  if (items.length > 0) {
    await transaction
      .insertInto("mirror_items")
      .values(
        items.map((item) => ({
          ...key,
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
  }
  if (goneIds.length > 0) {
    await transaction
      .updateTable("mirror_items")
      .set({ body_json: null, changed_s: 0, version })
      .where("domain_id", "=", copy.domainId)
      .where("project_id", "=", copy.projectId)
      .where("item_id", "in", goneIds)
      .execute();
  }
  for (const plan of plans) {
    const values = {
      plan_json: JSON.stringify(plan.plan),
      item_ids_json: JSON.stringify(plan.itemIds),
      read_at: plan.readAt,
      seen_dirties: plan.seenDirties,
      version,
    };
    await transaction
      .insertInto("mirror_plans")
      .values({ ...key, plan_id: plan.plan.id, dirties: plan.dirties, ...values })
      .onConflict((conflict) => conflict.columns(["domain_id", "project_id", "plan_id"]).doUpdateSet(values))
      .execute();
  }
  return version;
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
