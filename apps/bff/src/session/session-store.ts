import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { appendAudit } from "../audit/append.ts";
import type { Bus } from "../bus.ts";
import type { Clock } from "../clock.ts";
import type { Database, SessionTables } from "../database/schema.ts";
import type { Random } from "../random.ts";
import type { Sealer } from "./sealing.ts";
import { toEndEntry, toSignInEntry } from "./session-audit.ts";
import type { Owner, Session } from "./session.ts";

type NewSession = Omit<Session, "id"> & {
  /** Of the request that signs in. */
  requestId: string;
  /** Null in service mode, where a person's own token is thrown away. */
  token: string | null;
};

export type SessionStore = {
  /** Makes a session and the cookie value that opens it, which is stored nowhere. */
  create: (input: NewSession) => Promise<{ session: Session; cookie: string }>;
  /** The live session that a cookie value opens, or null. */
  find: (cookie: string) => Promise<Session | null>;
  /** A live session of a person, the one that lasts longest: for work that goes on without a browser. */
  findByOwner: (owner: Owner) => Promise<Session | null>;
  /** The unsealed token of a live session; null when it ended, cannot be unsealed, or never had one. */
  readToken: (sessionId: string) => Promise<string | null>;
  /** Ends a session everywhere at once; `session-ended` goes over the bus. */
  end: (sessionId: string, cause: SessionEnd) => Promise<void>;
  /** Ends every session whose time is up. */
  endExpired: () => Promise<void>;
  /** Seals tokens anew that an older key still holds, so that the key can be taken off the list. */
  resealAll: () => Promise<void>;
};

/** Why a session ends, and by which request; null = by none. */
export type SessionEnd = {
  reason: "signed-out" | "expired" | "replaced" | "token-refused" | "token-lost";
  requestId: string | null;
};

type Row = SessionTables["sessions"];

/** Sessions and unsealed tokens kept in memory; tokens may have 32 KB each. */
const MAX_CACHED = 500;
const SECRET_BYTES = 32;
const EXPIRED: SessionEnd = { reason: "expired", requestId: null };

export function createSessionStore(options: {
  database: Database;
  sealer: Sealer;
  clock: Clock;
  random: Random;
  bus: Bus;
}): SessionStore {
  const { database, sealer, clock, random, bus } = options;
  const sessions = new LRUCache<string, Session>({ max: MAX_CACHED });
  const tokens = new LRUCache<string, string>({ max: MAX_CACHED });
  const isLive = (session: Session) => session.expiresAt > clock.now();

  const end = async (sessionId: string, cause: SessionEnd): Promise<void> => {
    tokens.delete(sessionId);
    const row = await database.transaction().execute(async (transaction) => {
      const ended = await transaction
        .deleteFrom("sessions")
        .where("id", "=", sessionId)
        .returningAll()
        .executeTakeFirst();
      if (ended !== undefined) await appendAudit(transaction, toEndEntry(toSession(ended), { cause, at: clock.now() }));
      return ended;
    });
    if (row === undefined) return;
    sessions.delete(row.secret_hash);
    bus.emit({ type: "session-ended", sessionId, userId: row.user_id, domainId: row.domain_id });
  };

  return {
    end,
    create: async ({ token, requestId, ...person }) => {
      const session: Session = { ...person, id: random.uuid() };
      const cookie = random.bytes(SECRET_BYTES).toString("base64url");
      const sealed = token === null ? null : sealer.seal(token, bindingOf(session));
      const row = toRow(session, { secretHash: hashOf(cookie), now: clock.now() });
      await database.transaction().execute(async (transaction) => {
        await transaction
          .insertInto("sessions")
          .values({ ...row, sealed_token: sealed?.text ?? null, key_id: sealed?.keyId ?? null })
          .execute();
        await appendAudit(transaction, toSignInEntry(session, { requestId, at: row.created_at }));
      });
      bus.emit({ type: "signed-in", sessionId: session.id, userId: session.userId, domainId: session.domainId });
      return { session, cookie };
    },
    find: async (cookie) => {
      const secretHash = hashOf(cookie);
      const cached = sessions.get(secretHash);
      if (cached !== undefined && isLive(cached)) return cached;
      const row = await database
        .selectFrom("sessions")
        .selectAll()
        .where("secret_hash", "=", secretHash)
        .executeTakeFirst();
      if (row === undefined) return null;
      const session = toSession(row);
      if (!isLive(session)) {
        await end(session.id, EXPIRED);
        return null;
      }
      sessions.set(secretHash, session);
      return session;
    },
    findByOwner: async ({ userId, domainId }) => {
      const row = await database
        .selectFrom("sessions")
        .selectAll()
        .where("user_id", "=", userId)
        .where("domain_id", "=", domainId)
        .where("expires_at", ">", clock.now())
        .orderBy("expires_at", "desc")
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : toSession(row);
    },
    readToken: async (sessionId) => {
      const cached = tokens.get(sessionId);
      if (cached !== undefined) return cached;
      const row = await database.selectFrom("sessions").selectAll().where("id", "=", sessionId).executeTakeFirst();
      const token = row === undefined ? null : unsealRow(row, sealer);
      if (token !== null) tokens.set(sessionId, token);
      return token;
    },
    endExpired: async () => {
      const rows = await database.selectFrom("sessions").select("id").where("expires_at", "<=", clock.now()).execute();
      for (const row of rows) await end(row.id, EXPIRED);
    },
    resealAll: async () => {
      const rows = await database
        .selectFrom("sessions")
        .selectAll()
        .where("key_id", "is not", null)
        .where("key_id", "!=", sealer.newestKeyId)
        .execute();
      for (const row of rows) {
        const token = unsealRow(row, sealer);
        if (token === null) {
          await end(row.id, { reason: "token-lost", requestId: null });
          continue;
        }
        const sealed = sealer.seal(token, bindingOf(toSession(row)));
        await database
          .updateTable("sessions")
          .set({ sealed_token: sealed.text, key_id: sealed.keyId })
          .where("id", "=", row.id)
          .execute();
      }
    },
  };
}

function unsealRow(row: Row, sealer: Sealer): string | null {
  if (row.sealed_token === null || row.key_id === null) return null;
  return sealer.unseal({ keyId: row.key_id, text: row.sealed_token }, bindingOf(toSession(row)));
}

/** A sealed token is of use in this row of this person only. */
function bindingOf(session: Session): readonly string[] {
  return [session.userId, session.domainId, session.id];
}

function hashOf(cookie: string): string {
  return createHash("sha256").update(cookie).digest("hex");
}

function toSession(row: Row): Session {
  return {
    id: row.id,
    userId: row.user_id,
    userNumericId: row.user_numeric_id,
    userName: row.user_name,
    displayName: row.display_name,
    account: row.account,
    domainId: row.domain_id,
    expiresAt: row.expires_at,
  };
}

function toRow(session: Session, options: { secretHash: string; now: number }): Omit<Row, "sealed_token" | "key_id"> {
  return {
    id: session.id,
    secret_hash: options.secretHash,
    user_id: session.userId,
    user_numeric_id: session.userNumericId,
    user_name: session.userName,
    display_name: session.displayName,
    account: session.account,
    domain_id: session.domainId,
    created_at: options.now,
    expires_at: session.expiresAt,
  };
}
