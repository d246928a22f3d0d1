import type { Kysely, Transaction } from "kysely";
import type { AuditTables } from "../audit/tables.ts";
import type { ChangeSetTables } from "../change-sets/ledger/tables.ts";
import type { BaselineTables } from "../features/baselines/tables.ts";
import type { DependencyTables } from "../features/dependencies/tables.ts";
import type { TrendTables } from "../features/trends/tables.ts";
import type { ShareTables } from "../features/shares/tables.ts";
import type { ViewTables } from "../features/views/tables.ts";
import type { MirrorTables } from "../mirror/tables.ts";
import type { ServiceTokenTable } from "../upstream/service-token-table.ts";
import type { UpstreamPaceTable } from "../upstream/upstream-pace-table.ts";

/**
 * One schema for SQLite and PostgreSQL: ids and days are text, instants epoch ms, JSON is text, booleans are 0 or 1.
 * A feature with tables of its own adds its type here and its migration to `migrations.ts`.
 */
export type DatabaseSchema = SessionTables &
  ServiceTokenTable &
  UpstreamPaceTable &
  CountersAndLocks &
  AuditTables &
  ChangeSetTables &
  DependencyTables &
  MirrorTables &
  BaselineTables &
  TrendTables &
  ViewTables &
  ShareTables;

export type Database = Kysely<DatabaseSchema>;
export type DatabaseTransaction = Transaction<DatabaseSchema>;

export type SessionTables = {
  sessions: {
    id: string;
    /** SHA-256 of the cookie's value, hex. The value itself is stored nowhere. */
    secret_hash: string;
    user_id: string;
    user_numeric_id: string | null;
    user_name: string;
    display_name: string;
    account: string;
    domain_id: string;
    /** Null in service mode, where people bring no token. */
    sealed_token: string | null;
    key_id: string | null;
    created_at: number;
    expires_at: number;
  };
  sign_in_attempts: {
    id: string;
    scope: "user" | "address";
    subject_hash: string;
    at: number;
  };
  settings: {
    name: string;
    value: string;
  };
};

type CountersAndLocks = {
  /** The last number given, by `next-number.ts`. */
  counters: { name: string; value: number };
  /** Taken by `lock-row.ts`; the number only makes the row change. */
  locks: { name: string; taken: number };
};
