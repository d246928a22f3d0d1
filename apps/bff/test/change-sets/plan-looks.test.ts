import type { Fetch } from "@gantry/codearts-client";
import { afterEach, describe, expect, test } from "vitest";
import { agree, create, openBench, previewOf, resultsOf, settled, type Bench, type Wish } from "./harness.ts";
import { findBreaches } from "./invariants.ts";
import { links } from "./large-wishes.ts";

const LINKS = 150;
const SCALE = { items: 800, plans: 2, biggestPlan: 260 };

let bench: Bench;
afterEach(() => bench.close());

/** What comes of v2's list of plan items; it may be changed while the product runs. */
type V2 = { toUrl: (url: string) => string; toAnswer: (result: { issues: unknown[]; total?: number }) => unknown };

async function open(): Promise<V2> {
  const v2: V2 = { toUrl: (url) => url, toAnswer: (result) => result };
  const wrapFetch =
    (fetch: Fetch): Fetch =>
    async (url, init) => {
      if (!url.includes("/v2/workitem/plan")) return await fetch(url, init);
      const response = await fetch(v2.toUrl(url), init);
      if (!response.ok) return response;
      const body = (await response.json()) as { result: { issues: unknown[] } };
      return Response.json({ ...body, result: v2.toAnswer(body.result) });
    };
  bench = await openBench({ simulator: { scale: SCALE }, wrapFetch });
  return v2;
}

/** Agrees to all that was previewed, and sees the job to an exact end. */
async function link(wish: Wish, whilePreviewed = () => {}) {
  const { ledger } = bench.simulator;
  const preview = await previewOf(bench.browser, wish);
  whilePreviewed();
  const before = ledger.received().length;
  const { projectId, planId } = wish;
  const input = { origin: "link" as const, projectId, planId, changes: agree(preview.changes) };
  const { id, counts } = await settled(bench, (await create(bench.browser, { input })).id);
  expect(counts.applied).toBe(preview.changes.length);
  for (const { itemId } of preview.changes) expect(ledger.timesApplied(itemId)).toBe(1);
  const results = await resultsOf(bench.browser, id);
  const breaches = { results, projectId, planId: planId ?? "", submitted: preview.changes.length };
  expect(findBreaches(bench.simulator, breaches)).toEqual([]);
  const made = ledger.received().slice(before);
  const times = (operation: string) => made.filter((call) => call.operation === operation).length;
  return { preview, v3: times("listPlanIssues"), v2: times("listPlanIssuesV2") };
}

describe("a look at a plan of more than 200 items", () => {
  test("is one call, once a preview saw v2 leave out what is not on the plan", async () => {
    await open();
    const done = await link(links(LINKS, "largest")(bench));
    expect(done).toMatchObject({ preview: { upstreamReads: 2 }, v3: 0, v2: 2 });
  });

  test("is v3's where v2 lists the whole project", async () => {
    const v2 = await open();
    v2.toUrl = (url) => url.replace(/&plan_id=\w+/, "");
    const { v3 } = await link(links(LINKS, "largest")(bench));
    expect(v3).toBeGreaterThan(2);
  });

  test("is v3's, too, where v2 lists the whole project and all of it was on the plan", async () => {
    const v2 = await open();
    v2.toUrl = (url) => url.replace(/&plan_id=\w+/, "");
    const wish = links(1, "largest")(bench);
    const { store } = bench.simulator;
    const plan = store.plan(wish.planId ?? "");
    store.link(
      wish.planId ?? "",
      store.scrumItemsOf(wish.projectId).map(({ id }) => String(id)),
    );
    expect((await previewOf(bench.browser, wish)).skipped).toMatchObject([{ reason: "already-linked" }]);
    for (const id of wish.itemIds) plan?.itemIds.delete(id);
    const { preview } = await link(wish);
    expect(preview.changes).toHaveLength(1);
  });

  const FAILURES: Record<string, (v2: V2) => void> = {
    "fails with 500": () => void addFault({ kind: "status", status: 500, body: {} }),
    "refuses the page": () => void addFault({ kind: "status", status: 400, body: { error_code: "PM.1" } }),
    "gives no JSON": () => void addFault({ kind: "html" }),
    "leaves rows out": (v2) => (v2.toAnswer = ({ issues, ...rest }) => ({ ...rest, issues: issues.slice(0, 100) })),
    "leaves one row out": (v2) => (v2.toAnswer = ({ issues, ...rest }) => ({ ...rest, issues: issues.slice(1) })),
    "tells no total": (v2) => (v2.toAnswer = ({ issues }) => ({ issues: issues.slice(0, 100) })),
  };
  test.each(Object.entries(FAILURES))("goes back to v3, and the job is exact, once v2 %s", async (_what, fail) => {
    const v2 = await open();
    const { v3 } = await link(links(LINKS, "largest")(bench), () => fail(v2));
    expect(v3).toBeGreaterThanOrEqual(2);
  });
});

function addFault(action: Parameters<Bench["simulator"]["faults"]["add"]>[0]["do"]) {
  return bench.simulator.faults.add({ when: { operation: "listPlanIssuesV2" }, do: action });
}
