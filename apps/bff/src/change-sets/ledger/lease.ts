import type { ChangeSetState } from "@gantry/api-contract";
import type { Database, DatabaseTransaction } from "../../database/schema.ts";
import type { Store } from "../../database/store.ts";
import type { ChangeSetRecord } from "./records.ts";
import type { Owner } from "../../session/session.ts";

/** The right of one process to work a change set off, for as long as nobody else took it. */
export type LeaseKey = { changeSetId: string; holder: string; fence: number };

/** A lease with all that its transactions need. */
export type Lease = { store: Store; key: LeaseKey; record: ChangeSetRecord };

/** Somebody else took the change set over: whoever meets this stops and writes nothing. */
export class LeaseLostError extends Error {
  constructor(changeSetId: string) {
    super(`The lease of change set ${changeSetId} was lost`);
    this.name = "LeaseLostError";
  }
}

/** A change set that nobody works off at the moment. */
export type Claimable = { id: string; state: ChangeSetState; owner: Owner };

/**
 * Change sets that somebody has to work off, oldest first: those whose holder is gone, and those that nobody has taken
 * up. A paused one is among them only while something that was sent has to be read back.
 */
export async function listClaimable(store: Store, options: { holder: string }): Promise<Claimable[]> {
  const rows = await store.database
    .selectFrom("change_sets")
    .select(["id", "state", "user_id", "domain_id"])
    .where("state", "!=", "finished")
    .where((where) =>
      where.or([
        where("lease_holder", "is", null),
        where("lease_holder", "=", options.holder),
        where("lease_until", "<=", store.now()),
      ]),
    )
    .where((where) =>
      where.or([
        where("state", "!=", "paused"),
        where.exists(
          where
            .selectFrom("change_rows")
            .select("position")
            .whereRef("change_rows.change_set_id", "=", "change_sets.id")
            .where("outcome", "=", "sending"),
        ),
      ]),
    )
    .orderBy("sequence")
    .execute();
  return rows.map((row) => ({ id: row.id, state: row.state, owner: { userId: row.user_id, domainId: row.domain_id } }));
}

/**
 * Takes a change set for so long, by the store's clock, unless another holds it; null = it does, or all is finished.
 * One's own lease can be taken anew: its fence moves on, so that what is left of the earlier taking comes to nothing.
 * @param options.isCrash a lease that was never given back means that its process ended while it sent
 */
export async function claimLease(
  store: Store,
  options: { changeSetId: string; holder: string; leaseMs: number; isCrash: boolean },
): Promise<LeaseKey | null> {
  const { changeSetId, holder, leaseMs } = options;
  return store.database.transaction().execute(async (transaction) => {
    const claimed = await transaction
      .updateTable("change_sets")
      .set((set) => ({ fence: set("fence", "+", 1), lease_until: set(store.now(), "+", leaseMs) }))
      .where("id", "=", changeSetId)
      .where("state", "!=", "finished")
      .where((where) =>
        where.or([
          where("lease_holder", "is", null),
          where("lease_holder", "=", holder),
          where("lease_until", "<=", store.now()),
        ]),
      )
      .returning(["fence", "lease_holder"])
      .executeTakeFirst();
    if (claimed === undefined) return null;
    if (claimed.lease_holder !== null && options.isCrash) await countCrash(transaction, changeSetId);
    await transaction.updateTable("change_sets").set({ lease_holder: holder }).where("id", "=", changeSetId).execute();
    return { changeSetId, holder, fence: claimed.fence };
  });
}

/** Once for each send, whoever finds it; further finders are counted apart. */
async function countCrash(transaction: DatabaseTransaction, changeSetId: string): Promise<void> {
  const inFlight = () =>
    transaction.updateTable("change_rows").where("change_set_id", "=", changeSetId).where("outcome", "=", "sending");
  await inFlight()
    .set((set) => ({ recoveries: set("recoveries", "+", 1) }))
    .whereRef("crashed_attempt", "=", "attempt")
    .execute();
  await inFlight()
    .set((set) => ({ crashes: set("crashes", "+", 1), crashed_attempt: set.ref("attempt"), recoveries: 0 }))
    .whereRef("crashed_attempt", "!=", "attempt")
    .execute();
}

/** Prolongs a lease. @returns the change set's state, or null when the lease was lost */
export async function renewLease(
  store: Store,
  options: { key: LeaseKey; leaseMs: number },
): Promise<ChangeSetState | null> {
  const { key, leaseMs } = options;
  const renewed = await store.database
    .updateTable("change_sets")
    .set((set) => ({ lease_until: set(store.now(), "+", leaseMs) }))
    .where("id", "=", key.changeSetId)
    .where("lease_holder", "=", key.holder)
    .where("fence", "=", key.fence)
    .returning("state")
    .executeTakeFirst();
  return renewed?.state ?? null;
}

/** Lets others take the change set at once; nothing happens when the lease was lost. */
export async function releaseLease(database: Database, key: LeaseKey): Promise<void> {
  await database
    .updateTable("change_sets")
    .set({ lease_holder: null, lease_until: null })
    .where("id", "=", key.changeSetId)
    .where("lease_holder", "=", key.holder)
    .where("fence", "=", key.fence)
    .execute();
}

/**
 * Runs one transaction of a job. Its first statement takes the change set's row lock and proves the lease, so nothing
 * is written by a process that was taken for dead; throws `LeaseLostError` then.
 */
export async function withLease<T>(
  { store, key }: Lease,
  work: (transaction: DatabaseTransaction, state: ChangeSetState) => Promise<T>,
): Promise<T> {
  return store.database.transaction().execute(async (transaction) => {
    const held = await transaction
      .updateTable("change_sets")
      .set((set) => ({ revision: set("revision", "+", 1) }))
      .where("id", "=", key.changeSetId)
      .where("lease_holder", "=", key.holder)
      .where("fence", "=", key.fence)
      .returning("state")
      .executeTakeFirst();
    if (held === undefined) throw new LeaseLostError(key.changeSetId);
    return work(transaction, held.state);
  });
}
