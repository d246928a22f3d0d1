import type { IsoDate } from "@gantry/api-contract";
import { addDays, chinaCalendar, countWorkingDays, createWorkingCalendar, type NetworkLink } from "@gantry/schedule";
import { holdLock } from "../database/lock-row.ts";
import type { Database, DatabaseTransaction } from "../database/schema.ts";
import { insertBaseline } from "../features/baselines/store.ts";
import { writeEdit } from "../features/dependencies/store.ts";
import type { Random } from "../random.ts";

/** A Gantt chart of the made-up team, with its leaves. */
export type DemoPlan = {
  domainId: string;
  projectId: string;
  planId: string;
  owner: string;
  items: readonly DemoItem[];
};
type DemoItem = { id: string; parentId: number | null; start: IsoDate | null; end: IsoDate | null };

const SEEDED = "demo.seeded";
const BASELINE = "Kick-off";
const BASELINE_AGE_MS = 21 * 86_400_000;
const LONGEST_CHAIN = 8;
const FINISH_TO_START = { type: "FS", lagDays: 0 } as const;
const CALENDAR = createWorkingCalendar(chinaCalendar);

/**
 * Gives the made-up team's charts links and a baseline, which CodeArts has none of. Once for a data folder: what
 * somebody removes stays removed.
 */
export async function seedDemo(
  database: Database,
  { plans, now, random }: { plans: readonly DemoPlan[]; now: number; random: Random },
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    // Replicas may start together.
    await holdLock(transaction, SEEDED);
    const seeded = await transaction
      .selectFrom("settings")
      .select("name")
      .where("name", "=", SEEDED)
      .executeTakeFirst();
    if (seeded !== undefined) return;
    for (const plan of plans) await seedPlan(transaction, { plan, now, random });
    await transaction.insertInto("settings").values({ name: SEEDED, value: "1" }).execute();
  });
}

async function seedPlan(
  transaction: DatabaseTransaction,
  { plan: { owner, items, ...plan }, now, random }: { plan: DemoPlan; now: number; random: Random },
): Promise<void> {
  for (const { fromId, toId, type, lagDays } of linksOf(items)) {
    const edit = { fromId, toId, before: null, after: { type, lagDays } };
    await writeEdit(transaction, { edit, project: plan, changedBy: owner, now });
  }
  await insertBaseline(transaction, {
    plan,
    baseline: {
      id: random.uuid(),
      name: BASELINE,
      createdBy: owner,
      createdAt: now - BASELINE_AGE_MS,
      items: items.filter(({ start, end }) => start !== null || end !== null).length,
    },
    dates: items.map(toBaselineDates),
    doer: { actor: null, requestId: null },
  });
}

/**
 * Links that such a team would draw: a chain back from the item that ends last, held tight by its lags so that it is
 * critical, and beside it every item to the next one of its parent.
 */
function linksOf(items: readonly DemoItem[]): NetworkLink[] {
  const dated = items.filter(hasDates).toSorted((a, b) => (a.end < b.end ? -1 : 1));
  const chain: NetworkLink[] = [];
  for (let to = dated.at(-1); to !== undefined && chain.length < LONGEST_CHAIN;) {
    const { id, start } = to;
    const from = dated.findLast(({ end }) => end < start);
    if (from !== undefined)
      chain.push({ ...FINISH_TO_START, fromId: from.id, toId: id, lagDays: gapDays(from, start) });
    to = from;
  }
  const linked = new Set(chain.map(({ fromId, toId }) => `${fromId} ${toId}`));
  const siblings = dated.flatMap((from, index) => {
    const to = dated.slice(index + 1).find(({ parentId, start }) => parentId === from.parentId && start > from.end);
    return to === undefined ? [] : [{ ...FINISH_TO_START, fromId: from.id, toId: to.id }];
  });
  return [...chain, ...siblings.filter(({ fromId, toId }) => !linked.has(`${fromId} ${toId}`))];
}

function hasDates(item: DemoItem): item is DemoItem & { start: IsoDate; end: IsoDate } {
  return item.start !== null && item.end !== null;
}

/** Working days between the end of one item and the start of the next. */
function gapDays({ end }: { end: IsoDate }, start: IsoDate): number {
  return countWorkingDays({ start: addDays(end, 1), end: addDays(start, -1) }, CALENDAR);
}

/** Every third item has slipped since: by one to four days, its length kept. */
function toBaselineDates({ id, start, end }: DemoItem) {
  const number = Number(id.slice(-4));
  const slipDays = number % 3 === 0 ? (number % 4) + 1 : 0;
  return {
    itemId: id,
    start: start && addDays(start, -slipDays),
    end: end && addDays(end, -slipDays),
  };
}
