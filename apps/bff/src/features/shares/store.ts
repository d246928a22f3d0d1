import { MOST_SHARES, type ShareHide, type ShareKind } from "@gantry/api-contract";
import type { Selectable } from "kysely";
import { AppError } from "../../app-error.ts";
import { type Doer, toActor } from "../../audit/actor.ts";
import { appendAudit } from "../../audit/append.ts";
import { holdLock } from "../../database/lock-row.ts";
import type { Database, DatabaseTransaction } from "../../database/schema.ts";
import type { Owner } from "../../session/session.ts";
import type { ShareTables } from "./tables.ts";

export type ShareRow = Selectable<ShareTables["shares"]>;
export type SharePlace = { projectId: string; planId: string; projectName: string };

const DAY_MS = 24 * 60 * 60_000;
/** A link that ended is kept so long, for its count. */
const KEPT_MS = 30 * DAY_MS;

export function hidesOf({ hides_json: json }: ShareRow): readonly ShareHide[] {
  return JSON.parse(json) as readonly ShareHide[];
}

/** One's own that work, the newest first. */
export async function listShares(
  database: Database,
  { owner, now }: { owner: Owner; now: number },
): Promise<ShareRow[]> {
  return await working(database, { owner, now }).orderBy("created_at", "desc").orderBy("id").execute();
}

/** The share, whoever asks, where it still works at that instant. */
export async function findShare(
  database: Database,
  { id, now }: { id: string; now: number },
): Promise<ShareRow | null> {
  const row = await database.selectFrom("shares").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined || row.revoked_at !== null || row.expires_at <= now ? null : row;
}

/** In the order in which they are shown. */
export async function readPlaces(database: Database, shareId: string): Promise<SharePlace[]> {
  const rows = await database
    .selectFrom("share_plans")
    .selectAll()
    .where("share_id", "=", shareId)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({ projectId: row.project_id, planId: row.plan_id, projectName: row.project_name }));
}

/** The first plan of each of these shares. */
export async function readFirstPlaces(
  database: Database,
  shareIds: readonly string[],
): Promise<Map<string, SharePlace>> {
  if (shareIds.length === 0) return new Map();
  const rows = await database
    .selectFrom("share_plans")
    .selectAll()
    .where("share_id", "in", [...shareIds])
    .where("position", "=", 1)
    .execute();
  return new Map(
    rows.map((row) => [
      row.share_id,
      { projectId: row.project_id, planId: row.plan_id, projectName: row.project_name },
    ]),
  );
}

/** Stores a link, and forgets those that ended long ago. Throws `share.too_many`. */
export async function insertShare(
  transaction: DatabaseTransaction,
  { row, places, doer }: { row: ShareRow; places: readonly SharePlace[]; doer: Doer },
): Promise<void> {
  const owner = { domainId: row.domain_id, userId: row.user_id };
  const now = row.created_at;
  await holdLock(transaction, `shares ${owner.domainId} ${owner.userId}`);
  const { length } = await working(transaction, { owner, now }).execute();
  if (length >= MOST_SHARES)
    throw new AppError("share.too_many", `A person may have at most ${MOST_SHARES} links that work`);
  await forgetEnded(transaction, { owner, now });
  await transaction.insertInto("shares").values(row).execute();
  if (places.length > 0)
    await transaction
      .insertInto("share_plans")
      .values(
        places.map(({ projectId, planId, projectName }, index) => ({
          share_id: row.id,
          position: index + 1,
          project_id: projectId,
          plan_id: planId,
          project_name: projectName,
        })),
      )
      .execute();
  const [first] = places;
  const ofPlan = first !== undefined && isOfPlan(row.kind) ? first : null;
  await appendAudit(transaction, {
    ...doer,
    at: now,
    kind: "share.created",
    projectId: ofPlan?.projectId ?? null,
    changeSetId: null,
    detail: {
      ...aboutOf(row),
      planId: ofPlan?.planId ?? null,
      plans: places.length,
      hides: [...hidesOf(row)],
      until: new Date(row.expires_at).toISOString(),
    },
  });
}

/** Ends a link at once. Throws `share.not_found` where it is not the owner's, or has ended already. */
export async function revokeShare(
  transaction: DatabaseTransaction,
  { id, owner, doer, now }: { id: string; owner: Owner; doer: Doer; now: number },
): Promise<void> {
  const row = await transaction
    .updateTable("shares")
    .set({ revoked_at: now })
    .where("id", "=", id)
    .where("domain_id", "=", owner.domainId)
    .where("user_id", "=", owner.userId)
    .where("revoked_at", "is", null)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw new AppError("share.not_found", "There is no such link that works");
  await appendAudit(transaction, {
    ...doer,
    at: now,
    kind: "share.revoked",
    projectId: await projectOf(transaction, row),
    changeSetId: null,
    detail: { ...aboutOf(row), opened: row.opened },
  });
}

/** Counts an opening. The audit log is told of one a day: a page that is read over and over must not fill it. */
export async function countOpening(
  transaction: DatabaseTransaction,
  { id, now, requestId }: { id: string; now: number; requestId: string },
): Promise<void> {
  const row = await transaction
    .updateTable("shares")
    .set((set) => ({ opened: set("opened", "+", 1), opened_at: now }))
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (row.noted_at !== null && now - row.noted_at < DAY_MS) return;
  await transaction.updateTable("shares").set({ noted_at: now }).where("id", "=", id).execute();
  await appendAudit(transaction, {
    // Whose link it is: the reader is nobody that Gantry knows.
    actor: toActor({ userId: row.user_id, domainId: row.domain_id, displayName: row.user_name }),
    requestId,
    at: now,
    kind: "share.opened",
    projectId: await projectOf(transaction, row),
    changeSetId: null,
    detail: { ...aboutOf(row), opened: row.opened },
  });
}

function working(database: Database | DatabaseTransaction, { owner, now }: { owner: Owner; now: number }) {
  return database
    .selectFrom("shares")
    .selectAll()
    .where("domain_id", "=", owner.domainId)
    .where("user_id", "=", owner.userId)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now);
}

async function forgetEnded(
  transaction: DatabaseTransaction,
  { owner, now }: { owner: Owner; now: number },
): Promise<void> {
  const before = now - KEPT_MS;
  const ended = transaction
    .selectFrom("shares")
    .select("id")
    .where("domain_id", "=", owner.domainId)
    .where("user_id", "=", owner.userId)
    .where((row) => row.or([row("expires_at", "<", before), row("revoked_at", "<", before)]));
  await transaction.deleteFrom("share_plans").where("share_id", "in", ended).execute();
  await transaction.deleteFrom("shares").where("id", "in", ended).execute();
}

async function projectOf(transaction: DatabaseTransaction, row: ShareRow): Promise<string | null> {
  if (!isOfPlan(row.kind)) return null;
  const place = await transaction
    .selectFrom("share_plans")
    .select("project_id")
    .where("share_id", "=", row.id)
    .executeTakeFirst();
  return place?.project_id ?? null;
}

function isOfPlan(kind: ShareKind): boolean {
  return kind === "plan" || kind === "plan-feed";
}

function aboutOf({ id, kind, name }: ShareRow) {
  return { shareId: id, shareKind: kind, name };
}
