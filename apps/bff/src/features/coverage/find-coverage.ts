import type { CoverageCounts, CoverageFinding, CoverageKind, CoverageReason, WorkItem } from "@gantry/api-contract";
import { daysBetween, type IsoDate } from "@gantry/schedule";
import { findDisagreements } from "./find-disagreements.ts";
import { outsideSprint, type SprintDays } from "./outside-sprint.ts";

/** A plan as far as its items are known. */
export type CoveragePlan = {
  id: string;
  itemIds: readonly string[];
  /** What the plan's newest baseline keeps, by item; null without one. */
  baseline: ReadonlyMap<string, { start: IsoDate | null; end: IsoDate | null }> | null;
};

export type CoverageFacts = {
  /** Every item of the project, on a plan or not. */
  items: readonly WorkItem[];
  plans: readonly CoveragePlan[];
  sprints: ReadonlyMap<string, SprintDays>;
  today: IsoDate;
};

/** The items of a project that do not fit their plans, kind by kind, in the order of the items. */
export type Coverage = Readonly<Record<CoverageKind, readonly CoverageFinding[]>>;

const isOpen = (item: WorkItem) => item.status.phase !== "done";

/** Finds what a manager would want to put right; the rules are those of `coverageRuleSchema`. */
export function findCoverage(facts: CoverageFacts): Coverage {
  const plansOf = findPlansOf(facts.plans);
  const finding = (item: WorkItem, reasons: CoverageReason[]): CoverageFinding[] =>
    reasons.length === 0 ? [] : [{ item, planIds: plansOf.get(item.id) ?? [], reasons }];
  const open = facts.items.filter(isOpen);
  const shared = open.filter(({ id }) => (plansOf.get(id)?.length ?? 0) > 1);
  const disagreements = findDisagreements(shared, { ...facts, plansOf });
  const openBelow = countOpenBelow(facts.items);
  return {
    "no-plan": open.flatMap((item) => (plansOf.has(item.id) ? [] : finding(item, [{ rule: "no-plan" }]))),
    "plans-differ": shared.flatMap((item) => finding(item, disagreements.get(item.id) ?? [])),
    "closed-planned": facts.items.flatMap((item) =>
      isOpen(item) ? [] : finding(item, stillPlanned(item, { today: facts.today, openBelow })),
    ),
    "outside-sprint": open.flatMap((item) => finding(item, outsideSprint(item, facts.sprints))),
  };
}

export function countCoverage(coverage: Coverage): CoverageCounts {
  return {
    "no-plan": coverage["no-plan"].length,
    "plans-differ": coverage["plans-differ"].length,
    "closed-planned": coverage["closed-planned"].length,
    "outside-sprint": coverage["outside-sprint"].length,
  };
}

function findPlansOf(plans: readonly CoveragePlan[]): Map<string, string[]> {
  const plansOf = new Map<string, string[]>();
  for (const { id, itemIds } of plans) {
    for (const itemId of itemIds) {
      const known = plansOf.get(itemId);
      if (known === undefined) plansOf.set(itemId, [id]);
      else known.push(id);
    }
  }
  return plansOf;
}

function stillPlanned(
  item: WorkItem,
  { today, openBelow }: { today: IsoDate; openBelow: ReadonlyMap<string, number> },
): CoverageReason[] {
  const reasons: CoverageReason[] = [];
  if (item.end !== null && item.end > today) reasons.push({ rule: "ends-later", days: daysBetween(today, item.end) });
  const count = openBelow.get(item.id) ?? 0;
  if (count > 0) reasons.push({ rule: "open-below", count });
  return reasons;
}

/** Open items below each item, however deep. Parents that lead back to themselves count once. */
function countOpenBelow(items: readonly WorkItem[]): Map<string, number> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const counts = new Map<string, number>();
  for (const item of items) {
    if (!isOpen(item)) continue;
    const seen = new Set([item.id]);
    for (let parentId = item.parentId; parentId !== null && !seen.has(parentId);) {
      seen.add(parentId);
      counts.set(parentId, (counts.get(parentId) ?? 0) + 1);
      parentId = byId.get(parentId)?.parentId ?? null;
    }
  }
  return counts;
}
