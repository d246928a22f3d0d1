import { endpoints, type Load, type LoadItem } from "@gantry/api-contract";
import type { ScrumItem } from "@gantry/codearts-simulator";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ask, askLines } from "../ask.ts";
import { orThrow, planOf, projectsOf, scrumProjectOf } from "../simulated-world.ts";
import { createTestApp, type TestApp, type TestBrowser } from "../test-app.ts";
import { signInAs } from "./people.ts";

const DONE_STATUSES = new Set([5, 6]);
const wish = { calendar: { weekend: [0, 6], holidays: [], makeUpDays: [] }, firstDayOfWeek: 1, weeks: 26 };

let server: TestApp;
let browser: TestBrowser;
beforeEach(async () => {
  server = await createTestApp();
  browser = await server.signIn();
});
afterEach(() => server.close());

const readAll = (who = browser) => askLines(who, endpoints.readOverview);
const loadOf = (rest: object = {}, who = browser) => ask(who, endpoints.readLoad, { json: { ...wish, ...rest } });
const itemsOf = async (cell: { personId: string | null; week: string; offset?: number }) =>
  await ask(browser, endpoints.listLoadItems, { json: { ...wish, ...cell } });

/** All hours in an answer: in weeks, after them, and without dates. */
function hoursIn({ people }: Load): number {
  return people.reduce(
    (sum, { cells, unscheduled, later }) =>
      sum + unscheduled.hours + later.hours + cells.reduce((all, { hours }) => all + hours, 0),
    0,
  );
}

/** Open leaves on a Scrum project's plans, each once, as the simulator has them. */
function openLeaves(projectId: string): ScrumItem[] {
  const { store } = server.simulator;
  const ids = new Set(store.plansOf(projectId).flatMap(({ itemIds }) => [...itemIds]));
  const items = [...ids].map((id) => orThrow(store.scrumItem(id), "the item"));
  const parents = new Set(items.map(({ parentId }) => String(parentId)));
  return items.filter(({ id, statusId }) => !parents.has(String(id)) && !DONE_STATUSES.has(statusId));
}

const hoursLeft = (item: ScrumItem) => (item.expectedHours * (100 - item.doneRatio)) / 100;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe("load", () => {
  test("before anything was read it says what is missing; afterwards nothing is", async () => {
    const before = await loadOf();
    expect(before.people).toEqual([]);
    expect(before.missing.projects).toBe(projectsOf(server.simulator).length);
    await readAll();
    const after = await loadOf();
    expect(after.missing).toEqual({ plans: 0, projects: 0 });
    expect(after.people.length).toBeGreaterThan(3);
  });

  test("asks CodeArts for nothing but the projects", async () => {
    await readAll();
    await loadOf();
    const before = server.simulator.ledger.received().length;
    await loadOf();
    await itemsOf({ personId: null, week: "unscheduled" });
    expect(server.simulator.ledger.received().length).toBe(before);
  });

  test("has every open leaf's hours once, on however many plans it is", async () => {
    const { store } = server.simulator;
    const { id: projectId } = scrumProjectOf(server.simulator);
    const [first, second] = store.plansOf(projectId);
    const shared = [...orThrow(first, "a plan").itemIds].slice(0, 20);
    store.link(orThrow(second, "another plan").id, shared);
    await readAll();
    const load = await loadOf({ projects: [projectId] });
    expect(hoursIn(load)).toBeCloseTo(sum(openLeaves(projectId).map(hoursLeft)), 0);
    expect(load.plans).toBe(store.plansOf(projectId).length);
  });

  test("of one plan has that plan's items only, and still says which others there are", async () => {
    const { id: projectId } = scrumProjectOf(server.simulator);
    const plan = planOf(server.simulator, { projectId, type: "gantt" });
    await readAll();
    const load = await loadOf({ plans: [plan.id] });
    const expected = openLeaves(projectId).filter(({ id }) => [...plan.itemIds].map(String).includes(String(id)));
    expect(hoursIn(load)).toBeCloseTo(sum(expected.map(hoursLeft)), 0);
    expect(load.plans).toBe(1);
    expect(load.projects).toHaveLength(projectsOf(server.simulator).length);
  });

  test("a cell's items add up to the cell, and come in pages", async () => {
    await readAll();
    const load = await loadOf();
    const cells = load.people.flatMap(({ person, cells: own }) => own.map((cell) => ({ person, cell })));
    const fullest = orThrow(cells.toSorted((left, right) => right.cell.items - left.cell.items)[0], "a cell");
    const week = orThrow(load.weeks[fullest.cell.week], "its week").start;
    const found: LoadItem[] = [];
    for (let offset: number | null = 0; offset !== null;) {
      const page: Awaited<ReturnType<typeof itemsOf>> = await itemsOf({
        personId: fullest.person?.id ?? null,
        week,
        offset,
      });
      expect(page.total).toBe(fullest.cell.items);
      found.push(...page.items);
      offset = page.nextOffset;
    }
    expect(found).toHaveLength(fullest.cell.items);
    expect(sum(found.map(({ weekHours }) => weekHours ?? 0))).toBeCloseTo(fullest.cell.hours, 0);
    expect(found.map(({ weekHours }) => weekHours ?? -1)).toEqual(
      found.map(({ weekHours }) => weekHours ?? -1).toSorted((left, right) => right - left),
    );
    for (const { item } of found) expect(item.assignee?.id ?? null).toBe(fullest.person?.id ?? null);
  });

  test("the reader's own calendar decides: a week of holidays holds nothing, a make-up day does", async () => {
    await readAll();
    const holidays = ["2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04"];
    const load = await loadOf({ calendar: { weekend: [0, 6], holidays, makeUpDays: ["2026-12-12"] } });
    expect(load.weeks.slice(0, 3).map(({ workingDays }) => workingDays)).toEqual([5, 0, 6]);
    for (const { cells } of load.people) expect(cells.filter(({ week }) => week === 1)).toEqual([]);
    expect(hoursIn(load)).toBeCloseTo(hoursIn(await loadOf()), 0);
  });

  test("an IPD item's workload is days of eight hours", async () => {
    const ipd = projectsOf(server.simulator).filter(({ kind }) => kind === "ipd");
    await readAll();
    const load = await loadOf({ projects: ipd.map(({ id }) => id) });
    const isWith = ({ hours }: { hours: number }) => hours > 0;
    expect(load.people.some(({ cells, unscheduled }) => cells.some(isWith) || isWith(unscheduled))).toBe(true);
  });

  test("holds what the reader's own token may see, and no more, whoever read it first", async () => {
    await readAll();
    const { id: projectId } = scrumProjectOf(server.simulator);
    const stranger = await signInAs(server, { userName: "yan.mei", projectId, isMember: false });
    expect((await loadOf({}, stranger)).people).toEqual([]);
    await readAll(stranger);
    const theirs = await loadOf({}, stranger);
    expect(theirs.projects.map(({ id }) => id)).not.toContain(projectId);
    expect(hoursIn(await loadOf({ projects: [projectId] }, stranger))).toBe(0);
  });
});
