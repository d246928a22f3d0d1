import type { PortfolioScale } from "../types.ts";
import { createPlan } from "./plans.ts";
import { createScrumInitiative, type ScrumBuild } from "./scrum.ts";
import type { Initiative } from "./themes/theme-types.ts";
import type { Plan, ScrumItem } from "./world-types.ts";
import { initiativeOf } from "./large.ts";

const REGIONS = ["North", "South", "East", "West", "Central", "Coast", "Inland", "Island"] as const;
const LINES = ["Payments", "Logistics", "Metering", "Field service", "Customer care", "Data platform"] as const;

/** As many as a plan has. */
const ITEMS_PER_INITIATIVE = 40;
/** Plans of a project overlap: each begins so many items after the one before. */
const STEP = 10;

/** What one of many projects is called. */
export function portfolioTheme(index: number) {
  const region = REGIONS[index % REGIONS.length] ?? "North";
  const line = LINES[index % LINES.length] ?? "Payments";
  return {
    name: `${line} ${region} ${index + 1}`,
    code: `PF${index + 1}`,
    description: `${line} for the region ${region}.`,
    creator: "zhao.min",
    modules: ["Core", "Edge", "Reports"],
  };
}

/** Fills one of many projects: so many plans of some forty items, the biggest of which takes all of a large project. */
export function fillPortfolioProject(
  build: ScrumBuild,
  { scale, isLargest }: { scale: PortfolioScale; isLargest: boolean },
): { items: ScrumItem[]; plans: Plan[] } {
  const { project, random, today } = build;
  const items: ScrumItem[] = [];
  const wanted = isLargest ? scale.largestPlan : scale.plans * STEP + ITEMS_PER_INITIATIVE;
  const initiative = (index: number): Initiative => initiativeOf(index, { items: ITEMS_PER_INITIATIVE, random });
  for (let index = 0; items.length < wanted; index += 1) {
    for (const item of createScrumInitiative(build, initiative(index))) items.push(item);
  }
  const team = project.members.map(({ person }) => person);
  const plans = Array.from({ length: scale.plans }, (_, index) => {
    const isBiggest = isLargest && index === 0;
    const from = index * STEP;
    const own = isBiggest ? items.slice(0, scale.largestPlan) : items.slice(from, from + ITEMS_PER_INITIATIVE);
    const draft = {
      projectId: project.id,
      name: isBiggest ? `Whole programme ${project.code}` : `${project.name}, stage ${index + 1}`,
      type: index % 5 === 4 ? ("mind" as const) : ("gantt" as const),
      creator: random.pick(team),
      itemIds: own.map((item) => String(item.id)),
      startsInDays: -random.between(10, 200),
    };
    return createPlan(draft, { team, today, random });
  });
  return { items, plans };
}
