import type { Dependency, IsoDate } from "@gantry/api-contract";
import { createWorkingCalendar } from "@gantry/schedule";
import { describe, expect, test } from "vitest";
import { toCritical } from "./critical.ts";
import { toLinkFaults } from "./link-check.ts";
import { toPlanNetwork } from "./plan-network.ts";

const calendar = createWorkingCalendar({ weekend: [0, 6], holidays: [], makeUpDays: [] });

const link = (fromId: string, toId: string, terms: Partial<Dependency> = {}): Dependency => ({
  fromId,
  toId,
  type: "FS",
  lagDays: 0,
  changedBy: "Wang Lei",
  changedAt: 0,
  ...terms,
});

type Item = { id: string; parentId: string | null; start: IsoDate | null; end: IsoDate | null; progress: number };

function item(id: string, dates?: readonly [IsoDate, IsoDate], parentId: string | null = null): Item {
  return { id, parentId, start: dates?.[0] ?? null, end: dates?.[1] ?? null, progress: 0 };
}

// 2 November 2026 is a Monday.
const first = ["2026-11-02", "2026-11-03"] as const;
const second = ["2026-11-05", "2026-11-06"] as const;
const third = ["2026-11-09", "2026-11-13"] as const;

function critical(items: readonly Item[], links: readonly Dependency[]) {
  return toCritical(toPlanNetwork(items, links), { calendar });
}

describe("the critical path", () => {
  const items = [item("a", first), item("b", second), item("c", third), item("d", first)];
  const links = [link("a", "b"), link("b", "c")];

  test("says of each item how many working days it may slip, and what holds it", () => {
    const { slackOf } = critical(items, links);
    expect(slackOf("c")).toEqual({ slackDays: 0, critical: true, boundById: null });
    expect(slackOf("b")).toEqual({ slackDays: 0, critical: true, boundById: "c" });
    expect(slackOf("a")).toEqual({ slackDays: 1, critical: false, boundById: "b" });
    expect(slackOf("d")).toEqual({ slackDays: 8, critical: false, boundById: null });
  });

  test("runs along the links that hold, not along those with room to spare", () => {
    const [tight, wide] = [link("b", "c"), link("b", "c", { type: "SS" })];
    const { isCriticalLink } = critical(items, [links[0] ?? tight, tight, wide]);
    expect([tight, wide].map(isCriticalLink)).toEqual([true, false]);
  });

  test("without links holds only what ends last", () => {
    const { isCritical, count } = critical(items, []);
    expect(items.filter(({ id }) => isCritical(id)).map(({ id }) => id)).toEqual(["c"]);
    expect(count).toBe(1);
  });

  test("runs through a link to a parent into its children, and a parent is as tight as they are", () => {
    const family = [item("p"), item("p1", second, "p"), item("p2", first, "p"), item("c", third)];
    const { slackOf } = critical(family, [link("p", "c")]);
    expect(slackOf("p1")).toMatchObject({ slackDays: 0, boundById: "p" });
    expect(slackOf("p2")).toMatchObject({ slackDays: 3, boundById: "p" });
    expect(slackOf("p")).toMatchObject({ slackDays: 0, critical: true });
  });

  test("leaves out items without dates", () => {
    expect(critical([item("a", first), item("b")], [link("a", "b")]).slackOf("b")).toBeNull();
  });
});

describe("a ring", () => {
  test("is told before it is closed, in the order of its links", () => {
    const network = toPlanNetwork([item("a"), item("b"), item("c")], [link("a", "b"), link("b", "c")]);
    expect(network.ringClosedBy([{ fromId: "c", toId: "a" }])).toEqual(["c", "a", "b", "c"]);
    expect(network.ringClosedBy([{ fromId: "a", toId: "c" }])).toBeNull();
  });

  test("is seen through a parent: what waits for the parent can't be waited for by its child", () => {
    const network = toPlanNetwork([item("p"), item("p1", undefined, "p"), item("x")], [link("p1", "x")]);
    expect(network.ringClosedBy([{ fromId: "x", toId: "p" }])).toEqual(["x", "p", "p1", "x"]);
  });

  test("through a parent as a whole names the parent, not what is below it", () => {
    const network = toPlanNetwork([item("p"), item("p1", undefined, "p"), item("x")], [link("x", "p")]);
    expect(network.ringClosedBy([{ fromId: "p", toId: "x" }])).toEqual(["p", "x", "p"]);
  });

  test("is seen where several links close it together", () => {
    const network = toPlanNetwork([item("a"), item("b"), item("c")], [link("c", "a")]);
    const chain = [
      { fromId: "a", toId: "b" },
      { fromId: "b", toId: "c" },
    ];
    expect(network.ringClosedBy(chain)).toEqual(["a", "b", "c", "a"]);
    expect(network.ringClosedBy(chain.slice(0, 1))).toBeNull();
  });

  test("that is in the data already is found, and the rest is still reckoned", () => {
    const items = [item("a", first), item("b", second), item("c", third)];
    const links = [link("a", "b"), link("b", "a"), link("b", "c")];
    const network = toPlanNetwork(items, links);
    expect(toLinkFaults(links, { network, calendar }).rings).toEqual([["a", "b", "a"]]);
    expect(toCritical(network, { calendar }).slackOf("b")).toMatchObject({ slackDays: 0, boundById: "c" });
  });
});

test("a link that the dates break says by how many working days; what can't be judged says nothing", () => {
  const links = [link("c", "b"), link("a", "b"), link("a", "none"), link("a", "undated")];
  const network = toPlanNetwork([item("a", first), item("b", second), item("c", third), item("undated")], links);
  const { brokenBy, broken } = toLinkFaults(links, { network, calendar });
  expect(links.map(brokenBy)).toEqual([7, 0, 0, 0]);
  expect(broken).toEqual(links.slice(0, 1));
});
