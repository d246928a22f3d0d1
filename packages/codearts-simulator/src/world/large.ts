import type { Random } from "../random.ts";
import type { CustomScale } from "../types.ts";
import { createPlan } from "./plans.ts";
import { createScrumInitiative, type ScrumBuild } from "./scrum.ts";
import type { Initiative } from "./themes/theme-types.ts";
import { ATLAS } from "./themes/atlas.ts";
import { FLEET } from "./themes/fleet.ts";
import { MERIDIAN } from "./themes/meridian.ts";
import type { Plan, ScrumItem } from "./world-types.ts";

export const LARGE_SCALE: CustomScale = { items: 30_000, plans: 500, biggestPlan: 10_000 };

const SOURCES = [...ATLAS.initiatives, ...MERIDIAN.initiatives, ...FLEET.initiatives].filter(
  (initiative) => initiative.chain === undefined,
);
const ITEMS_PER_INITIATIVE = 125;

/** Slices of the same work for many regions: what a programme of this size looks like. */
export function initiativeOf(index: number, { items, random }: { items: number; random: Random }): Initiative {
  const source = random.pick(SOURCES);
  const from = -180 + Math.floor((index * 7) % 330);
  return {
    plan: null,
    items,
    epics: Object.fromEntries(
      Object.entries(source.epics).map(([epic, features]) => [`${epic}, region ${index + 1}`, features]),
    ),
    subjects: source.subjects,
    ...(source.chineseSubjects === undefined ? {} : { chineseSubjects: source.chineseSubjects }),
    days: [from, from + random.between(40, 120)],
    overdue: random.between(0, 3),
    undated: 12,
    unassigned: 10,
  };
}

/** Fills a project with so many items and plans; the first plan, "Programme 10k" at full size, is the biggest. */
export function fillLargeProject(build: ScrumBuild, scale: CustomScale): { items: ScrumItem[]; plans: Plan[] } {
  const { project, random, today } = build;
  const items: ScrumItem[] = [];
  for (let index = 0; items.length < scale.items; index += 1) {
    const left = scale.items - items.length;
    const size = left < ITEMS_PER_INITIATIVE * 2 ? left : ITEMS_PER_INITIATIVE;
    items.push(...createScrumInitiative(build, initiativeOf(index, { items: Math.max(size, 16), random })));
  }
  const team = project.members.map(({ person }) => person);
  const plans = Array.from({ length: scale.plans }, (_, index) => {
    const size = index === 0 ? scale.biggestPlan : random.between(20, 300);
    const from = index === 0 ? 0 : random.between(0, Math.max(0, items.length - size));
    const draft = {
      projectId: project.id,
      name:
        index === 0
          ? `Programme ${scale.biggestPlan >= 1_000 ? `${Math.round(scale.biggestPlan / 1_000)}k` : scale.biggestPlan}`
          : `Region ${index} roadmap`,
      type: index % 4 === 3 ? ("mind" as const) : ("gantt" as const),
      creator: random.pick(team),
      itemIds: items.slice(from, from + size).map((item) => String(item.id)),
      startsInDays: -random.between(10, 200),
    };
    return createPlan(draft, { team, today, random });
  });
  return { items: items.slice(0, scale.items), plans };
}
