import type { IsoDate } from "../days.ts";
import { createRandom, type Random } from "../random.ts";
import type { Scale } from "../types.ts";
import { HOSTILE_TITLES } from "./hostile.ts";
import { createIpdInitiative } from "./ipd.ts";
import { fillLargeProject, LARGE_SCALE } from "./large.ts";
import { createPeople } from "./people.ts";
import { fillPortfolioProject, portfolioTheme } from "./portfolio.ts";
import { createPlan } from "./plans.ts";
import { createIpdProject, createMembers, createScrumProject, type ProjectBuild } from "./projects.ts";
import { createScrumInitiative, type ScrumBuild } from "./scrum.ts";
import { ATLAS } from "./themes/atlas.ts";
import { FLEET } from "./themes/fleet.ts";
import { HARBOR } from "./themes/harbor.ts";
import { MERIDIAN } from "./themes/meridian.ts";
import { ORCHARD } from "./themes/orchard.ts";
import { PLATFORM } from "./themes/platform.ts";
import type { Initiative, ProjectTheme } from "./themes/theme-types.ts";
import type { Domain, IpdItem, Membership, Person, PlanType, Project, RoleId, World } from "./world-types.ts";

const LARGE_THEME = {
  name: "Continental Programme",
  code: "CONT",
  description: "Thirty thousand work items, as many as CodeArts allows in one project.",
  creator: "zhao.min",
  modules: ["North", "South", "East", "West"],
};

const IPD_ITEMS_PER_INITIATIVE = 125;

const REHEARSAL: Initiative = {
  plan: { name: "Import rehearsal", type: "gantt", creator: "guo.jing" },
  items: 3 + HOSTILE_TITLES.length,
  epics: { "Import rehearsal": ["Odd records", "Long records"] },
  subjects: ["Import rehearsal"],
  days: [-10, 30],
  undated: 4,
};

/** 18 digits at first, 19 after a while, and neighbours that differ in the last digit only: no JS number holds them. */
function createIpdIds(): () => string {
  let next = 957_294_446_158_852_096n;
  let given = 0;
  return () => {
    given += 1;
    if (given === 240) next = 1_157_294_446_158_852_096n;
    const id = next;
    next += given % 5 === 0 ? 7_321n : 1n;
    return id.toString();
  };
}

type Builder = {
  world: World;
  random: Random;
  today: IsoDate;
  people: Person[];
  nextScrumId: () => number;
  nextIpdId: () => string;
  nextProjectNumber: () => number;
};

function addPlan(
  builder: Builder,
  {
    project,
    plan,
    itemIds,
    days,
  }: { project: Project; plan: { name: string; type: PlanType; creator: string }; itemIds: string[]; days: number },
): void {
  const team = project.members.map(({ person }) => person);
  const creator = team.find((person) => person.userName === plan.creator) ?? project.creator;
  const draft = { projectId: project.id, name: plan.name, type: plan.type, creator, itemIds, startsInDays: days };
  builder.world.plans.push(createPlan(draft, { team, today: builder.today, random: builder.random }));
}

function membersOf(
  builder: Builder,
  {
    theme,
    count,
    roles,
    except = [],
  }: { theme: { creator: string }; count: number; roles: Record<string, RoleId>; except?: string[] },
): Membership[] {
  return createMembers(theme.creator, { people: builder.people, random: builder.random, count, roles, except });
}

function projectBuildOf(builder: Builder, domain: Domain): ProjectBuild {
  return { domain, people: builder.people, today: builder.today, random: builder.random, nextIpdId: builder.nextIpdId };
}

function scrumBuildOf(
  builder: Builder,
  {
    theme,
    members,
    domain,
  }: {
    theme: Pick<ProjectTheme, "name" | "code" | "description" | "creator" | "modules">;
    members: Membership[];
    domain: Domain;
  },
): ScrumBuild {
  const number = builder.nextProjectNumber();
  const project = createScrumProject(theme, { build: projectBuildOf(builder, domain), members, number });
  builder.world.projects.push(project);
  return { project, today: builder.today, random: builder.random, nextId: builder.nextScrumId };
}

function addScrumProject(
  builder: Builder,
  { theme, members, domain }: { theme: ProjectTheme; members: Membership[]; domain: Domain },
): ScrumBuild {
  const build = scrumBuildOf(builder, { theme, members, domain });
  const linked: string[] = [];
  for (const initiative of theme.initiatives) {
    const items = createScrumInitiative(build, initiative);
    builder.world.scrumItems.push(...items);
    if (initiative.plan === null) continue;
    const itemIds = items.map((item) => String(item.id));
    if (initiative.plan.type === "gantt") linked.push(...itemIds);
    addPlan(builder, { project: build.project, plan: initiative.plan, itemIds, days: initiative.days[0] });
  }
  for (const plan of theme.pickedPlans ?? []) {
    const itemIds = builder.random
      .shuffle(linked)
      .slice(0, plan.items)
      .toSorted((left, right) => Number(left) - Number(right));
    addPlan(builder, { project: build.project, plan, itemIds, days: -20 });
  }
  return build;
}

/** The one plan with titles that break careless programs. */
function addRehearsal(builder: Builder, build: ScrumBuild): void {
  let title = 0;
  const items = createScrumInitiative(build, REHEARSAL).map((item) =>
    item.trackerId === 5 || item.trackerId === 6 ? item : { ...item, title: HOSTILE_TITLES[title++] ?? item.title },
  );
  builder.world.scrumItems.push(...items);
  const itemIds = items.map((item) => String(item.id));
  addPlan(builder, {
    project: build.project,
    plan: { name: "Import rehearsal", type: "gantt", creator: "guo.jing" },
    itemIds,
    days: -10,
  });
}

function addIpdProject(
  builder: Builder,
  {
    theme,
    members,
    domain,
    extraItems,
  }: { theme: ProjectTheme; members: Membership[]; domain: Domain; extraItems: number },
): void {
  const number = builder.nextProjectNumber();
  const project = createIpdProject(theme, { build: projectBuildOf(builder, domain), members, number });
  builder.world.projects.push(project);
  const build = { project, today: builder.today, random: builder.random, nextId: builder.nextIpdId };
  let extra = extraItems;
  for (let index = 0; extra > 0; index += 1) {
    const source = theme.initiatives[index % theme.initiatives.length];
    if (source === undefined) break;
    const items = createIpdInitiative(build, { ...source, items: IPD_ITEMS_PER_INITIATIVE });
    builder.world.ipdItems.push(...items);
    extra -= items.length;
  }
  for (const initiative of theme.initiatives) {
    const items: IpdItem[] = createIpdInitiative(build, initiative);
    builder.world.ipdItems.push(...items);
    if (initiative.plan === null) continue;
    addPlan(builder, {
      project,
      plan: initiative.plan,
      itemIds: items.map((item) => item.id),
      days: initiative.days[0],
    });
  }
}

/** The made-up company: same seed and same day, same world. */
export function buildWorld({ seed, scale, today }: { seed: number | string; scale: Scale; today: IsoDate }): World {
  const random = createRandom(`world:${seed}`);
  const { people, demo, other } = createPeople(random);
  let scrumId = 58_000;
  let projectNumber = 35_138_970;
  const builder: Builder = {
    world: { people, projects: [], scrumItems: [], ipdItems: [], plans: [], today },
    random,
    today,
    people: people.filter((person) => person.domain === demo),
    nextScrumId: () => (scrumId += random.between(1, 3)),
    nextIpdId: createIpdIds(),
    nextProjectNumber: () => ++projectNumber,
  };
  const atlas = membersOf(builder, { theme: ATLAS, count: 18, roles: { "chen.hao": 4, "guo.jing": 8, "li.na": 3 } });
  addScrumProject(builder, { theme: ATLAS, members: atlas, domain: demo });
  const meridian = membersOf(builder, {
    theme: MERIDIAN,
    count: 12,
    roles: { "zhao.min": 3, "chen.hao": 4, "liu.fang": 4, "gao.yan": 4 },
    except: ["guo.jing"],
  });
  addScrumProject(builder, { theme: MERIDIAN, members: meridian, domain: demo });
  const fleet = membersOf(builder, {
    theme: FLEET,
    count: 12,
    roles: { "zhao.min": 3, "li.na": 4, "wang.lei": 4, "he.qiang": 4 },
    except: ["guo.jing", "chen.hao"],
  });
  addScrumProject(builder, { theme: FLEET, members: fleet, domain: demo });
  const platform = membersOf(builder, {
    theme: PLATFORM,
    count: 9,
    roles: { "zhao.min": 3, "wang.lei": 4 },
    except: ["chen.hao"],
  });
  addRehearsal(builder, addScrumProject(builder, { theme: PLATFORM, members: platform, domain: demo }));
  const harbor = membersOf(builder, {
    theme: HARBOR,
    count: 11,
    roles: { "zhao.min": 3, "wang.lei": 4, "zheng.bo": 4 },
    except: ["guo.jing", "chen.hao"],
  });
  const extraItems = typeof scale === "string" ? 0 : (scale.ipdItems ?? 0);
  addIpdProject(builder, { theme: HARBOR, members: harbor, domain: demo, extraItems });

  if (scale !== "demo") {
    const build = scrumBuildOf(builder, {
      theme: LARGE_THEME,
      members: membersOf(builder, { theme: LARGE_THEME, count: 26, roles: {}, except: ["chen.hao", "guo.jing"] }),
      domain: demo,
    });
    const { items, plans } = fillLargeProject(build, scale === "large" ? LARGE_SCALE : scale);
    for (const item of items) builder.world.scrumItems.push(item);
    builder.world.plans.push(...plans);
  }

  const portfolio = typeof scale === "string" ? undefined : scale.portfolio;
  for (let index = 0; portfolio !== undefined && index < portfolio.projects; index += 1) {
    const theme = portfolioTheme(index);
    const build = scrumBuildOf(builder, {
      theme,
      members: membersOf(builder, { theme, count: 14, roles: { "li.na": 4, "wang.lei": 4 } }),
      domain: demo,
    });
    const { items, plans } = fillPortfolioProject(build, { scale: portfolio, isLargest: index === 0 });
    for (const item of items) builder.world.scrumItems.push(item);
    builder.world.plans.push(...plans);
  }

  const neighbours = { ...builder, people: people.filter((person) => person.domain === other) };
  const orchard = membersOf(neighbours, { theme: ORCHARD, count: 2, roles: {} });
  addScrumProject(neighbours, { theme: ORCHARD, members: orchard, domain: other });
  return builder.world;
}
