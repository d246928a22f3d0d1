import type { IsoDate, Sprint, WorkItem } from "@gantry/api-contract";
import { flattenTree, type RollUp, type TreeRow } from "@gantry/schedule";
import { rankFieldValues } from "./field-order.ts";
import { isFiltering, type ItemFilter, matchesFilter } from "./filter-items.ts";
import { groupTree, type GroupValue } from "./group-items.ts";
import { sumUpGroup } from "./group-sums.ts";
import { isOverdue } from "./item-dates.ts";
import { type GroupKey, isFolded, type Sort } from "./plan-search.ts";
import { type ItemNode, shapeTree } from "./shape-tree.ts";
import type { PlanTree } from "./plan-tree.ts";
import { compareNodes, rankedKeyOf } from "./sort-nodes.ts";

/** What every line has: where it stands, and what it shows. */
type Line = {
  id: string;
  /** 0 for roots. */
  depth: number;
  /** Place among its siblings, from 1. */
  position: number;
  siblings: number;
  expandable: boolean;
  expanded: boolean;
  /** Dates and progress to show: its own, or rolled up from its leaves. */
  start: IsoDate | null;
  end: IsoDate | null;
  progress: number;
};

/** A work item's line. */
export type ItemRow = Line & {
  kind: "item";
  item: WorkItem;
  /** Has children on the plan, shown below it or not: its dates are theirs. */
  isParent: boolean;
  /** It doesn't fit the filter itself; something below it does. */
  muted: boolean;
  overdue: boolean;
};

/** A group's heading; the sums count what fits the filter. */
export type HeadingRow = Line & { kind: "heading"; group: GroupValue; count: number; overdueCount: number };

export type PlanRow = ItemRow | HeadingRow;

export type PlanRows = {
  rows: PlanRow[];
  /** Leaves that fit the filter and have neither start nor end. */
  unscheduled: WorkItem[];
  /** Items that fit the filter, folded away or not. */
  matching: number;
};

export type PlanRowsInput = {
  tree: PlanTree;
  sprints: readonly Sprint[];
  filter: ItemFilter;
  group: GroupKey | null;
  sort: Sort | null;
  folded: ReadonlySet<string>;
  today: IsoDate;
};

/** The plan's lines in display order: tree, groups, filter (with the ancestors of what fits), sort among siblings, folding. */
export function toPlanRows(input: PlanRowsInput): PlanRows {
  const { sprints, group, sort, folded, today } = input;
  const { items, roots, rollUps, parentIds } = input.tree;
  const filtering = isFiltering(input.filter);
  const fitting = filtering ? items.filter((item) => matchesFilter(item, input.filter)) : items;
  const fits = filtering ? new Set(fitting.map((item) => item.id)) : null;

  const sortKey = sort && rankedKeyOf(sort);
  const ranks = sortKey === null ? new Map<string, number>() : rankFieldValues(items, { key: sortKey, sprints });
  const shape = { keeps: fits, compare: sort && compareNodes(sort, { rollUps, ranks }) };
  const isExpanded = (id: string) => filtering || !isFolded(folded, id);
  const toItemRow = ({ node, depth, position, siblings }: TreeRow<WorkItem>): ItemRow => {
    const { item } = node;
    const { id } = item;
    const rollUp: RollUp = rollUps.get(id) ?? { ...item, leaves: 1 };
    const hasLines = node.children.length > 0;
    const isParent = parentIds.has(id);
    return {
      kind: "item",
      id,
      item,
      depth: group === null ? depth : depth + 1,
      position,
      siblings,
      isParent,
      // A filter holds every branch open.
      expandable: hasLines && !filtering,
      expanded: hasLines && isExpanded(id),
      muted: fits !== null && !fits.has(id),
      start: rollUp.start,
      end: rollUp.end,
      progress: Math.round(rollUp.progress),
      overdue: !isParent && isOverdue(item, today),
    };
  };

  const rows: PlanRow[] = [];
  const addTree = (tree: readonly ItemNode[]) => {
    for (const line of flattenTree(tree, { isExpanded })) rows.push(toItemRow(line));
  };
  if (group === null) addTree(shapeTree(roots, shape));
  else {
    const groups = groupTree(roots, { key: group, ranks: rankFieldValues(items, { key: group, sprints }) })
      .map((one) => ({ ...one, roots: shapeTree(one.roots, shape) }))
      .filter((one) => one.roots.length > 0);
    groups.forEach((one, index) => {
      const expanded = !isFolded(folded, one.id);
      const sums = sumUpGroup(one.roots, { rollUps, parentIds, fits, today });
      const place = { depth: 0, position: index + 1, siblings: groups.length };
      rows.push({ kind: "heading", id: one.id, group: one.value, ...place, expandable: true, expanded, ...sums });
      if (expanded) addTree(one.roots);
    });
  }
  return {
    rows,
    unscheduled: fitting.filter((item) => item.start === null && item.end === null && !parentIds.has(item.id)),
    matching: fitting.length,
  };
}
