import { addDays, type IsoDate } from "@gantry/schedule";

/** One plan for every chart: flat rows over five years, a fifth of them linked to a later one. */
export type PlanData = { items: readonly PlanItem[]; links: readonly PlanLink[] };
export type PlanItem = { id: string; title: string; start: IsoDate; end: IsoDate; progress: number; person: string };
export type PlanLink = { id: string; from: string; to: string };

export const FIRST_DAY: IsoDate = "2024-01-01";
export const LAST_DAY: IsoDate = "2028-12-31";
export const TODAY: IsoDate = "2026-06-17";
const DAYS_OF_STARTS = 1_800;
const NEAR_TODAY_DAYS = 898;
const PEOPLE = ["WL", "LN", "ZM", "CH"] as const;

export function createPlanData(rows: number): PlanData {
  const items = Array.from({ length: rows }, (_, index) => {
    // Every other item starts within five weeks of today, so that a view of today has bars in half its rows.
    const offset = index % 2 === 0 ? NEAR_TODAY_DAYS + ((index * 7) % 35) - 20 : (index * 37) % DAYS_OF_STARTS;
    const start = addDays(FIRST_DAY, offset);
    return {
      id: `i${index}`,
      title: `Work item number ${index}`,
      start,
      end: addDays(start, 3 + (index % 17)),
      progress: (index * 13) % 101,
      person: PEOPLE[index % PEOPLE.length] ?? "",
    };
  });
  const links = Array.from({ length: Math.floor((rows - 4) / 5) }, (_, index) => ({
    id: `l${index}`,
    from: `i${index * 5 + 1}`,
    to: `i${index * 5 + 4}`,
  }));
  return { items, links };
}

/** The item as it is after somebody shifted it by a week. */
export function shifted(item: PlanItem): PlanItem {
  return { ...item, start: addDays(item.start, 7), end: addDays(item.end, 7) };
}
