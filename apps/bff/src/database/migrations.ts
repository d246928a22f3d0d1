import type { Kysely } from "kysely";
import { addLeases } from "../change-sets/ledger/0005-leases.ts";
import { addRetention } from "../change-sets/retention/0011-retention.ts";
import { addRevision } from "../change-sets/ledger/0010-revision.ts";
import { createAuditTables } from "../audit/0007-audit.ts";
import { createChangeSetTables } from "../change-sets/ledger/migration.ts";
import { createBaselineTables } from "../features/baselines/migration.ts";
import { createDependencyTables } from "../features/dependencies/migration.ts";
import { createPlanDays } from "../features/trends/0015-plan-days.ts";
import { createShareTables } from "../features/shares/0014-shares.ts";
import { createViewTables } from "../features/views/0013-views.ts";
import { createUpstreamPaceTable } from "../upstream/0008-upstream-pace.ts";
import { createServiceTokenTable } from "../upstream/0009-service-token.ts";
import { createMirrorTables } from "../mirror/0012-mirror.ts";
import { createSessionTables } from "./0001-sessions.ts";
import { createCountersAndLocks } from "./0006-counters-and-locks.ts";

/**
 * A step of the schema. Runs once, in a transaction with the note that it ran. Use the schema builder (or plain SQL
 * that PostgreSQL also takes), and never change a step that was released: add another.
 */
export type Migration = {
  name: string;
  up: (database: Kysely<unknown>) => Promise<void>;
};

/** In the order in which they run. */
export const migrations: readonly Migration[] = [
  createSessionTables,
  createChangeSetTables,
  createDependencyTables,
  createBaselineTables,
  addLeases,
  createCountersAndLocks,
  createAuditTables,
  createUpstreamPaceTable,
  createServiceTokenTable,
  addRevision,
  addRetention,
  createMirrorTables,
  createViewTables,
  createShareTables,
  createPlanDays,
];
