import type { FieldEdit, Outcome } from "@gantry/api-contract";
import type { Fetch } from "@gantry/codearts-client";
import type { FaultAction } from "@gantry/codearts-simulator";
import { afterEach, describe, expect, test } from "vitest";
import { auditLinesOf, findUnaudited } from "./audit-check.ts";
import { apply, call, ipdPlace, openBench, resultsOf, scrumPlace, settled, type Bench, type Wish } from "./harness.ts";
import { findBreaches } from "./invariants.ts";

let bench: Bench;
afterEach(async () => {
  const unaudited = await findUnaudited(bench.simulator, await auditLinesOf(bench.dependencies.database));
  await bench.close();
  if (unaudited.length > 0) throw new Error(unaudited.join("\n"));
});

type Write = { name: string; operation: string; proposal: () => Wish & { planId: string | null } };

const progress: FieldEdit[] = [{ how: "set", field: "progress", value: 58 }];
const workload: FieldEdit[] = [{ how: "set", field: "workload", value: 3.5 }];

/** The three kinds of write, with the assignee's call as the fourth. */
const writes: readonly Write[] = [
  {
    name: "linking",
    operation: "linkIssues",
    proposal: () => {
      const { projectId, planId, spareIds } = scrumPlace(bench.simulator);
      return { kind: "link", projectId, planId, itemIds: spareIds.slice(0, 12) };
    },
  },
  {
    name: "a Scrum PUT",
    operation: "updateIssue",
    proposal: () => {
      const { projectId, spareIds } = scrumPlace(bench.simulator);
      return { kind: "edit", projectId, planId: null, itemIds: spareIds.slice(0, 6), edits: progress };
    },
  },
  {
    name: "a Scrum assignment",
    operation: "batchEditIssues",
    proposal: () => {
      const { projectId, spareIds } = scrumPlace(bench.simulator);
      const members = bench.simulator.store.project(projectId)?.members ?? [];
      const itemIds = spareIds.slice(0, 6);
      const taken = new Set(itemIds.map((id) => bench.simulator.store.scrumItem(id)?.assigneeNumber));
      const value = members.find(({ person }) => !taken.has(person.userNumber))?.person.userId ?? "";
      return { kind: "edit", projectId, planId: null, itemIds, edits: [{ how: "set", field: "assignee", value }] };
    },
  },
  {
    name: "an IPD batch",
    operation: "batchUpdateIpdIssues",
    proposal: () => {
      const { projectId, itemIds } = ipdPlace(bench.simulator);
      return { kind: "edit", projectId, planId: null, itemIds: itemIds.slice(0, 12), edits: workload };
    },
  },
];

/** What is done to the first write call, and how all changes must end. */
const faults: readonly { name: string; fault: FaultAction; outcome: Outcome; times?: number }[] = [
  { name: "a reset after the work", fault: { kind: "reset-after-work" }, outcome: "applied" },
  { name: "a reset before the work", fault: { kind: "reset-before-work" }, outcome: "applied" },
  { name: "a hang after the work", fault: { kind: "hang", afterWork: true }, outcome: "applied" },
  { name: "a hang before the work", fault: { kind: "hang" }, outcome: "applied" },
  { name: "a broken answer", fault: { kind: "reset-mid-body" }, outcome: "applied" },
  { name: "a cut answer", fault: { kind: "truncate", keepBytes: 5 }, outcome: "applied" },
  { name: "an empty answer", fault: { kind: "empty-body" }, outcome: "applied" },
  { name: "busy (400) after the work", fault: { kind: "busy-after-work" }, outcome: "applied" },
  { name: "busy (400) before the work", fault: { kind: "busy-before-work" }, outcome: "applied" },
  { name: "an HTML 502 after the work", fault: { kind: "html", afterWork: true }, outcome: "applied" },
  { name: "an HTML 502 before the work", fault: { kind: "html" }, outcome: "applied" },
  { name: "an HTML page with 200", fault: { kind: "html", status: 200 }, outcome: "applied" },
  { name: "500 after the work", fault: { kind: "status", status: 500, afterWork: true }, outcome: "applied" },
  { name: "status:error after the work", fault: { kind: "status-error", afterWork: true }, outcome: "applied" },
  { name: "429 by the gateway", fault: { kind: "too-many-requests", retryAfter: "2" }, outcome: "applied", times: 5 },
  { name: "called too often (PM.02153001)", fault: { kind: "called-too-often" }, outcome: "applied", times: 3 },
  {
    name: "called too often after the work",
    fault: { kind: "status", status: 400, body: { error_code: "PM.02153001", error_msg: "" }, afterWork: true },
    outcome: "applied",
  },
  { name: "success that changed nothing", fault: { kind: "nothing-changed" }, outcome: "failed", times: 1000 },
  { name: "busy for ever", fault: { kind: "busy-before-work" }, outcome: "failed", times: 1000 },
];

/** A call that hangs ends as undici would end it, without waiting for real time to pass. */
const withoutHanging =
  (fetch: Fetch): Fetch =>
  (url, init) => {
    const silence = async () => {
      for (let turn = 0; turn < 2_000; turn += 1) await new Promise((next) => void setImmediate(next));
      throw new TypeError("fetch failed", {
        cause: Object.assign(new Error("Headers Timeout Error"), { code: "UND_ERR_HEADERS_TIMEOUT" }),
      });
    };
    return Promise.race([fetch(url, init), silence()]);
  };

const connectionReset = () =>
  new TypeError("fetch failed", { cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }) });

describe.each(writes)("$name", ({ operation, proposal }) => {
  test.each(faults)(
    "that meets $name is applied at most once and ends as $outcome",
    async ({ fault, outcome, times }) => {
      bench = await openBench({ wrapFetch: withoutHanging });
      const rule = bench.simulator.faults.add({ when: { operation, times: times ?? 1 }, do: fault });
      const wanted = proposal();
      const done = await apply(bench, wanted);
      expect(rule.fired()).toBeGreaterThan(0);
      const results = await resultsOf(bench.browser, done.id);
      expect(results.map((result) => result.outcome)).toEqual(results.map(() => outcome));
      expect(
        findBreaches(bench.simulator, {
          results,
          projectId: wanted.projectId,
          planId: wanted.planId,
          submitted: wanted.itemIds.length,
        }),
      ).toEqual([]);
    },
  );

  test("read back from before the write is looked at again, not taken for a failure", async () => {
    bench = await openBench();
    const wanted = proposal();
    const reads = ["listIssues", "listPlanIssues", "queryIpdIssues"];
    // The first reads are the preview's and the job's own before it sends.
    bench.simulator.faults.add({
      when: { operation: reads, probability: 0.5 },
      do: { kind: "stale-read", ageMs: 2_000 },
    });
    const done = await apply(bench, wanted);
    expect(done.counts).toMatchObject({ applied: wanted.itemIds.length });
    const results = await resultsOf(bench.browser, done.id);
    const { projectId, planId, itemIds } = wanted;
    expect(findBreaches(bench.simulator, { results, projectId, planId, submitted: itemIds.length })).toEqual([]);
  });

  test("that can be neither answered nor read back ends as unknown, and only a person sends it again", async () => {
    let isBlind = false;
    bench = await openBench({
      wrapFetch: (fetch) => async (url, init) => {
        if (isBlind && bench.simulator.ledger.calls(operation) > 0) throw connectionReset();
        return fetch(url, init);
      },
    });
    bench.simulator.faults.add({ when: { operation, times: 1 }, do: { kind: "reset-after-work" } });
    const wanted = proposal();
    isBlind = true;
    const done = await apply(bench, wanted);
    expect(done.counts).toMatchObject({ unknown: wanted.itemIds.length, applied: 0 });

    isBlind = false;
    const sent = bench.simulator.ledger.calls(operation);
    const retry = await bench.browser.request(`/api/change-sets/${done.id}/retry`, { method: "POST", json: {} });
    expect(retry.status).toBe(409);
    expect(bench.simulator.ledger.calls(operation)).toBe(sent);

    await call(bench.browser, `/api/change-sets/${done.id}/retry`, { method: "POST", json: { unknown: true } });
    expect((await settled(bench, done.id)).counts).toMatchObject({ unknown: 0, applied: wanted.itemIds.length });
    const results = await resultsOf(bench.browser, done.id);
    const { projectId, planId, itemIds } = wanted;
    expect(findBreaches(bench.simulator, { results, projectId, planId, submitted: itemIds.length })).toEqual([]);
  });
});
