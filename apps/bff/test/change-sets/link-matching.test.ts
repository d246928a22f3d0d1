import { LINK_FIELD, MAX_ITEMS, type Proposal } from "@gantry/api-contract";
import { afterEach, describe, expect, test } from "vitest";
import { agree, call, create, openBench, previewOf, scrumPlace, settled, type Bench } from "./harness.ts";

let bench: Bench;
afterEach(() => bench.close());

type Matching = Extract<Proposal, { kind: "link-matching" }>;

describe("linking all that match", () => {
  test("is resolved on the server as the same ids would be, without those that were unticked", async () => {
    bench = await openBench();
    const { projectId, planId, spareIds } = scrumPlace(bench.simulator);
    const exceptIds = spareIds.slice(0, 3);
    const scheduleUndatedOn = "2026-12-01";
    const matching: Matching = { kind: "link-matching", projectId, planId, exceptIds, scheduleUndatedOn };
    const named = { ...matching, kind: "link" as const, itemIds: spareIds.slice(3), exceptIds: undefined };
    const { exceptIds: _, ...link } = named;
    const [all, byIds] = await Promise.all([previewOf(bench.browser, matching), previewOf(bench.browser, link)]);
    expect(all.changes).toEqual(byIds.changes);
    expect([all.matching, all.taken]).toEqual([spareIds.length - 3, spareIds.length - 3]);
    expect(all.upstreamCalls).toBe(byIds.upstreamCalls);
    expect(all.skipped).toEqual([]);
  });

  test("goes by the search, and counts what is linked meanwhile no more", async () => {
    bench = await openBench();
    const { projectId, planId, spareIds } = scrumPlace(bench.simulator);
    const { store } = bench.simulator;
    const wanted = spareIds.slice(10, 16);
    wanted.forEach((id) => store.patchScrumItem(Number(id), { title: `Harbour crane ${id}` }));
    const matching: Matching = { kind: "link-matching", projectId, planId, search: " harbour CRANE ", exceptIds: [] };
    const found = await previewOf(bench.browser, matching);
    expect(found.changes.map(({ itemId }) => itemId)).toEqual(wanted);
    store.link(planId, wanted.slice(0, 2));
    const later = await previewOf(bench.browser, matching);
    expect([later.matching, later.taken, later.changes.length]).toEqual([4, 4, 4]);
    const none = await previewOf(bench.browser, { ...matching, search: "no such words" });
    expect(none).toMatchObject({ changes: [], matching: 0, taken: 0, upstreamCalls: 0 });
  });

  test("of 12,480 takes the first 10,000 in the list's order, all into one change set", async () => {
    bench = await openBench({ simulator: { seed: 7, scale: { items: 12_480, plans: 2, biggestPlan: 1 } } });
    const { store } = bench.simulator;
    const largest = store.projects().find(({ id }) => store.scrumItemsOf(id).length === 12_480);
    const plan = store.plansOf(largest?.id ?? "").find(({ type }) => type === "gantt");
    if (largest === undefined || plan === undefined) throw new Error("No large project");
    const listed = store.scrumItemsOf(largest.id).map(({ id }) => String(id));
    const spare = listed.filter((id) => !plan.itemIds.has(id));
    const exceptIds = [spare[5] ?? "", spare[9_999] ?? ""];
    const place = { projectId: largest.id, planId: plan.id };
    const found = await previewOf(bench.browser, { kind: "link-matching", ...place, exceptIds });
    expect([found.matching, found.taken]).toEqual([spare.length - 2, MAX_ITEMS]);
    const taken = spare.filter((id) => !exceptIds.includes(id)).slice(0, MAX_ITEMS);
    expect(found.changes.map(({ itemId }) => itemId)).toEqual(taken);
    expect(found.changes.every(({ field }) => field === LINK_FIELD)).toBe(true);
    expect(found.upstreamCalls).toBe(100);

    const created = await create(bench.browser, { input: { origin: "link", ...place, changes: agree(found.changes) } });
    expect([created.total, created.items, created.calls.planned]).toEqual([MAX_ITEMS, MAX_ITEMS, 100]);
    await call(bench.browser, `/api/change-sets/${created.id}/cancel`, { method: "POST" });
    const { counts } = await settled(bench, created.id);
    expect((counts.applied ?? 0) + (counts.cancelled ?? 0)).toBe(MAX_ITEMS);
  });
});
