import type { Baseline } from "@gantry/api-contract";
import { toDoer } from "../../audit/actor.ts";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/schema.ts";
import type { Random } from "../../random.ts";
import type { Session } from "../../session/session.ts";
import { findPlanAndProject } from "../plans/use-cases.ts";
import type { Reader } from "../reader.ts";
import { readPlanItems } from "../work-items/read-plan-items.ts";
import { ensureRoom, insertBaseline } from "./store.ts";

/**
 * Keeps the plan's dates as CodeArts has them now: read anew, shared with no earlier read.
 * Throws `baseline.too_many`, before the reading where it can.
 */
export async function createBaseline(
  reader: Reader,
  options: {
    plan: { projectId: string; planId: string };
    name: string;
    session: Session;
    requestId: string;
    database: Database;
    clock: Clock;
    random: Random;
  },
): Promise<Baseline> {
  const { name, session, database, clock, random } = options;
  const found = await findPlanAndProject(reader, options.plan);
  const plan = { domainId: session.domainId, projectId: found.known.project.id, planId: found.plan.id };
  await ensureRoom(database, plan);
  const createdAt = clock.now();
  const items = await readPlanItems(reader, { ...found, freshness: { alone: true } });
  const dates = items.map(({ id, start, end }) => ({ itemId: id, start, end }));
  const baseline: Baseline = {
    id: random.uuid(),
    name,
    createdBy: session.displayName,
    createdAt,
    items: dates.filter(({ start, end }) => start !== null || end !== null).length,
  };
  await database
    .transaction()
    .execute((transaction) => insertBaseline(transaction, { baseline, plan, dates, doer: toDoer(options) }));
  return baseline;
}
