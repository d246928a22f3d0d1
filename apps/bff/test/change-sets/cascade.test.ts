import type { DependencyTerms, Proposal } from "@gantry/api-contract";
import type { ScrumItem } from "@gantry/codearts-simulator";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { agree, call, create, openBench, previewOf, resultsOf, scrumPlace, settled, type Bench } from "./harness.ts";

const FS: DependencyTerms = { type: "FS", lagDays: 0 };

let bench: Bench;
let place: ReturnType<typeof scrumPlace>;
beforeEach(async () => {
  bench = await openBench();
  place = scrumPlace(bench.simulator);
});
afterEach(() => bench.close());

/** Tasks, off the plan unless told otherwise, each with what a test wants it to be; 2026-11-23 is a Monday. */
function items(...wanted: (Partial<ScrumItem> & { onPlan?: boolean })[]): string[] {
  const { store } = bench.simulator;
  const ids = place.spareIds.filter((id) => store.scrumItem(id)?.trackerId === 2).slice(0, wanted.length);
  ids.forEach((id, index) => {
    const { onPlan = false, ...patch } = wanted[index] ?? {};
    store.patchScrumItem(Number(id), { statusId: 2, parentId: null, begin: "2026-11-23", end: "2026-11-24", ...patch });
    if (onPlan) store.link(place.planId, [id]);
  });
  return ids;
}

async function link(...links: [fromId: string, toId: string, terms?: DependencyTerms][]): Promise<void> {
  const edits = links.map(([fromId, toId, after = FS]) => ({ fromId, toId, before: null, after }));
  const json = { edits };
  await call(bench.browser, `/api/projects/${place.projectId}/dependencies`, { method: "POST", json });
}

const shift = (itemIds: string[], workingDays: number): Extract<Proposal, { kind: "edit" }> => ({
  kind: "edit",
  projectId: place.projectId,
  planId: place.planId,
  itemIds,
  edits: [{ how: "shift", workingDays }],
  cascade: true,
});
const pushedBy = async (proposal: Proposal) => {
  const { changes, skipped } = await previewOf(bench.browser, proposal);
  return {
    pushed: changes.flatMap(({ itemId, field, to, cause }) =>
      cause === undefined
        ? []
        : [`${itemId} ${field} ${String(to)} by ${cause.itemId} ${cause.linkType}${cause.lagDays}`],
    ),
    skipped: skipped.map(({ itemId, reason }) => [itemId, reason]),
  };
};

describe("a cascade", () => {
  test("pushes along chains what the new dates break, each item once, with the link that decides", async () => {
    const [a = "", b = "", c = "", d = "", early = ""] = items(
      {},
      { begin: "2026-11-25", end: "2026-11-26" },
      { begin: "2026-12-01", end: "2026-12-02" },
      { begin: "2027-01-04", end: "2027-01-05" },
      { begin: "2026-11-20", end: "2026-11-20" },
    );
    await link([a, b], [b, c, { type: "FS", lagDays: 2 }], [a, c], [c, d], [early, a]);
    expect(await pushedBy(shift([a], 2))).toEqual({
      pushed: [
        `${b} start 2026-11-27 by ${a} FS0`,
        `${b} end 2026-11-30 by ${a} FS0`,
        `${c} start 2026-12-03 by ${b} FS2`,
        `${c} end 2026-12-04 by ${b} FS2`,
      ],
      skipped: [],
    });
    // Earlier breaks nothing that was asked to stay: nothing is pulled along.
    expect(await pushedBy(shift([a], -2))).toEqual({ pushed: [], skipped: [] });
    const { cascade: _, ...alone } = shift([a], 2);
    expect((await pushedBy(alone)).pushed).toEqual([]);
  });

  test("counts by the proposal's calendar", async () => {
    const [a = "", b = ""] = items({}, { begin: "2026-11-25", end: "2026-11-25" });
    await link([a, b]);
    const calendar = { weekend: [0, 6], holidays: ["2026-11-26" as const], makeUpDays: ["2026-11-28" as const] };
    expect((await pushedBy({ ...shift([a], 2), calendar })).pushed).toEqual([
      `${b} start 2026-11-28 by ${a} FS0`,
      `${b} end 2026-11-28 by ${a} FS0`,
    ]);
  });

  test("leaves alone, and says so, what has no dates, is inverted, closed or gone; what was asked for stays as asked", async () => {
    const [a = "", undated = "", inverted = "", closed = "", behind = "", asked = ""] = items(
      {},
      { begin: null },
      { begin: "2026-11-25", end: "2026-11-24" },
      { statusId: 5 },
      { begin: "2026-11-25", end: "2026-11-25" },
      { begin: "2026-11-23", end: "2026-11-23" },
    );
    bench.simulator.store.patchProject(place.projectId, { isClosedReadOnly: true });
    await link([a, undated], [a, inverted], [a, closed], [closed, behind], [a, "1"], [a, asked]);
    const found = await pushedBy(shift([a, asked], 3));
    expect(found.pushed).toEqual([]);
    expect(found.skipped.toSorted(([left = ""], [right = ""]) => Number(left) - Number(right))).toEqual(
      [
        ["1", "not-found"],
        [undated, "no-dates"],
        [inverted, "end-before-start"],
        [closed, "read-only"],
      ].toSorted(([left = ""], [right = ""]) => Number(left) - Number(right)),
    );
  });

  test("holds what is below a parent on the plan, and a parent's own end holds others", async () => {
    const { store } = bench.simulator;
    const story = place.spareIds.find((id) => store.scrumItem(id)?.trackerId === 7) ?? "";
    const parentId = Number(story);
    const [a = "", low = "", high = "", after = ""] = items(
      { onPlan: true },
      { parentId, onPlan: true, begin: "2026-11-25", end: "2026-11-25" },
      { parentId, onPlan: true, begin: "2026-12-01", end: "2026-12-02" },
      { begin: "2026-12-03", end: "2026-12-03" },
    );
    for (const { id, parentId: own } of store.scrumItemsOf(place.projectId)) {
      if (own === parentId && String(id) !== low && String(id) !== high) store.patchScrumItem(id, { parentId: null });
    }
    store.patchScrumItem(parentId, { begin: "2020-01-01", end: "2020-01-02" });
    store.link(place.planId, [story]);
    await link([a, story], [story, after]);
    expect((await pushedBy(shift([a], 2))).pushed).toEqual([
      `${low} start 2026-11-27 by ${a} FS0`,
      `${low} end 2026-11-27 by ${a} FS0`,
    ]);
    expect((await pushedBy(shift([a], 7))).pushed).toEqual([
      `${low} start 2026-12-04 by ${a} FS0`,
      `${low} end 2026-12-04 by ${a} FS0`,
      `${high} start 2026-12-04 by ${a} FS0`,
      `${high} end 2026-12-07 by ${a} FS0`,
      `${after} start 2026-12-08 by ${story} FS0`,
      `${after} end 2026-12-08 by ${story} FS0`,
    ]);
  });

  test("can be left out: only what was agreed to is written", async () => {
    const [a = "", b = "", c = ""] = items(
      {},
      { begin: "2026-11-25", end: "2026-11-25" },
      { begin: "2026-11-25", end: "2026-11-26" },
    );
    await link([a, b], [a, c]);
    const { changes, ...found } = await previewOf(bench.browser, shift([a], 1));
    expect([changes.length, found.upstreamCalls]).toEqual([6, 3]);
    const taken = changes.filter(({ itemId, cause }) => cause === undefined || itemId === b);
    const input = { origin: "edit", projectId: place.projectId, planId: place.planId, changes: agree(taken) } as const;
    const done = await settled(bench, (await create(bench.browser, { input })).id);
    expect(done.counts).toMatchObject({ applied: 4 });
    expect(new Set((await resultsOf(bench.browser, done.id)).map(({ itemId }) => itemId))).toEqual(new Set([a, b]));
    expect(bench.simulator.ledger.timesApplied(c)).toBe(0);
  });
});

test("a long chain beyond the plan is read in few calls, not link by link", async () => {
  const chain = items(...Array.from({ length: 120 }, () => ({ begin: "2026-11-23", end: "2026-11-23" }) as const));
  await link(...chain.slice(1).map((id, index): [string, string] => [chain[index] ?? "", id]));
  const before = bench.simulator.ledger.calls("listIssues");
  const { planId: _, ...rest } = shift(chain.slice(0, 1), 1);
  const { pushed } = await pushedBy({ ...rest, planId: null });
  expect(pushed).toHaveLength(119 * 2);
  expect(bench.simulator.ledger.calls("listIssues") - before).toBeLessThanOrEqual(4);
});
