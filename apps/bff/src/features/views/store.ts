import { MOST_VIEWS, type NewView, type View, type ViewChange, type ViewKind } from "@gantry/api-contract";
import type { Selectable } from "kysely";
import { AppError } from "../../app-error.ts";
import { holdLock } from "../../database/lock-row.ts";
import type { Database, DatabaseTransaction } from "../../database/schema.ts";
import type { Owner, Session } from "../../session/session.ts";
import type { ViewTables } from "./tables.ts";

export type ViewRow = Selectable<ViewTables["views"]>;

/** One's own and what colleagues of the domain share, by age. */
export async function listViews(
  database: Database,
  { viewer, kind }: { viewer: Owner; kind: ViewKind },
): Promise<View[]> {
  const rows = await seenBy(database, viewer).where("kind", "=", kind).orderBy("created_at").orderBy("id").execute();
  const defaultId = await findDefault(database, { viewer, kind });
  return rows.map((row) => toView(row, { viewer, defaultId }));
}

/** Throws `view.not_found` where the viewer neither owns the view nor has it shared. */
export async function findView(
  database: Database | DatabaseTransaction,
  { viewer, id }: { viewer: Owner; id: string },
): Promise<View> {
  const row = await seenBy(database, viewer).where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound();
  return toView(row, { viewer, defaultId: await findDefault(database, { viewer, kind: row.kind }) });
}

/** Throws `view.too_many`. */
export async function insertView(
  transaction: DatabaseTransaction,
  { id, owner, view, now }: { id: string; owner: Session; view: NewView; now: number },
): Promise<void> {
  await holdLock(transaction, `views ${owner.domainId} ${owner.userId}`);
  const { count } = await transaction
    .selectFrom("views")
    .select((expression) => expression.fn.countAll<number>().as("count"))
    .where((row) => row.and({ ...toColumns(owner), kind: view.kind }))
    .executeTakeFirstOrThrow();
  if (Number(count) >= MOST_VIEWS)
    throw new AppError("view.too_many", `A person may save at most ${MOST_VIEWS} views of a page`);
  await transaction
    .insertInto("views")
    .values({
      ...toColumns(owner),
      id,
      user_name: owner.displayName,
      kind: view.kind,
      name: view.name,
      search: view.search,
      is_shared: view.isShared ? 1 : 0,
      created_at: now,
      updated_at: now,
    })
    .execute();
}

/** Changes what is named and gives the row as it was. Throws `view.not_found` where it is not the owner's. */
export async function updateView(
  transaction: DatabaseTransaction,
  { id, owner, change, now }: { id: string; owner: Session; change: ViewChange; now: number },
): Promise<ViewRow> {
  await holdLock(transaction, `views ${owner.domainId} ${owner.userId}`);
  const before = await transaction
    .selectFrom("views")
    .selectAll()
    .where((row) => row.and({ ...toColumns(owner), id }))
    .executeTakeFirst();
  if (before === undefined) throw notFound();
  await transaction
    .updateTable("views")
    .set({
      ...(change.name !== undefined && { name: change.name }),
      ...(change.search !== undefined && { search: change.search }),
      ...(change.isShared !== undefined && { is_shared: change.isShared ? 1 : 0 }),
      user_name: owner.displayName,
      updated_at: now,
    })
    .where("id", "=", id)
    .execute();
  return before;
}

/** Gives the row that is gone. Throws `view.not_found` where it was not the owner's. */
export async function deleteView(
  transaction: DatabaseTransaction,
  { id, owner }: { id: string; owner: Owner },
): Promise<ViewRow> {
  const deleted = await transaction
    .deleteFrom("views")
    .where((row) => row.and({ ...toColumns(owner), id }))
    .returningAll()
    .executeTakeFirst();
  if (deleted === undefined) throw notFound();
  await transaction
    .deleteFrom("default_views")
    .where((row) => row.and({ domain_id: owner.domainId, view_id: id }))
    .execute();
  return deleted;
}

/** Throws `view.not_found` where the viewer does not see such a view of the page. */
export async function setDefaultView(
  transaction: DatabaseTransaction,
  { viewer, kind, viewId }: { viewer: Owner; kind: ViewKind; viewId: string | null },
): Promise<void> {
  if (viewId !== null && (await findView(transaction, { viewer, id: viewId })).kind !== kind) throw notFound();
  const key = { ...toColumns(viewer), kind };
  if (viewId === null) {
    await transaction
      .deleteFrom("default_views")
      .where((row) => row.and(key))
      .execute();
    return;
  }
  await transaction
    .insertInto("default_views")
    .values({ ...key, view_id: viewId })
    .onConflict((conflict) => conflict.columns(["domain_id", "user_id", "kind"]).doUpdateSet({ view_id: viewId }))
    .execute();
}

function seenBy(database: Database | DatabaseTransaction, viewer: Owner) {
  return database
    .selectFrom("views")
    .selectAll()
    .where("domain_id", "=", viewer.domainId)
    .where((row) => row.or([row("user_id", "=", viewer.userId), row("is_shared", "=", 1)]));
}

async function findDefault(
  database: Database | DatabaseTransaction,
  { viewer, kind }: { viewer: Owner; kind: ViewKind },
): Promise<string | null> {
  const row = await database
    .selectFrom("default_views")
    .select("view_id")
    .where((where) => where.and({ ...toColumns(viewer), kind }))
    .executeTakeFirst();
  return row?.view_id ?? null;
}

function toColumns({ domainId, userId }: Owner) {
  return { domain_id: domainId, user_id: userId };
}

function toView(row: ViewRow, { viewer, defaultId }: { viewer: Owner; defaultId: string | null }): View {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    search: row.search,
    isShared: row.is_shared === 1,
    isMine: row.user_id === viewer.userId,
    ownerName: row.user_name,
    isDefault: row.id === defaultId,
    updatedAt: row.updated_at,
  };
}

function notFound(): AppError {
  return new AppError("view.not_found", "There is no such view, or it is not yours to change");
}
