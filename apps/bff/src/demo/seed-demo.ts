import type { IsoDate } from "@gantry/api-contract";
import { addDays } from "@gantry/schedule";
import type { Database } from "../database/schema.ts";
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

/**
 * Gives the made-up team's charts links and a baseline, which CodeArts has none of. Once for a data folder: what
 * somebody removes stays removed.
 */
export async function seedDemo(
  database: Database,
  { plans, now, random }: { plans: readonly DemoPlan[]; now: number; random: Random },
): Promise<void> {
  const seeded = await database.selectFrom("settings").select("name").where("name", "=", SEEDED).executeTakeFirst();
  if (seeded !== undefined) return;
  for (const { owner, items, ...plan } of plans) {
    await database.transaction().execute(async (transaction) => {
      for (const [from, to] of successive(items)) {
        const edit = { fromId: from.id, toId: to.id, before: null, after: { type: "FS" as const, lagDays: 0 } };
        await writeEdit(transaction, { edit, project: plan, changedBy: owner, now });
      }
    });
    await insertBaseline(database, {
      plan,
      baseline: {
        id: random.uuid(),
        name: BASELINE,
        createdBy: owner,
        createdAt: now - BASELINE_AGE_MS,
        items: items.filter(({ start, end }) => start !== null || end !== null).length,
      },
      dates: items.map(toBaselineDates),
    });
  }
  await database.insertInto("settings").values({ name: SEEDED, value: "1" }).execute();
}

/** Items of one parent that follow each other, each linked to the next that begins after it has ended. */
function successive(items: readonly DemoItem[]): [DemoItem, DemoItem][] {
  const dated = items
    .filter(({ start, end }) => start !== null && end !== null)
    .toSorted((a, b) => ((a.start ?? "") < (b.start ?? "") ? -1 : 1));
  return dated.flatMap((from, index): [DemoItem, DemoItem][] => {
    const next = dated
      .slice(index + 1)
      .find((to) => to.parentId === from.parentId && (to.start ?? "") > (from.end ?? ""));
    return next === undefined ? [] : [[from, next]];
  });
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
