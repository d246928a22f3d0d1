import type { Expression } from "kysely";
import type { Database } from "./schema.ts";

/**
 * Where Gantry keeps its own data: embedded for one process, PostgreSQL for any number of replicas. Queries are the
 * same for both; what differs stands here.
 */
export type Store = {
  kind: "sqlite" | "postgres";
  database: Database;
  /** The database's own clock in a query, epoch ms: leases mean the same to every replica, whatever its clock says. */
  now: () => Expression<number>;
  channel: Channel;
  close: () => Promise<void>;
};

/** What the processes on one store tell each other. News can be lost: `onGap` says when, and the store has the truth. */
export type Channel = {
  /**
   * Reaches every process, this one included, after the caller's transaction if it is told of one; no answer is
   * waited for. At most 4 KB as JSON, and no secret.
   */
  publish: (topic: Topic, message: ChannelMessage) => void;
  /** Returns the function that ends the subscription. */
  subscribe: (topic: Topic, listener: (message: ChannelMessage) => void) => () => void;
  /** Messages may have been missed since the last one: what was remembered by them must be read anew. */
  onGap: (listener: () => void) => () => void;
  /** Whether messages come through now; while they do not, nothing that they would end may be trusted. */
  isWhole: () => boolean;
};

/** `wake`: look at a change set now. `live`: news for event streams. `session`: a session began or ended. */
export type Topic = "wake" | "live" | "session";
export type ChannelMessage = Readonly<Record<string, string | number | boolean | null>>;
