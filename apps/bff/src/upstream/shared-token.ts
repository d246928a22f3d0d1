import { sql } from "kysely";
import type { Store } from "../database/store.ts";
import type { Sealer } from "../session/sealing.ts";

export type SharedToken = { token: string; expiresAtMs: number };

/** A renewer that was killed is waited for so long; one that lives says so more often, however slow IAM is. */
const RENEWAL_MS = 8_000;
const EXTEND_EVERY_MS = 2_000;

/** What the replicas know together of service mode's token. */
export type SharedTokens = {
  /** The token that any replica got last; null when there is none that this configuration can use. */
  read: () => Promise<SharedToken | null>;
  write: (issued: SharedToken) => Promise<void>;
  /** Does the work unless another replica is at it already; null = another is. */
  renewAlone: <T>(work: () => Promise<T>) => Promise<{ done: T } | null>;
};

/** @param options.boundTo the service user: another one's token cannot be unsealed */
export function createSharedTokens(options: {
  store: Store;
  sealer: Sealer;
  boundTo: readonly string[];
  processId: string;
}): SharedTokens {
  const { store, sealer } = options;
  const { database } = store;
  const boundTo = ["service-token", ...options.boundTo];
  // An embedded store has one process: whoever was renewing before it is gone.
  const me = store.kind === "sqlite" ? "the only process" : options.processId;
  const until = () => sql<number>`${store.now()} + ${RENEWAL_MS}`;

  const begin = async () => {
    const { numUpdatedRows } = await database
      .updateTable("service_token")
      .set({ renewing_by: me, renewing_until: until() })
      .where("id", "=", 1)
      .where((row) =>
        row.or([row("renewing_by", "is", null), row("renewing_by", "=", me), row("renewing_until", "<", store.now())]),
      )
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  };
  const mine = () => database.updateTable("service_token").where("id", "=", 1).where("renewing_by", "=", me);

  return {
    read: async () => {
      const row = await database.selectFrom("service_token").selectAll().where("id", "=", 1).executeTakeFirst();
      if (row === undefined || row.sealed_token === null || row.key_id === null || row.expires_at === null) return null;
      const token = sealer.unseal({ keyId: row.key_id, text: row.sealed_token }, boundTo);
      return token === null ? null : { token, expiresAtMs: row.expires_at };
    },
    write: async ({ token, expiresAtMs }) => {
      const sealed = sealer.seal(token, boundTo);
      await mine().set({ sealed_token: sealed.text, key_id: sealed.keyId, expires_at: expiresAtMs }).execute();
    },
    renewAlone: async (work) => {
      if (!(await begin())) return null;
      const extend = () =>
        void mine()
          .set({ renewing_until: until() })
          .execute()
          .catch(() => undefined);
      const timer = setInterval(extend, EXTEND_EVERY_MS);
      timer.unref();
      try {
        return { done: await work() };
      } finally {
        clearInterval(timer);
        await mine().set({ renewing_by: null, renewing_until: null }).execute();
      }
    },
  };
}
