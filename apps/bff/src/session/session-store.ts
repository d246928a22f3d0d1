import { appendAudit } from "../audit/append.ts";
import type { Bus } from "../bus.ts";
import type { Checkpoint } from "../checkpoint.ts";
import type { Clock } from "../clock.ts";
import { storageFailureOf } from "../database/storage-failure.ts";
import type { Store } from "../database/store.ts";
import type { Random } from "../random.ts";
import type { Sealer } from "./sealing.ts";
import { toEndEntry, toSignInEntry } from "./session-audit.ts";
import { createSessionCache } from "./session-cache.ts";
import { passSessionNewsOn, tellSession } from "./session-news.ts";
import { bindingOf, hashOf, toRow, toSession, unsealRow } from "./session-rows.ts";
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
  /**
   * Ends a session on every replica at once; `session-ended` goes over the bus. With no room to store that, it has
   * ended all the same, and `endExpired` stores it later.
   */
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

const SECRET_BYTES = 32;
const EXPIRED: SessionEnd = { reason: "expired", requestId: null };

export function createSessionStore(options: {
  store: Store;
  sealer: Sealer;
  clock: Clock;
  random: Random;
  bus: Bus;
  checkpoint: Checkpoint;
}): SessionStore {
  const { store, sealer, clock, random, bus, checkpoint } = options;
  const { database } = store;
  const cache = createSessionCache(store.channel);
  passSessionNewsOn(store, { bus, onEnd: cache.drop });
  const isLive = (session: Session) => session.expiresAt > clock.now() && !cache.hasEnded(session.id);
  /** Ends for which the store had no room. */
  const unstored = new Map<string, SessionEnd>();

  const storeEnd = (sessionId: string, cause: SessionEnd) =>
    store.transaction(async (transaction, tell) => {
      const row = await transaction
        .deleteFrom("sessions")
        .where("id", "=", sessionId)
        .returningAll()
        .executeTakeFirst();
      if (row === undefined) return;
      await appendAudit(transaction, toEndEntry(toSession(row), { cause, at: clock.now() }));
      tellSession(tell, "session-ended", toSession(row));
    });

  const end = async (sessionId: string, cause: SessionEnd): Promise<void> => {
    try {
      await storeEnd(sessionId, cause);
      unstored.delete(sessionId);
    } catch (error) {
      if (storageFailureOf(error) !== "full") throw error;
      const row = await database.selectFrom("sessions").selectAll().where("id", "=", sessionId).executeTakeFirst();
      if (row === undefined) return;
      unstored.set(sessionId, cause);
      tellSession(store.channel.publish, "session-ended", toSession(row));
    }
  };

  return {
    end,
    create: async ({ token, requestId, ...person }) => {
      const session: Session = { ...person, id: random.uuid() };
      const cookie = random.bytes(SECRET_BYTES).toString("base64url");
      const sealed = token === null ? null : sealer.seal(token, bindingOf(session));
      const row = toRow(session, { secretHash: hashOf(cookie), now: clock.now() });
      await store.transaction(async (transaction, tell) => {
        await transaction
          .insertInto("sessions")
          .values({ ...row, sealed_token: sealed?.text ?? null, key_id: sealed?.keyId ?? null })
          .execute();
        await appendAudit(transaction, toSignInEntry(session, { requestId, at: row.created_at }));
        tellSession(tell, "signed-in", session);
      });
      return { session, cookie };
    },
    find: async (cookie) => {
      const secretHash = hashOf(cookie);
      const cached = cache.findSession(secretHash);
      if (cached !== undefined && isLive(cached)) return cached;
      const mark = cache.mark();
      const row = await database
        .selectFrom("sessions")
        .selectAll()
        .where("secret_hash", "=", secretHash)
        .executeTakeFirst();
      if (row === undefined) return null;
      const session = toSession(row);
      if (cache.hasEnded(session.id)) return null;
      if (!isLive(session)) {
        await end(session.id, EXPIRED);
        return null;
      }
      mark.keepSession(secretHash, session);
      return session;
    },
    findByOwner: async ({ userId, domainId }) => {
      const rows = await database
        .selectFrom("sessions")
        .selectAll()
        .where("user_id", "=", userId)
        .where("domain_id", "=", domainId)
        .where("expires_at", ">", clock.now())
        .orderBy("expires_at", "desc")
        .execute();
      return rows.map(toSession).find(isLive) ?? null;
    },
    readToken: async (sessionId) => {
      if (cache.hasEnded(sessionId)) return null;
      const cached = cache.findToken(sessionId);
      if (cached !== undefined) return cached;
      const mark = cache.mark();
      const row = await database.selectFrom("sessions").selectAll().where("id", "=", sessionId).executeTakeFirst();
      const token = row === undefined ? null : unsealRow(row, sealer);
      if (token !== null) mark.keepToken(sessionId, token);
      return token;
    },
    endExpired: async () => {
      const rows = await database.selectFrom("sessions").select("id").where("expires_at", "<=", clock.now()).execute();
      for (const row of rows) await end(row.id, EXPIRED);
      for (const [sessionId, cause] of unstored) await end(sessionId, cause);
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
        await checkpoint("resealing", { itemIds: [] });
      }
    },
  };
}
