import { createHash } from "node:crypto";
import { AppError } from "../app-error.ts";
import type { Clock } from "../clock.ts";
import { holdLock } from "../database/lock-row.ts";
import type { Database, DatabaseTransaction } from "../database/schema.ts";
import type { Random } from "../random.ts";

type Scope = "user" | "address";

/** Tries that may reach IAM within the window: below the count at which IAM itself locks an account. */
const LIMITS = {
  user: { tries: 5, windowMs: 15 * 60_000 },
  address: { tries: 20, windowMs: 60_000 },
} as const satisfies Record<Scope, { tries: number; windowMs: number }>;

const KEPT_MS = 60 * 60_000;

export type AttemptLimit = {
  /** Notes a try before it is made, or throws `session.too_many_attempts`. */
  reserve: (attempt: Attempt) => Promise<Reservation>;
};

type Attempt = { account: string; userName: string; clientAddress: string };
type Reservation = {
  /** The password was right: the user's earlier wrong tries are forgotten. */
  forgive: () => Promise<void>;
  /** IAM never judged the password: the try does not count. */
  release: () => Promise<void>;
};

/** Brute-force limit in the database, so that a restart forgives nothing. Keeps hashes, not names. */
export function createAttemptLimit(options: { database: Database; clock: Clock; random: Random }): AttemptLimit {
  const { database, clock, random } = options;

  const ensureAllowed = async (transaction: DatabaseTransaction, subject: { scope: Scope; hash: string }) => {
    const { tries, windowMs } = LIMITS[subject.scope];
    const rows = await transaction
      .selectFrom("sign_in_attempts")
      .select("at")
      .where("scope", "=", subject.scope)
      .where("subject_hash", "=", subject.hash)
      .where("at", ">", clock.now() - windowMs)
      .orderBy("at", "desc")
      .limit(tries)
      .execute();
    const oldest = rows[tries - 1];
    if (oldest === undefined) return;
    throw new AppError("session.too_many_attempts", "Too many tries to sign in; wait before the next one", {
      details: { retryAfterMs: oldest.at + windowMs - clock.now() },
    });
  };

  return {
    reserve: async (attempt) => {
      const user = { scope: "user", hash: hashOf([attempt.account, attempt.userName]) } as const;
      const address = { scope: "address", hash: hashOf([attempt.clientAddress]) } as const;
      const ids = { user: random.uuid(), address: random.uuid() };
      await database.transaction().execute(async (transaction) => {
        // Tries side by side would each find room for themselves.
        await holdLock(transaction, "sign-in-attempts");
        const now = clock.now();
        await transaction
          .deleteFrom("sign_in_attempts")
          .where("at", "<", now - KEPT_MS)
          .execute();
        await ensureAllowed(transaction, address);
        await ensureAllowed(transaction, user);
        await transaction
          .insertInto("sign_in_attempts")
          .values([
            { id: ids.user, scope: user.scope, subject_hash: user.hash, at: now },
            { id: ids.address, scope: address.scope, subject_hash: address.hash, at: now },
          ])
          .execute();
      });
      return {
        forgive: async () => {
          await database
            .deleteFrom("sign_in_attempts")
            .where("scope", "=", "user")
            .where("subject_hash", "=", user.hash)
            .execute();
        },
        release: async () => {
          await database.deleteFrom("sign_in_attempts").where("id", "=", ids.user).execute();
        },
      };
    },
  };
}

function hashOf(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
