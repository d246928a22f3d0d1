import type { WorkItem } from "@gantry/api-contract";
import type { GanttCategory } from "@gantry/gantt";
import { fieldIdOf } from "./field-values.ts";
import { filterOptionsOf } from "./filter-items.ts";
import { type ColourKey, NONE } from "./plan-search.ts";

/** `id: null` gathers the values beyond those that have a colour of their own. */
export type LegendEntry = { id: string | null; name: string | null; category: GanttCategory; count: number };
export type Colouring = { categoryOf: (item: WorkItem) => GanttCategory; legend: LegendEntry[] };

const GREY: GanttCategory = 8;
/** Green is kept for what is done, grey for what is not begun or not set. */
const DOING: readonly GanttCategory[] = [1, 4, 7, 6, 2, 5];
const PEOPLE: readonly GanttCategory[] = [1, 3, 4, 6, 7, 2, 5];
/** Colour of each type's icon. */
export const SHAPE_CATEGORIES = {
  epic: 4,
  feature: 6,
  story: 1,
  task: 7,
  bug: 5,
  requirement: 2,
} as const satisfies Record<WorkItem["shape"], GanttCategory>;

/**
 * Gives every value of one property a colour category of the design tokens. Red is not among them: it means late.
 * Status colours follow the phase, types their icon's colour; people and priorities follow how often they occur.
 */
export function toColouring(items: readonly WorkItem[], key: ColourKey): Colouring {
  const options = filterOptionsOf(items, key);
  const firstOf = new Map<string, WorkItem>();
  for (const item of items) {
    const id = fieldIdOf(item, key);
    if (!firstOf.has(id)) firstOf.set(id, item);
  }
  const categories = new Map<string, GanttCategory>();
  let doing = 0;
  let people = 0;
  for (const { id } of options) {
    const sample = firstOf.get(id);
    if (sample === undefined) continue;
    if (key === "status") {
      const { phase } = sample.status;
      categories.set(id, phase === "todo" ? GREY : phase === "done" ? 3 : (DOING[doing++] ?? GREY));
    } else if (key === "type") categories.set(id, SHAPE_CATEGORIES[sample.shape]);
    else if (id !== NONE) categories.set(id, PEOPLE[people++] ?? GREY);
  }
  const legend: LegendEntry[] = [];
  let beyond = 0;
  for (const { id, name, count } of options) {
    const category = categories.get(id) ?? GREY;
    if (category === GREY && name !== null && key !== "status") beyond += count;
    else legend.push({ id, name, category, count });
  }
  if (beyond > 0) legend.push({ id: null, name: null, category: GREY, count: beyond });
  return { categoryOf: (item) => categories.get(fieldIdOf(item, key)) ?? GREY, legend };
}
