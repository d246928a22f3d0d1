import type { Expression, Insertable } from "kysely";
import type { Database, DatabaseSchema, DatabaseTransaction } from "./schema.ts";

/**
 * Where Gantry keeps its own data: embedded for one process, PostgreSQL for any number of replicas. Queries are the
 * same for both; what differs stands here.
 */
export type Store = {
  kind: "sqlite" | "postgres";
  database: Database;
  /** A transaction whose news go out if, and only if, it is committed. */
  transaction: <T>(work: (transaction: DatabaseTransaction, tell: Tell) => Promise<T>) => Promise<T>;
  /** Stores many rows, which all name the same columns, in a transaction; others have their turn meanwhile. */
  insertRows: <Table extends keyof DatabaseSchema>(
    transaction: DatabaseTransaction,
    into: { table: Table; rows: readonly Insertable<DatabaseSchema[Table]>[] },
  ) => Promise<void>;
  /** The database's own clock in a query, epoch ms: leases mean the same to every replica, whatever its clock says. */
  now: () => Expression<number>;
  /** The same clock as this process knows it, without asking. */
  instant: () => number;
  channel: Channel;
  close: () => Promise<void>;
};

/** What the processes on one store tell each other. News can be lost: `onGap` says when, and the store has the truth. */
export type Channel = {
  /** Reaches every process, this one included and first; no answer is waited for. At most 4 KB as JSON, no secret. */
  publish: Tell;
  /** Returns the function that ends the subscription. */
  subscribe: (topic: Topic, listener: (message: ChannelMessage) => void) => () => void;
  /** Messages may have been missed since the last one: what was remembered by them must be read anew. */
  onGap: (listener: () => void) => () => void;
  /** Whether messages come through now; while they do not, nothing that they would end may be trusted. */
  isWhole: () => boolean;
};

export type Tell = (topic: Topic, message: ChannelMessage) => void;

/** `wake`: look at a change set now. `live`: news for event streams. `session`: a session began or ended. `look`: what is followed. */
export type Topic = "wake" | "live" | "session" | "look";
export type ChannelMessage = Readonly<Record<string, string | number | boolean | null>>;
