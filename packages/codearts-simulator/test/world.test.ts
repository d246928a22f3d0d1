import { describe, expect, test } from "vitest";
import { createSimulator } from "../src/index.ts";
import { createRig, START_MS, TODAY } from "./rig.ts";

const clock = () => START_MS;

describe("the demo world", () => {
  const { simulator, plan, project } = createRig();
  const { world } = simulator;
  const demoPlans = world.plans.filter((one) => one.name !== "Orchard harvest");

  test("has four Scrum projects, one IPD project and about 2,500 items in 41 plans", () => {
    const own = world.projects.filter((one) => one.domain.name === "gantry-demo");
    expect(own.filter((one) => one.kind === "scrum").map((one) => one.name)).toEqual([
      "Atlas Payments",
      "Meridian Billing",
      "Fleet",
      "Platform",
    ]);
    expect(own.filter((one) => one.kind === "ipd").map((one) => one.name)).toEqual(["Harbor IoT"]);
    expect(demoPlans.filter((one) => one.type === "gantt")).toHaveLength(29);
    expect(demoPlans.filter((one) => one.type === "mind")).toHaveLength(12);
    expect(world.scrumItems.length + world.ipdItems.length).toBeGreaterThan(2_400);
  });

  test("leaves 1,240 items to add to the plan Checkout 3.0", () => {
    const all = simulator.store.scrumItemsOf(project("Atlas Payments").id);
    expect(all.length - plan("Checkout 3.0").itemIds.size).toBe(1_240);
  });

  test("keeps every plan between 20 and 300 items", () => {
    const sizes = world.plans.map((one) => one.itemIds.size);
    expect(Math.min(...sizes)).toBe(20);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(300);
  });

  test("hangs epics over features over stories over tasks and bugs", () => {
    const trackerOf = new Map(world.scrumItems.map((item) => [item.id, item.trackerId]));
    const pairs = world.scrumItems.map(
      (item) => `${item.parentId === null ? 0 : trackerOf.get(item.parentId)}>${item.trackerId}`,
    );
    expect([...new Set(pairs)].toSorted()).toEqual(["0>5", "5>6", "6>7", "7>2", "7>3"]);
  });

  test("has done work in the past, running work around today and nothing done in the future", () => {
    const dated = world.scrumItems.filter((item) => item.trackerId !== 5 && item.trackerId !== 6);
    const started = dated.filter((item) => (item.begin ?? "9") > TODAY && item.statusId !== 1);
    const doneLate = dated.filter((item) => (item.end ?? "0") >= TODAY && item.doneRatio === 100);
    expect(started).toEqual([]);
    expect(doneLate).toEqual([]);
    expect(dated.filter((item) => item.doneRatio > 0 && item.doneRatio < 100).length).toBeGreaterThan(50);
  });

  test("has overdue, undated, unassigned and Chinese items", () => {
    const items = world.scrumItems;
    const isOpen = (statusId: number) => statusId !== 5 && statusId !== 6;
    expect(
      items.filter((item) => item.end !== null && item.end < TODAY && isOpen(item.statusId)).length,
    ).toBeGreaterThan(20);
    expect(items.filter((item) => item.begin === null && item.end === null).length).toBeGreaterThan(400);
    expect(items.filter((item) => item.begin === null && item.end !== null).length).toBeGreaterThan(5);
    expect(items.filter((item) => item.assigneeNumber === null).length).toBeGreaterThan(300);
    expect(items.filter((item) => /\p{Script=Han}/u.test(item.title)).length).toBeGreaterThan(50);
  });

  test("keeps hostile and 256-character titles inside the plan Import rehearsal", () => {
    const rehearsal = plan("Import rehearsal").itemIds;
    const odd = world.scrumItems.filter((item) => /[<>={}\u202E]/.test(item.title) || item.title.length > 120);
    expect(odd.length).toBeGreaterThan(5);
    expect(odd.filter((item) => !rehearsal.has(String(item.id)))).toEqual([]);
    expect(Math.max(...world.scrumItems.map((item) => item.title.length))).toBe(256);
  });

  test("gives IPD items ids of 18 and 19 digits that no JS number holds apart", () => {
    const ids = world.ipdItems.map((item) => item.id);
    expect(new Set(ids.map((id) => id.length))).toEqual(new Set([18, 19]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids.map(Number)).size).toBeLessThan(ids.length);
  });
});

test("the same seed and day give the same world, another seed another one", () => {
  const one = createSimulator({ seed: 7, clock });
  const other = createSimulator({ seed: 8, clock });
  const same = createSimulator({ seed: 7, clock });
  expect(same.world).not.toBe(one.world);
  expect(same.world).toEqual(one.world);
  expect(other.world.plans[0]?.id).not.toBe(one.world.plans[0]?.id);
});

test("what is done in one is not in another of the same seed", () => {
  const [one, other] = [createSimulator({ seed: 7, clock }), createSimulator({ seed: 7, clock })];
  const asItWas = structuredClone(other.world);
  const [item, next] = one.world.scrumItems;
  const [plan, last] = one.world.plans;
  const [project] = one.world.projects;
  if (!item || !next || !plan || !last || !project) throw new Error("The world is empty");
  one.store.patchScrumItem(item.id, { doneRatio: item.doneRatio + 1 });
  one.editAsSomeoneElse({ itemId: String(next.id), fields: { name: "Another title" } });
  one.store.link(plan.id, [String(item.id), String(next.id)]);
  one.store.patchPlan(plan.id, { name: "Another name" });
  one.store.removePlan(last.id);
  one.store.patchProject(project.id, { isArchived: true, members: [] });
  expect(other.store.scrumItem(item.id)).toEqual(item);
  expect(other.store.plan(plan.id)?.name).toBe(plan.name);
  expect(other.store.plan(last.id)).toBeDefined();
  expect(other.world).toEqual(asItWas);
});

test("the large scale has 30,000 items in one project, 500 plans and one plan of 10,000", () => {
  const { world } = createSimulator({ scale: "large", clock });
  const project = world.projects.find((one) => one.name === "Continental Programme");
  const plans = world.plans.filter((plan) => plan.projectId === project?.id);
  expect(world.scrumItems.filter((item) => item.projectId === project?.id)).toHaveLength(30_000);
  expect(plans).toHaveLength(500);
  expect(plans.find((plan) => plan.name === "Programme 10k")?.itemIds.size).toBe(10_000);
});

test("a reset brings the seed's world back and empties ledger and faults", () => {
  const { simulator, itemOf } = createRig();
  const item = itemOf("Refund flows");
  simulator.faults.add({ do: { kind: "busy-before-work" } });
  simulator.editAsSomeoneElse({ itemId: String(item.id), fields: { name: "Changed" } });
  expect(simulator.store.scrumItem(item.id)?.title).toBe("Changed");
  simulator.reset();
  expect(simulator.store.scrumItem(item.id)?.title).toBe(item.title);
  expect(simulator.ledger.all()).toEqual([]);
  expect(simulator.faults.list()).toEqual([]);
});

describe("a portfolio", () => {
  const simulator = createSimulator({
    clock,
    scale: { items: 100, plans: 2, biggestPlan: 20, portfolio: { projects: 3, plans: 10, largestPlan: 500 } },
  });
  const own = simulator.world.projects.filter(({ code }) => code.startsWith("PF"));

  test("has so many projects with so many plans, and one plan of the largest size", () => {
    const plans = own.map(({ id }) => simulator.store.plansOf(id));
    expect(plans.map(({ length }) => length)).toEqual([10, 10, 10]);
    expect(Math.max(...plans.flat().map(({ itemIds }) => itemIds.size))).toBe(500);
  });

  test("stands beside a demo company that is the same as ever", () => {
    const names = (world: typeof simulator.world) =>
      world.projects
        .filter(({ code }) => !code.startsWith("PF") && code !== "CONT")
        .map(({ id, name }) => `${id} ${name}`);
    expect(names(simulator.world).slice(0, 5)).toEqual(names(createSimulator({ clock }).world).slice(0, 5));
  });
});
