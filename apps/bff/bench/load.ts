import type { Plan, WorkItem } from "@gantry/api-contract";
import { addDays, chinaCalendar, type IsoDate } from "@gantry/schedule";
import { aWorkItem } from "@gantry/testkit";
import { readLoad } from "../src/features/load/use-cases.ts";
import type { Reader } from "../src/features/reader.ts";
import type { KnownProjectPlans } from "../src/mirror/mirror.ts";

export type LoadCost = {
  people: number;
  weeks: number;
  items: number;
  /** Median time of the whole answer, and of one bare pass that adds up all hours. */
  answerMs: number;
  bareMs: number;
  /** Longest time in which nothing else had a turn. */
  longestStretchMs: number;
};

const PROJECTS = 10;
const PLANS_A_PROJECT = 20;
const ROUNDS = 15;
const TODAY: IsoDate = "2026-04-13";

/** What counting the load of a team costs, all items known. */
export async function measureLoad(size: { people: number; weeks: number; items: number }): Promise<LoadCost> {
  const projects = makeProjects(size);
  const mirror = { projectsOf: () => Promise.resolve(projects) };
  const query = {
    calendar: { weekend: [0, 6], holidays: [...chinaCalendar.holidays], makeUpDays: [...chinaCalendar.makeUpDays] },
    firstDayOfWeek: 1 as const,
    weeks: size.weeks,
  };
  const answers: number[] = [];
  const bares: number[] = [];
  const stretches: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const turns = watchTurns();
    answers.push(await timeOf(() => readLoad(noReader(), { mirror, today: TODAY, query })));
    stretches.push(turns.longestMs());
    bares.push(await timeOf(() => Promise.resolve(addUp(projects))));
  }
  return { ...size, answerMs: median(answers), bareMs: median(bares), longestStretchMs: median(stretches) };
}

function makeProjects({ people, items }: { people: number; items: number }): KnownProjectPlans[] {
  const perPlan = items / PROJECTS / PLANS_A_PROJECT;
  return Array.from({ length: PROJECTS }, (_, at) => {
    const projectId = String(at).padStart(32, "0");
    const plans = Array.from({ length: PLANS_A_PROJECT }, (_none, index) => {
      const first = (at * PLANS_A_PROJECT + index) * perPlan;
      return {
        plan: aPlan(projectId, index),
        readAt: 0,
        items: makeItems({ projectId, first, count: perPlan, people }),
      };
    });
    const project = { id: projectId, name: `Project ${at}`, kind: "scrum" as const, description: "", updatedAt: null };
    return { known: { project, modelId: null }, plans, listedAt: 0 };
  });
}

function makeItems(wish: { projectId: string; first: number; count: number; people: number }): WorkItem[] {
  return Array.from({ length: wish.count }, (_, index) => {
    const number = wish.first + index;
    const id = String(number % wish.people);
    const start = addDays(TODAY, (number * 7) % 180);
    return aWorkItem({
      id: String(number + 1),
      projectId: wish.projectId,
      assignee: { id, numericId: null, name: `Person ${id}` },
      start,
      end: addDays(start, number % 30),
      progress: number % 100,
      expectedHours: (number % 40) + 1,
    });
  });
}

function aPlan(projectId: string, index: number): Plan {
  const id = `${projectId.slice(0, 28)}${String(index).padStart(4, "0")}`;
  const nobody = { creator: null, updater: null, createdAt: null, updatedAt: null };
  return { id, projectId, name: `Plan ${index}`, type: "gantt", ...nobody };
}

function addUp(projects: readonly KnownProjectPlans[]): number {
  let hours = 0;
  for (const { plans } of projects)
    for (const { items } of plans) for (const { expectedHours } of items ?? []) hours += expectedHours ?? 0;
  return hours;
}

async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

/** Notes each turn of the event loop until it is asked. */
function watchTurns(): { longestMs: () => number } {
  let last = performance.now();
  let longest = 0;
  let isOn = true;
  const note = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isOn) setImmediate(note);
  };
  setImmediate(note);
  return {
    longestMs: () => {
      isOn = false;
      return Math.max(longest, performance.now() - last);
    },
  };
}

/** The mirror at hand asks nobody. */
function noReader(): Reader {
  return {} as Reader;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}
