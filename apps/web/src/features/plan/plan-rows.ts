import type { IsoDate, WorkItem } from "@gantry/api-contract";
import { buildTree, flattenTree, type RollUp, rollUpTree, type TreeNode } from "@gantry/schedule";
import { isFiltering, type ItemFilter, matchesFilter } from "./filter-items.ts";
import { isFolded, type Sort } from "./plan-search.ts";
import { compareNodes } from "./sort-nodes.ts";

/** One line of the plan: an item, where it stands in the tree, and what its leaves add up to. */
export type PlanRow = {
  item: WorkItem;
  /** 0 for roots. */
  depth: number;
  isParent: boolean;
  /** False while a filter holds every branch open. */
  expandable: boolean;
  expanded: boolean;
  /** It doesn't fit the filter itself; something below it does. */
  muted: boolean;
  /** Dates and progress to show: its own, or rolled up from its leaves. */
  start: IsoDate | null;
  end: IsoDate | null;
  progress: number;
  overdue: boolean;
};

export type PlanRows = {
  rows: PlanRow[];
  /** Leaves that fit the filter and have neither start nor end. */
  unscheduled: WorkItem[];
  /** Items that fit the filter, folded away or not. */
  matching: number;
  /** First and last day of the whole plan, filtered or not. */
  span: { start: IsoDate; end: IsoDate } | null;
};

export type PlanRowsInput = {
  items: readonly WorkItem[];
  filter: ItemFilter;
  sort: Sort | null;
  folded: ReadonlySet<string>;
  today: IsoDate;
};

type Node = TreeNode<WorkItem>;

/** The plan's lines in display order: tree, filter (with the ancestors of what fits), sort among siblings, folding. */
export function toPlanRows(input: PlanRowsInput): PlanRows {
  const roots = buildTree(input.items);
  const rollUps = rollUpTree(roots);
  const filtering = isFiltering(input.filter);
  const fitting = filtering ? input.items.filter((item) => matchesFilter(item, input.filter)) : input.items;
  const fits = new Set(fitting.map((item) => item.id));
  const shown = filtering ? keepBranches(roots, fits) : roots;
  const sorted = input.sort === null ? shown : sortBranches(shown, compareNodes(input.sort, rollUps));

  const lines = flattenTree(sorted, { isExpanded: (id) => filtering || !isFolded(input.folded, id) });
  const rows = lines.map(({ node, depth }): PlanRow => {
    const rollUp = rollUps.get(node.item.id) ?? ownDates(node.item);
    const isParent = node.children.length > 0;
    return {
      item: node.item,
      depth,
      isParent,
      expandable: isParent && !filtering,
      expanded: isParent && (filtering || !isFolded(input.folded, node.item.id)),
      muted: !fits.has(node.item.id),
      start: rollUp.start,
      end: rollUp.end,
      progress: Math.round(rollUp.progress),
      overdue: !isParent && isOverdue(node.item, input.today),
    };
  });
  const parentIds = new Set(input.items.flatMap((item) => (item.parentId === null ? [] : [item.parentId])));
  return {
    rows,
    unscheduled: fitting.filter((item) => item.start === null && item.end === null && !parentIds.has(item.id)),
    matching: fitting.length,
    span: spanOf(input.items),
  };
}

export function isOverdue(item: WorkItem, today: IsoDate): boolean {
  return item.end !== null && item.end < today && item.status.phase !== "done";
}

function ownDates(item: WorkItem): RollUp {
  return { start: item.start, end: item.end, progress: item.progress, leaves: 1 };
}

function keepBranches(nodes: readonly Node[], fits: ReadonlySet<string>): Node[] {
  return nodes.flatMap((node) => {
    const children = keepBranches(node.children, fits);
    return children.length > 0 || fits.has(node.item.id) ? [{ ...node, children }] : [];
  });
}

function sortBranches(nodes: readonly Node[], compare: (left: Node, right: Node) => number): Node[] {
  return nodes.toSorted(compare).map((node) => ({ ...node, children: sortBranches(node.children, compare) }));
}

function spanOf(items: readonly WorkItem[]): { start: IsoDate; end: IsoDate } | null {
  let start: IsoDate | null = null;
  let end: IsoDate | null = null;
  for (const item of items) {
    for (const day of [item.start, item.end]) {
      if (day === null) continue;
      if (start === null || day < start) start = day;
      if (end === null || day > end) end = day;
    }
  }
  return start === null || end === null ? null : { start, end };
}
