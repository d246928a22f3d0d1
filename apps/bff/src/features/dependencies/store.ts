import type { Dependency, DependencyEdit } from "@gantry/api-contract";
import type { Database, DatabaseTransaction } from "../../database/schema.ts";

/** A project as one domain knows it. */
export type ProjectOfDomain = { domainId: string; projectId: string };

export async function readDependencies(
  database: Database | DatabaseTransaction,
  { domainId, projectId }: ProjectOfDomain,
): Promise<Dependency[]> {
  const rows = await database
    .selectFrom("dependencies")
    .selectAll()
    .where("domain_id", "=", domainId)
    .where("project_id", "=", projectId)
    .orderBy("from_id")
    .orderBy("to_id")
    .execute();
  return rows.map((row) => ({
    fromId: row.from_id,
    toId: row.to_id,
    type: row.type,
    lagDays: row.lag_days,
    changedBy: row.changed_by,
    changedAt: row.changed_at,
  }));
}

/** Carries an edit out where the link is as its `before` says; false, and nothing done, where it is not. */
export async function writeEdit(
  transaction: DatabaseTransaction,
  { edit, project, changedBy, now }: { edit: DependencyEdit; project: ProjectOfDomain; changedBy: string; now: number },
): Promise<boolean> {
  const { fromId, toId, before, after } = edit;
  const values = after && { type: after.type, lag_days: after.lagDays, changed_by: changedBy, changed_at: now };
  if (before === null) {
    if (values === null) return false;
    const key = { domain_id: project.domainId, project_id: project.projectId, from_id: fromId, to_id: toId };
    const inserted = await transaction
      .insertInto("dependencies")
      .values({ ...key, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return inserted.numInsertedOrUpdatedRows === 1n;
  }
  const asBefore = { ...project, fromId, toId, ...before };
  if (values === null) {
    const deleted = await transaction
      .deleteFrom("dependencies")
      .where((row) => row.and(toColumns(asBefore)))
      .executeTakeFirst();
    return deleted.numDeletedRows === 1n;
  }
  const updated = await transaction
    .updateTable("dependencies")
    .set(values)
    .where((row) => row.and(toColumns(asBefore)))
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

function toColumns(link: ProjectOfDomain & Pick<Dependency, "fromId" | "toId" | "type" | "lagDays">) {
  return {
    domain_id: link.domainId,
    project_id: link.projectId,
    from_id: link.fromId,
    to_id: link.toId,
    type: link.type,
    lag_days: link.lagDays,
  };
}
