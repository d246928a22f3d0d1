import type { IsoDate, PublicItem } from "@gantry/api-contract";
import type { GanttRow } from "@gantry/gantt";
import { buildTree, flattenTree, rollUpTree } from "@gantry/schedule";
import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";

export type PublicRow = { item: PublicItem; gantt: GanttRow };

const GREY = 8;
const DONE_GREEN = 3;
const BLUE = 1;

/** A shared plan's items as lines of a chart, in the order in which they came. */
export function toPublicRows(
  items: readonly PublicItem[],
  { folded, words, format, today }: { folded: ReadonlySet<string>; words: Words; format: Format; today: IsoDate },
): PublicRow[] {
  const roots = buildTree(items.map((item) => ({ ...item, id: item.key, parentId: item.parentKey })));
  const rollUps = rollUpTree(roots);
  return flattenTree(roots, { isExpanded: (key) => !folded.has(key) }).map((line) => {
    const { item, children } = line.node;
    const isParent = children.length > 0;
    const { start, end, progress } = rollUps.get(item.key) ?? item;
    const { phase } = item.status;
    const title = sayTitle(item, words);
    const gantt: GanttRow = {
      id: item.key,
      title,
      description: format.list([
        title,
        item.status.name,
        start === null || end === null
          ? words.overview.noDates
          : words.overview.span(format.longDay(start), format.longDay(end)),
        format.percent(progress),
      ]),
      heading: false,
      shape: start === null && end === null ? "none" : isParent ? "summary" : "bar",
      start,
      end,
      progress: Math.round(progress),
      category: phase === "done" ? DONE_GREEN : phase === "doing" ? BLUE : GREY,
      level: line.depth + 1,
      position: line.position,
      siblings: line.siblings,
      expandable: isParent,
      expanded: isParent && !folded.has(item.key),
      overdue: !isParent && phase !== "done" && end !== null && end < today,
      lockedReason: words.share.page.readOnly,
      critical: false,
      baseline: null,
      muted: false,
    };
    return { item, gantt };
  });
}

/** A hidden title is told by what the item is: its number, or its type alone. */
function sayTitle({ title, number, type }: PublicItem, words: Words): string {
  if (title !== null) return title;
  const name = words.workItems.types[type] ?? type;
  return number === null ? name : `${name} ${number}`;
}
