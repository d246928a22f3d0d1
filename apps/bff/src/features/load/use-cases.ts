import { type Load, type LoadItems, type LoadQuery, LOAD_ITEMS_A_PAGE, type WorkSum } from "@gantry/api-contract";
import {
  addWork,
  createLoadFrame,
  createWorkingCalendar,
  type IsoDate,
  loadOf,
  type LoadFrame,
  type PersonLoad,
  placeWork,
  shareInWeek,
  type WorkTally,
} from "@gantry/schedule";
import { createBreath } from "../../breathe.ts";
import type { Mirror } from "../../mirror/mirror.ts";
import type { Reader } from "../reader.ts";
import { gatherWork, type OpenWork } from "./gather-work.ts";

const FRESH_MS = 30_000;
const PLANS_NAMED = 3;

export type LoadRead = { mirror: Pick<Mirror, "projectsOf">; today: IsoDate };

/** Person × week over the plans that the reader sees and that somebody has read already. */
export async function readLoad(
  reader: Reader,
  { mirror, today, query }: LoadRead & { query: LoadQuery },
): Promise<Load> {
  const projects = await mirror.projectsOf(reader, { freshForMs: FRESH_MS });
  const frame = frameOf(query, today);
  const gathered = await gatherWork(projects, { filter: query });
  const loads = new Map<string | null, PersonLoad>();
  const plansOf = new Map<string | null, Set<string>>();
  for (const id of gathered.people.keys()) loadOf(loads, id);
  const breath = createBreath();
  for (const { item, hours, plans } of gathered.work) {
    await breath();
    const personId = item.assignee?.id ?? null;
    addWork(loads, { work: { personId, hours, start: item.start, end: item.end }, frame });
    const own = plansOf.get(personId) ?? new Set();
    for (const { id } of plans) own.add(id);
    plansOf.set(personId, own);
  }
  return {
    today,
    weeks: [...frame.weeks],
    people: [...loads].map(([id, load]) => ({
      person: id === null ? null : (gathered.people.get(id) ?? null),
      plans: plansOf.get(id)?.size ?? 0,
      cells: [...load.weeks]
        .toSorted(([left], [right]) => left - right)
        .map(([week, { overdue, ...sum }]) => ({ week, ...toSum(sum), overdue })),
      unscheduled: toSum(load.unscheduled),
      later: toSum(load.later),
    })),
    projects: projects.map(({ known, plans }) => ({
      id: known.project.id,
      name: known.project.name,
      plans: plans.map(({ plan }) => ({ id: plan.id, name: plan.name })),
    })),
    plans: gathered.plans,
    missing: gathered.missing,
    readAt: gathered.readAt,
  };
}

export type LoadItemsWish = LoadQuery & {
  personId: string | null;
  week: IsoDate | "unscheduled";
  offset: number;
};

/** A page of what counts in one cell, the most hours first. A week that the frame does not have holds nothing. */
export async function listLoadItems(
  reader: Reader,
  { mirror, today, wish }: LoadRead & { wish: LoadItemsWish },
): Promise<LoadItems> {
  const projects = await mirror.projectsOf(reader, { freshForMs: FRESH_MS });
  const frame = frameOf(wish, today);
  const { work } = await gatherWork(projects, { filter: wish });
  const week = frame.weeks.findIndex(({ start }) => start === wish.week);
  const found: (OpenWork & { share: number; isOverdue: boolean })[] = [];
  const breath = createBreath();
  for (const one of work) {
    await breath();
    if ((one.item.assignee?.id ?? null) !== wish.personId) continue;
    const place = placeWork(one.item, frame);
    const share = wish.week === "unscheduled" ? (place === null ? 1 : 0) : shareInWeek(place, { week, frame });
    if (share > 0) found.push({ ...one, share, isOverdue: place?.isOverdue ?? false });
  }
  const sorted = found.toSorted(
    (left, right) =>
      (right.hours ?? -1) * right.share - (left.hours ?? -1) * left.share || (left.item.id < right.item.id ? -1 : 1),
  );
  const next = wish.offset + LOAD_ITEMS_A_PAGE;
  return {
    items: sorted.slice(wish.offset, next).map(({ item, hours, plans, projectName, share, isOverdue }) => ({
      item,
      projectName,
      plans: plans.slice(0, PLANS_NAMED).map(({ id, name }) => ({ id, name })),
      planCount: plans.length,
      hours: hours === null ? null : round(hours),
      weekHours: hours === null ? null : round(hours * share),
      isOverdue,
    })),
    total: sorted.length,
    nextOffset: next < sorted.length ? next : null,
  };
}

function frameOf({ calendar, firstDayOfWeek, weeks }: LoadQuery, today: IsoDate): LoadFrame {
  return createLoadFrame({ calendar: createWorkingCalendar(calendar), today, firstDayOfWeek, weeks });
}

function toSum({ items, hours, withoutHours }: WorkTally): WorkSum {
  return { items, hours: round(hours), withoutHours };
}

/** To a hundredth of an hour: less is dust of the division. */
function round(hours: number): number {
  return Math.round(hours * 100) / 100;
}
