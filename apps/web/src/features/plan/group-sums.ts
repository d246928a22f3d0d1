import type { IsoDate } from "@gantry/api-contract";
import type { RollUp } from "@gantry/schedule";
import { isOverdue } from "./item-dates.ts";
import { type ItemNode, nodesOf } from "./shape-tree.ts";

export type GroupSums = {
  start: IsoDate | null;
  end: IsoDate | null;
  progress: number;
  count: number;
  overdueCount: number;
};

/**
 * What a group's items add up to: earliest and latest day and mean progress of its leaves, since a parent's dates are
 * those of items that may stand in other groups. A group of parents alone goes by them.
 */
export function sumUpGroup(
  roots: readonly ItemNode[],
  on: {
    rollUps: ReadonlyMap<string, RollUp>;
    parentIds: ReadonlySet<string>;
    fits: ReadonlySet<string> | null;
    today: IsoDate;
  },
): GroupSums {
  const items = nodesOf(roots).flatMap(({ item }) => (on.fits === null || on.fits.has(item.id) ? [item] : []));
  const leaves = items.filter((item) => !on.parentIds.has(item.id));
  const counted = leaves.length > 0 ? leaves : items;
  let start: IsoDate | null = null;
  let end: IsoDate | null = null;
  let progress = 0;
  for (const item of counted) {
    const sum = on.rollUps.get(item.id) ?? item;
    progress += sum.progress;
    for (const day of [sum.start, sum.end]) {
      if (day === null) continue;
      if (start === null || day < start) start = day;
      if (end === null || day > end) end = day;
    }
  }
  return {
    start,
    end,
    progress: counted.length === 0 ? 0 : Math.round(progress / counted.length),
    count: items.length,
    overdueCount: leaves.filter((item) => isOverdue(item, on.today)).length,
  };
}
