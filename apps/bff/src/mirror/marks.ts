import type { Store } from "../database/store.ts";
import type { Clock } from "../clock.ts";
import { chunk } from "../change-sets/lists.ts";
import type { ProjectKey } from "./project-copy.ts";

/** SQLite and PostgreSQL both take far more parameters than this. */
const IDS_AT_ONCE = 500;

/** Something that Gantry itself did: what is remembered of it is not to be believed before CodeArts was asked again. */
export type OwnChange = ProjectKey & {
  /** The plan whose list of items may be another now; null = items changed, but no plan has others. */
  planId: string | null;
};

/**
 * Writes down, for every process, that a project is not as it was. Counted rather than timed: a reading that began
 * before it does not come after it, whatever the clocks say. A project that nobody has looked at yet needs no mark.
 */
export async function markChanged(
  { store, clock }: { store: Store; clock: Clock },
  { domainId, projectId, planId }: OwnChange,
): Promise<void> {
  await store.transaction(async (transaction) => {
    const marked = await transaction
      .updateTable("mirror_projects")
      .set((set) => ({ version: set("version", "+", 1), touches: set("touches", "+", 1), touched_at: clock.now() }))
      .where("domain_id", "=", domainId)
      .where("project_id", "=", projectId)
      .returning("version")
      .executeTakeFirst();
    if (marked === undefined || planId === null) return;
    await transaction
      .updateTable("mirror_plans")
      .set((set) => ({ dirties: set("dirties", "+", 1), version: marked.version }))
      .where("domain_id", "=", domainId)
      .where("project_id", "=", projectId)
      .where("plan_id", "=", planId)
      .execute();
  });
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
