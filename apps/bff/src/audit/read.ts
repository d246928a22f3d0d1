import type { AuditHead, AuditQuery } from "@gantry/api-contract";
import type { Selectable } from "kysely";
import type { Database, DatabaseTransaction } from "../database/schema.ts";
import type { Owner } from "../session/session.ts";
import type { AuditTables } from "./tables.ts";

export type StoredAuditRow = Selectable<AuditTables["audit_rows"]>;

/** Whose eyes a row is for: what they did themselves, and what was done in projects that they may see. */
export type AuditReader = { viewer: Owner; projectIds: ReadonlySet<string> };

const ROWS_PER_READ = 500;

export async function readAuditHead(database: Database | DatabaseTransaction): Promise<AuditHead> {
  return await database
    .selectFrom("audit_head")
    .select(["number", "hash"])
    .where("id", "=", 1)
    .executeTakeFirstOrThrow();
}

/** Rows that the reader may see and that the query asks for, newest first. */
export async function listAuditRows(
  database: Database,
  options: AuditReader & { query: AuditQuery; limit: number },
): Promise<StoredAuditRow[]> {
  const { viewer, projectIds, query } = options;
  let rows = database
    .selectFrom("audit_rows")
    .selectAll()
    .where("domain_id", "=", viewer.domainId)
    .where((where) =>
      where.or([
        where("user_id", "=", viewer.userId),
        ...(projectIds.size > 0 ? [where("project_id", "in", [...projectIds])] : []),
      ]),
    );
  if (query.projectId !== undefined) rows = rows.where("project_id", "=", query.projectId);
  if (query.userId !== undefined) rows = rows.where("user_id", "=", query.userId);
  if (query.kind !== undefined) rows = rows.where("kind", "=", query.kind);
  if (query.changeSetId !== undefined) rows = rows.where("change_set_id", "=", query.changeSetId);
  if (query.from !== undefined) rows = rows.where("at", ">=", query.from);
  if (query.until !== undefined) rows = rows.where("at", "<", query.until);
  if (query.cursor !== undefined) rows = rows.where("number", "<", Number(query.cursor));
  return await rows.orderBy("number", "desc").limit(options.limit).execute();
}

/** `listAuditRows`' rule for one row. */
export function maySee(row: StoredAuditRow, { viewer, projectIds }: AuditReader): boolean {
  if (row.domain_id !== viewer.domainId) return false;
  return row.user_id === viewer.userId || (row.project_id !== null && projectIds.has(row.project_id));
}

/** Every row up to a head, oldest first; a few at a time. */
export async function* walkAuditRows(database: Database, head: AuditHead): AsyncGenerator<StoredAuditRow> {
  for (let after = 0; after < head.number;) {
    const rows = await database
      .selectFrom("audit_rows")
      .selectAll()
      .where("number", ">", after)
      .where("number", "<=", head.number)
      .orderBy("number")
      .limit(ROWS_PER_READ)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.number;
  }
}
