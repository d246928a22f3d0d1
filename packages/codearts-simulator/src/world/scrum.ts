import { chinaMidnightOf, toDayNumber, toIsoDate, type IsoDate } from "../days.ts";
import type { Random } from "../random.ts";
import { scheduleLeaves, type LeafPlan } from "./schedule-leaves.ts";
import { createTitles, type Subject, type TitleKind, type TitleMaker } from "./titles.ts";
import type { Initiative } from "./themes/theme-types.ts";
import type { Membership, ScrumItem, ScrumProject, Sprint, TrackerId } from "./world-types.ts";

export type ScrumBuild = {
  project: ScrumProject;
  today: IsoDate;
  random: Random;
  /** Gives the next item id. */
  nextId: () => number;
};

const MS_PER_DAY = 86_400_000;
const TRACKER_OF: Record<TitleKind, TrackerId> = { story: 7, task: 2, bug: 3 };

/** Two-week sprints, `count` of them, the current one at index `current`. */
export function createSprints(
  today: IsoDate,
  { firstId, current, count }: { firstId: number; current: number; count: number },
): Sprint[] {
  const day = toDayNumber(today);
  const monday = day - ((((day + 3) % 7) + 7) % 7);
  const begin = monday - (current * 14 + (Math.floor(monday / 7) % 2 === 0 ? 0 : 7));
  return Array.from({ length: count }, (_, index) => ({
    id: firstId + index,
    name: `Sprint ${index + 1}`,
    begin: toIsoDate(begin + index * 14),
    end: toIsoDate(begin + index * 14 + 11),
    status: index < current ? "2" : index === current ? "1" : "0",
  }));
}

function sprintOf(project: ScrumProject, begin: IsoDate | null): number | null {
  if (begin === null) return null;
  return project.sprints.findLast((sprint) => sprint.begin <= begin)?.id ?? null;
}

function statusOf(leaf: LeafPlan, random: Random): number {
  if (leaf.state === "done") return random.chance(0.03) ? 6 : 5;
  if (leaf.state === "running") return leaf.progress >= 80 ? random.pick([3, 4]) : 2;
  return leaf.state === "late" ? random.pick([2, 2, 4]) : 1;
}

/** Work ends earlier or later than planned now and then; drawn from its days, so that no other random number moves. */
function finishedLateBy({ begin, end }: LeafPlan): number {
  if (begin === null || end === null) return 0;
  const late = [0, 1, 0, -1, 0, 3, 0, 2, -2, 0, 7, 0, 1][(begin * 5 + end * 3) % 13] ?? 0;
  return Math.max(late, begin - end);
}

function instants(leaf: LeafPlan, { statusId, today, random }: { statusId: number; today: IsoDate; random: Random }) {
  const now = chinaMidnightOf(today) + 9 * 3_600_000;
  const begin = leaf.begin === null ? now : chinaMidnightOf(toIsoDate(leaf.begin));
  const createdAt =
    Math.min(begin, now - MS_PER_DAY) - random.between(5, 40) * MS_PER_DAY + random.between(0, 30_000_000);
  const end =
    leaf.end === null
      ? now
      : chinaMidnightOf(toIsoDate(leaf.end + finishedLateBy(leaf))) + random.between(30_000_000, 60_000_000);
  const isClosed = statusId === 5 || statusId === 6;
  const updatedAt = isClosed ? Math.min(end, now) : Math.max(createdAt, now - random.between(60_000, 6 * MS_PER_DAY));
  return { createdAt, updatedAt, closedAt: isClosed ? updatedAt : null };
}

function createItem(
  build: ScrumBuild,
  {
    trackerId,
    title,
    parentId,
    leaf,
    team,
  }: { trackerId: TrackerId; title: string; parentId: number | null; leaf: LeafPlan; team: Membership[] },
): ScrumItem {
  const { project, today, random } = build;
  const statusId = statusOf(leaf, random);
  const assignee = random.pick(team).person.userNumber;
  const begin = leaf.begin === null ? null : toIsoDate(leaf.begin);
  const end = leaf.end === null ? null : toIsoDate(leaf.end);
  const expectedHours = leaf.begin === null || leaf.end === null ? 0 : Math.max(2, (leaf.end - leaf.begin + 1) * 4);
  return {
    id: build.nextId(),
    projectId: project.id,
    trackerId,
    title,
    description: `<p>${title}.</p>`,
    statusId,
    priorityId: random.pick([1, 2, 2, 2, 3]),
    severityId: random.pick([11, 12, 12, 12, 13]),
    domainId: random.chance(0.5) ? random.pick([14, 15, 15, 16, 17, 18, 20]) : null,
    moduleId: random.pick(project.modules).id,
    assigneeNumber: leaf.isUnassigned ? null : assignee,
    developerNumber: trackerId === 3 ? random.pick(team).person.userNumber : null,
    creatorNumber: random.pick(team).person.userNumber,
    sprintId: trackerId === 5 || trackerId === 6 ? null : sprintOf(project, begin),
    parentId,
    begin,
    end,
    doneRatio: leaf.progress,
    expectedHours,
    actualHours: Math.round((expectedHours * leaf.progress) / 100),
    ...instants(leaf, { statusId, today, random }),
  };
}

/** What a parent shows: the span of its children, and their mean progress. */
function rollUp(children: ScrumItem[], today: number): LeafPlan {
  const begins = children.flatMap((child) => (child.begin === null ? [] : toDayNumber(child.begin)));
  const ends = children.flatMap((child) => (child.end === null ? [] : toDayNumber(child.end)));
  const progress = Math.round(children.reduce((sum, child) => sum + child.doneRatio, 0) / Math.max(1, children.length));
  const begin = begins.length === 0 ? null : Math.min(...begins);
  const end = ends.length === 0 ? null : Math.max(...ends);
  const isDone = progress === 100;
  const state = isDone ? "done" : begin !== null && begin <= today ? "running" : "planned";
  return { begin, end, state, progress, isUnassigned: false };
}

/** The leaves of a feature: stories first, then their tasks and bugs. */
function createLeaves(
  build: ScrumBuild,
  {
    leaves,
    featureId,
    titleOf,
    team,
    isChain,
  }: { leaves: LeafPlan[]; featureId: number; titleOf: TitleMaker; team: Membership[]; isChain: boolean },
): ScrumItem[] {
  const stories = isChain ? leaves.length : Math.max(1, Math.round(leaves.length * 0.45));
  const items: ScrumItem[] = [];
  const subjects: Subject[] = [];
  leaves.forEach((leaf, index) => {
    const kind: TitleKind = index < stories ? "story" : build.random.chance(0.38) ? "bug" : "task";
    const storyIndex = (index - stories) % stories;
    const story = items[storyIndex];
    const { text: title, about } = kind === "story" ? titleOf(kind) : titleOf(kind, subjects[storyIndex]);
    subjects.push(about);
    items.push(
      createItem(build, {
        trackerId: TRACKER_OF[kind],
        title,
        parentId: kind === "story" ? featureId : (story?.id ?? featureId),
        leaf,
        team,
      }),
    );
  });
  return items;
}

/** Builds one initiative: epics over features over stories over tasks and bugs, exactly `items` of them. */
export function createScrumInitiative(build: ScrumBuild, initiative: Initiative): ScrumItem[] {
  const { project, random } = build;
  const today = toDayNumber(build.today);
  const epics = Object.entries(initiative.epics);
  const features = epics.flatMap(([, names]) => names);
  const leafCount = initiative.items - epics.length - features.length;
  const groupOf = Array.from({ length: leafCount }, (_, index) => Math.floor((index * features.length) / leafCount));
  const leaves = scheduleLeaves(initiative, { groupOf, groups: features.length, today, random });
  const workers = project.members.filter(({ roleId }) => roleId !== 8);
  const team = random.shuffle(workers).slice(0, Math.min(workers.length, Math.max(5, Math.ceil(leafCount / 14))));
  const titleOf = createTitles(initiative, random);
  const items: ScrumItem[] = [];
  let group = 0;
  for (const [epicTitle, featureTitles] of epics) {
    const epic = createItem(build, { trackerId: 5, title: epicTitle, parentId: null, leaf: rollUp([], today), team });
    const below: ScrumItem[] = [];
    const featureItems = featureTitles.map((title) => {
      const feature = createItem(build, { trackerId: 6, title, parentId: epic.id, leaf: rollUp([], today), team });
      const own = createLeaves(build, {
        leaves: leaves.filter((_, index) => groupOf[index] === group),
        featureId: feature.id,
        titleOf,
        team,
        isChain: initiative.chain !== undefined,
      });
      group += 1;
      below.push(...own);
      return { ...withRollUp(feature, { children: own, today, random }), below: own };
    });
    items.push(withRollUp(epic, { children: below, today, random }));
    for (const { below: own, ...feature } of featureItems) items.push(feature, ...own);
  }
  return items;
}

function withRollUp(
  item: ScrumItem,
  { children, today, random }: { children: ScrumItem[]; today: number; random: Random },
): ScrumItem {
  const rolled = rollUp(children, today);
  const statusId = statusOf({ ...rolled, progress: Math.min(rolled.progress, 70) }, random);
  const closedAt = statusId === 5 || statusId === 6 ? Math.max(...children.map((child) => child.updatedAt)) : null;
  return {
    ...item,
    begin: rolled.begin === null ? null : toIsoDate(rolled.begin),
    end: rolled.end === null ? null : toIsoDate(rolled.end),
    doneRatio: rolled.progress,
    statusId,
    createdAt: Math.min(item.createdAt, ...children.map((child) => child.createdAt)),
    closedAt,
    expectedHours: 0,
    actualHours: 0,
  };
}
