import type { Store } from "../database/store.ts";
import type { DatabaseTransaction } from "../database/schema.ts";
import { chunk } from "../change-sets/lists.ts";
import type { ProjectKey } from "./project-copy.ts";

/** SQLite and PostgreSQL both take far more parameters than this. */
const IDS_AT_ONCE = 500;

/** Something that Gantry itself did: what is remembered of it is not to be believed before CodeArts was asked again. */
type OwnChange = ProjectKey & {
  /** The plan whose list of items may be another now; null = items changed, but no plan has others. */
  planId: string | null;
};

/**
 * Writes down, for every process and in the transaction that knows of it, that a project is not as it was. Counted
 * rather than timed: a reading that began before it does not come after it, whatever the clocks say.
 */
export async function markChanged(
  transaction: DatabaseTransaction,
  { domainId, projectId, planId, now }: OwnChange & { now: number },
): Promise<void> {
  const key = { domain_id: domainId, project_id: projectId };
  const { version } = await transaction
    .insertInto("mirror_projects")
    .values({
      ...key,
      version: 1,
      cursor_at: null,
      cursor_seen_at: 0,
      is_settled: 0,
      fed_at: null,
      touches: 1,
      seen_touches: 0,
      touched_at: now,
      refused_at: null,
      all_read_at: null,
      seen_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(["domain_id", "project_id"]).doUpdateSet((set) => ({
        version: set("mirror_projects.version", "+", 1),
        touches: set("mirror_projects.touches", "+", 1),
        touched_at: now,
      })),
    )
    .returning("version")
    .executeTakeFirstOrThrow();
  if (planId === null) return;
  // Of a plan that is just being read for the first time, the mark waits for what was read.
  const unread = { plan_json: null, item_ids_json: "[]", read_at: 0, seen_dirties: 0 };
  await transaction
    .insertInto("mirror_plans")
    .values({ ...key, plan_id: planId, ...unread, dirties: 1, version })
    .onConflict((conflict) =>
      conflict
        .columns(["domain_id", "project_id", "plan_id"])
        .doUpdateSet((set) => ({ dirties: set("mirror_plans.dirties", "+", 1), version })),
    )
    .execute();
}

/** Forgets plans that are no more, in every process: a plan of which nothing stands on any list. */
export async function markGone(
  store: Store,
  { domainId, projectId, planIds }: ProjectKey & { planIds: readonly string[] },
): Promise<void> {
  for (const part of chunk(planIds, IDS_AT_ONCE)) {
    await store.transaction(async (transaction) => {
      const marked = await transaction
        .updateTable("mirror_projects")
        .set((set) => ({ version: set("version", "+", 1) }))
        .where("domain_id", "=", domainId)
        .where("project_id", "=", projectId)
        .returning("version")
        .executeTakeFirst();
      if (marked === undefined) return;
      await transaction
        .updateTable("mirror_plans")
        .set({ plan_json: null, item_ids_json: "[]", version: marked.version })
        .where("domain_id", "=", domainId)
        .where("project_id", "=", projectId)
        .where("plan_id", "in", part)
        .execute();
    });
  }
}
