import type { CoverageReason, WorkItem } from "@gantry/api-contract";
import { daysBetween, type IsoDate } from "@gantry/schedule";
import type { CoveragePlan } from "./find-coverage.ts";

type Facts = {
  items: readonly WorkItem[];
  plans: readonly CoveragePlan[];
  plansOf: ReadonlyMap<string, readonly string[]>;
};

/**
 * CodeArts has one pair of dates for an item, whatever plans it is on. What plans expect shows in two ways: in the dates
 * that their baselines keep, and in the time that the rest of their work takes.
 */
export function findDisagreements(
  shared: readonly WorkItem[],
  { items, plans, plansOf }: Facts,
): ReadonlyMap<string, CoverageReason[]> {
  if (shared.length === 0) return new Map();
  const byId = new Map(items.map((item) => [item.id, item]));
  const planById = new Map(plans.map((plan) => [plan.id, plan]));
  const reasons = new Map<string, CoverageReason[]>(
    shared.map(({ id }) => [
      id,
      baselineReasons(
        id,
        (plansOf.get(id) ?? []).flatMap((one) => planById.get(one) ?? []),
      ),
    ]),
  );
  const sharedById = new Map(shared.map((item) => [item.id, item]));
  for (const plan of plans) {
    const daysApart = spanWithout(plan, byId);
    for (const id of plan.itemIds) {
      const item = sharedById.get(id);
      const days = item === undefined ? 0 : daysApart(item);
      if (days > 0) reasons.get(id)?.push({ rule: "apart-from-plan", days, planIds: [plan.id] });
    }
  }
  return new Map([...reasons].filter(([, found]) => found.length > 0));
}

/** @param plans those that the item is on */
function baselineReasons(itemId: string, plans: readonly CoveragePlan[]): CoverageReason[] {
  const kept = plans.flatMap(({ id, baseline }) => {
    const dates = baseline?.get(itemId);
    return dates === undefined ? [] : [{ id, ...dates }];
  });
  const [first] = kept;
  if (first === undefined || kept.every(({ start, end }) => start === first.start && end === first.end)) return [];
  const ends = kept.flatMap(({ end }) => (end === null ? [] : [end])).toSorted();
  const [earliest, latest] = [ends[0], ends.at(-1)];
  const days = earliest === undefined || latest === undefined ? 0 : daysBetween(earliest, latest);
  return [{ rule: "baselines-differ", planIds: kept.map(({ id }) => id), ...(days > 0 && { days }) }];
}

/**
 * The span of a plan's other leaves, for each of its items: the two outermost days at either side are enough to know
 * what is left without one. A leaf of the plan that has both days counts.
 */
function spanWithout(plan: CoveragePlan, byId: ReadonlyMap<string, WorkItem>): (item: WorkItem) => number {
  const parents = new Set(plan.itemIds.flatMap((id) => byId.get(id)?.parentId ?? []));
  const dated = plan.itemIds.flatMap((id) => {
    const item = byId.get(id);
    return item === undefined || parents.has(id) || item.start === null || item.end === null
      ? []
      : [{ id, start: item.start, end: item.end }];
  });
  const starts = twoFirst(dated, (left, right) => left.start < right.start);
  const ends = twoFirst(dated, (left, right) => left.end > right.end);
  return ({ id, start, end }) => {
    const first: IsoDate | undefined = starts.find((other) => other.id !== id)?.start;
    const last: IsoDate | undefined = ends.find((other) => other.id !== id)?.end;
    if (first === undefined || last === undefined || parents.has(id)) return 0;
    if (start !== null && start > last) return daysBetween(last, start);
    return end !== null && end < first ? daysBetween(end, first) : 0;
  };
}

/** The two that stand before all others; the list may be long, so it is gone over once and not sorted. */
function twoFirst<Entry>(entries: readonly Entry[], isBefore: (left: Entry, right: Entry) => boolean): Entry[] {
  let found: Entry[] = [];
  for (const entry of entries) {
    const [first, second] = found;
    if (first === undefined || isBefore(entry, first)) found = first === undefined ? [entry] : [entry, first];
    else if (second === undefined || isBefore(entry, second)) found = [first, entry];
  }
  return found;
}
