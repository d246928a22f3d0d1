import { chinaMidnightOf, toDayNumber, toIsoDate, type IsoDate } from "../days.ts";
import type { Random } from "../random.ts";
import { ipdStatusesOf } from "./catalog.ts";
import { scheduleLeaves, type LeafPlan } from "./schedule-leaves.ts";
import { createTitles, type Subject, type TitleKind, type TitleMaker } from "./titles.ts";
import type { Initiative } from "./themes/theme-types.ts";
import type { IpdCategory, IpdItem, IpdPeriod, IpdProject } from "./world-types.ts";

export type IpdBuild = {
  project: IpdProject;
  today: IsoDate;
  random: Random;
  nextId: () => string;
};

const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;
const PRIORITIES = ["Low", "Middle", "Middle", "High"];

/** Two releases with three iterations each: one release running, one planned. */
export function createPeriods(today: IsoDate, nextId: () => string): IpdPeriod[] {
  const day = toDayNumber(today);
  return [-84, 0].flatMap((offset, release) => {
    const piId = nextId();
    const begin = day + offset + 28;
    const pi: IpdPeriod = {
      id: piId,
      title: `PI ${release + 2}`,
      category: "PI",
      status: release === 0 ? "going" : "planned",
      parentId: null,
      begin: toIsoDate(begin),
      end: toIsoDate(begin + 83),
    };
    const iterations = [0, 1, 2].map((index): IpdPeriod => {
      const from = begin + index * 28;
      const status = from + 27 < day ? "ended" : from <= day ? "going" : "planned";
      return {
        id: nextId(),
        title: `${pi.title} iteration ${index + 1}`,
        category: "Iteration",
        status,
        parentId: piId,
        begin: toIsoDate(from),
        end: toIsoDate(from + 27),
      };
    });
    return [pi, ...iterations];
  });
}

function statusOf(category: IpdCategory, { leaf, random }: { leaf: LeafPlan; random: Random }): string {
  const statuses = ipdStatusesOf(category);
  if (leaf.state === "done") return "closed";
  if (leaf.state === "planned") return "start";
  return random.pick(statuses.filter((status) => status.phase === "IN_PROGRESS")).code;
}

function moreOf(category: IpdCategory, random: Random): Record<string, unknown> {
  const severity = random.pick(["Major", "Minor", "Minor", "Suggestion"]);
  if (category === "Bug") return { severity, test_failures_times: random.between(0, 2) };
  if (category === "Task") return {};
  return { need_break: category === "AR" ? "no" : "yes", business_domain: random.pick(["Metering", "Connectivity"]) };
}

function createItem(
  build: IpdBuild,
  {
    category,
    title,
    parentId,
    leaf,
  }: { category: IpdCategory; title: string; parentId: string | null; leaf: LeafPlan },
): IpdItem {
  const { project, today, random } = build;
  const id = build.nextId();
  const now = chinaMidnightOf(today) + 9 * MS_PER_HOUR;
  const planStart = leaf.begin === null ? null : chinaMidnightOf(toIsoDate(leaf.begin));
  const planEnd = leaf.end === null ? null : chinaMidnightOf(toIsoDate(leaf.end));
  const statusCode = statusOf(category, { leaf, random });
  const createdAt = Math.min(planStart ?? now, now - MS_PER_DAY) - random.between(6, 45) * MS_PER_DAY;
  const modifiedAt =
    statusCode === "closed"
      ? Math.min(now, (planEnd ?? now) + 8 * MS_PER_HOUR)
      : now - random.between(60_000, 5 * MS_PER_DAY);
  const day = planStart === null ? null : toIsoDate(Math.floor(planStart / MS_PER_DAY) + 1);
  const iteration = project.periods.find(
    (one) => one.category === "Iteration" && day !== null && one.begin <= day && day <= one.end,
  );
  const creator = random.pick(project.members).person.userId;
  return {
    id,
    projectId: project.id,
    number: `${category}${toIsoDate(Math.floor(createdAt / MS_PER_DAY)).replaceAll("-", "")}${id.slice(-6)}`,
    category,
    title,
    description: `<p>${title}.</p>`,
    statusCode,
    priority: random.pick(PRIORITIES),
    assigneeId: leaf.isUnassigned ? null : random.pick(project.members).person.userId,
    createdById: creator,
    modifiedById: creator,
    parentId,
    planStart,
    planEnd,
    piId: iteration?.parentId ?? null,
    iterationId: iteration?.id ?? null,
    workloadManDays: leaf.begin === null || leaf.end === null ? "0.0" : (leaf.end - leaf.begin + 1).toFixed(1),
    labelIds: random.chance(0.2) ? [random.pick(project.labels).id] : [],
    createdAt,
    modifiedAt: Math.max(createdAt, modifiedAt),
    statusModifiedAt: Math.max(createdAt, modifiedAt - MS_PER_HOUR),
    closedAt: statusCode === "closed" ? modifiedAt : null,
    more: moreOf(category, random),
  };
}

function spanOf(items: IpdItem[]): Pick<IpdItem, "planStart" | "planEnd" | "statusCode"> {
  const starts = items.flatMap((item) => item.planStart ?? []);
  const ends = items.flatMap((item) => item.planEnd ?? []);
  const isClosed = items.length > 0 && items.every((item) => item.statusCode === "closed");
  const isStarted = items.some((item) => item.statusCode !== "start");
  return {
    planStart: starts.length === 0 ? null : Math.min(...starts),
    planEnd: ends.length === 0 ? null : Math.max(...ends),
    statusCode: isClosed ? "closed" : isStarted ? "doing" : "start",
  };
}

const UNSCHEDULED: LeafPlan = { begin: null, end: null, state: "planned", progress: 0, isUnassigned: false };

const KIND_OF: Partial<Record<IpdCategory, TitleKind>> = { Task: "task", Bug: "bug" };

/** Below an SR: half ARs, then tasks under them, and bugs that stand alone. */
function createLeaves(
  build: IpdBuild,
  { leaves, parentId, titleOf }: { leaves: LeafPlan[]; parentId: string; titleOf: TitleMaker },
): IpdItem[] {
  const requirements = Math.max(1, Math.round(leaves.length * 0.5));
  const items: IpdItem[] = [];
  const subjects: Subject[] = [];
  leaves.forEach((leaf, index) => {
    const category: IpdCategory = index < requirements ? "AR" : build.random.chance(0.4) ? "Bug" : "Task";
    const parentIndex = (index - requirements) % requirements;
    const parent = items[parentIndex];
    const kind = KIND_OF[category] ?? "story";
    const { text: title, about } = kind === "story" ? titleOf(kind) : titleOf(kind, subjects[parentIndex]);
    subjects.push(about);
    items.push(
      createItem(build, {
        category,
        title,
        parentId: category === "AR" ? parentId : category === "Bug" ? null : (parent?.id ?? parentId),
        leaf,
      }),
    );
  });
  return items;
}

/** Builds one initiative: IRs over SRs over ARs over tasks, bugs beside them, and a raw requirement per IR where there is room. */
export function createIpdInitiative(build: IpdBuild, initiative: Initiative): IpdItem[] {
  const { random } = build;
  const upper = Object.entries(initiative.epics);
  const lower = upper.flatMap(([, names]) => names);
  const leafCount = initiative.items - upper.length * 2 - lower.length;
  const groupOf = Array.from({ length: leafCount }, (_, index) => Math.floor((index * lower.length) / leafCount));
  const leaves = scheduleLeaves(initiative, { groupOf, groups: lower.length, today: toDayNumber(build.today), random });
  const titleOf = createTitles(initiative, random);
  const items: IpdItem[] = [];
  let group = 0;
  for (const [title, systemRequirements] of upper) {
    const raw = createItem(build, {
      category: "RR",
      title: `Customers ask: ${title.toLowerCase()}`,
      parentId: null,
      leaf: UNSCHEDULED,
    });
    const initial = createItem(build, { category: "IR", title, parentId: null, leaf: UNSCHEDULED });
    const below: IpdItem[] = [];
    for (const name of systemRequirements) {
      const requirement = createItem(build, { category: "SR", title: name, parentId: initial.id, leaf: UNSCHEDULED });
      const own = createLeaves(build, {
        leaves: leaves.filter((_, index) => groupOf[index] === group),
        parentId: requirement.id,
        titleOf,
      });
      group += 1;
      below.push({ ...requirement, ...spanOf(own) }, ...own);
    }
    items.push(raw, { ...initial, ...spanOf(below), more: { ...initial.more, ir2rr: raw.id } }, ...below);
  }
  return items;
}
