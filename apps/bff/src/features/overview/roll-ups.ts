import type { OverviewPlan, PlanRollUp, WorkItem } from "@gantry/api-contract";
import type { IsoDate } from "@gantry/schedule";
import type { Database } from "../../database/schema.ts";
import { createBreath } from "../../breathe.ts";
import type { KnownPlan } from "../../mirror/mirror.ts";
import { type ProjectOfDomain, readDependencies } from "../dependencies/store.ts";
import { rollUpPlan } from "./health.ts";

type Kept = { key: string; rollUp: PlanRollUp };

/** By the list of items itself, which the mirror replaces whenever one of them changes. */
const kept = new WeakMap<readonly WorkItem[], Kept>();

type RollUpsOf = { database: Database; project: ProjectOfDomain; today: IsoDate };

/** Adds plans of one project up, a few milliseconds at a time; what has not changed since is not added up again. */
export async function toOverviewPlans(plans: readonly KnownPlan[], of: RollUpsOf): Promise<OverviewPlan[]> {
  const waiting = await readWaiting(plans, of);
  const waitingKey = [...waiting].toSorted().join();
  const breath = createBreath();
  const rows: OverviewPlan[] = [];
  for (const { plan, items, readAt } of plans) {
    await breath();
    if (items === null) {
      rows.push({ plan, rollUp: null, readAt });
      continue;
    }
    const key = JSON.stringify([of.today, plan.updatedAt, waitingKey]);
    const found = kept.get(items);
    const rollUp =
      found?.key === key
        ? found.rollUp
        : rollUpPlan(items, { today: of.today, planChangedAt: plan.updatedAt, waiting });
    kept.set(items, { key, rollUp });
    rows.push({ plan, rollUp, readAt });
  }
  return rows;
}

/** Ids of items that wait for an open item past its end, as far as the reader's plans hold that. */
async function readWaiting(
  plans: readonly KnownPlan[],
  { database, project, today }: RollUpsOf,
): Promise<ReadonlySet<string>> {
  const links = await readDependencies(database, project);
  if (links.length === 0) return new Set();
  const wanted = new Set(links.map(({ fromId }) => fromId));
  const late = new Set<string>();
  const breath = createBreath();
  for (const { items } of plans) {
    await breath();
    for (const { id, status, end } of items ?? []) {
      if (wanted.has(id) && status.phase !== "done" && end !== null && end < today) late.add(id);
    }
  }
  return new Set(links.flatMap(({ fromId, toId }) => (late.has(fromId) ? toId : [])));
}
