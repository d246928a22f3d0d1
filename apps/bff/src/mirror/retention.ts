import type { Clock } from "../clock.ts";
import type { Database } from "../database/schema.ts";
import { describeError } from "../describe-error.ts";
import type { Log } from "../log.ts";
import { createSweep, type Sweep } from "../sweep.ts";

const DAY_MS = 86_400_000;
/** What nobody has looked at for so long is forgotten; it can be read again. */
const KEPT_FOR_MS = 30 * DAY_MS;
const SWEEP_EVERY_MS = 6 * 60 * 60_000;
const ROWS_A_STEP = 500;

/** Forgets projects and sights that nobody looks at any more, in the background and bit by bit. */
export function createMirrorRetention({ database, clock, log }: { database: Database; clock: Clock; log: Log }): Sweep {
  return createSweep(() => forgetStep(database, { now: clock.now() }), {
    clock,
    everyMs: SWEEP_EVERY_MS,
    onFailure: (error) => log.error(describeError(error), "what nobody looks at could not be forgotten"),
  });
}

/** One small piece of work. @returns whether there is more */
async function forgetStep(database: Database, { now }: { now: number }): Promise<boolean> {
  const before = now - KEPT_FOR_MS;
  await database.deleteFrom("mirror_sights").where("listed_at", "<", before).execute();
  const project = await database
    .selectFrom("mirror_projects")
    .select(["domain_id", "project_id"])
    .where("seen_at", "<", before)
    .limit(1)
    .executeTakeFirst();
  if (project === undefined) return false;
  for (const table of ["mirror_items", "mirror_plans"] as const) {
    const idColumn = table === "mirror_items" ? "item_id" : "plan_id";
    const rows = await database
      .selectFrom(table)
      .select(idColumn)
      .where("domain_id", "=", project.domain_id)
      .where("project_id", "=", project.project_id)
      .limit(ROWS_A_STEP)
      .execute();
    if (rows.length === 0) continue;
    const ids = rows.flatMap((row) => Object.values(row));
    await database
      .deleteFrom(table)
      .where("domain_id", "=", project.domain_id)
      .where("project_id", "=", project.project_id)
      .where(idColumn, "in", ids)
      .execute();
    return true;
  }
  await database
    .deleteFrom("mirror_projects")
    .where("domain_id", "=", project.domain_id)
    .where("project_id", "=", project.project_id)
    .where("seen_at", "<", before)
    .execute();
  return true;
}
