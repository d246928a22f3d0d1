import type { FaultAction } from "@gantry/codearts-simulator";
import { afterEach, expect, test } from "vitest";
import { jobOf, KINDS, OPERATIONS } from "../faults/jobs.ts";
import { create, openBench, resultsOf, settled, type Bench } from "./harness.ts";
import { findBreaches } from "./invariants.ts";

let bench: Bench;
afterEach(() => bench.close());

const ITEMS = { link: 250, scrum: 200, ipd: 80 } as const;

/** Together 40 %: the work is done, and the answer does not say so. */
const DONE_WITHOUT_ANSWER: readonly FaultAction[] = [
  { kind: "reset-after-work" },
  { kind: "status", status: 500, afterWork: true },
  { kind: "busy-after-work" },
  { kind: "html", afterWork: true },
];
const READS = ["listIssues", "showIssue", "listPlanIssues", "listPlanIssuesV2", "queryIpdIssues", "showIpdIssue"];

test.each(KINDS)(
  "%s: two calls of five done without an answer, a fifth of the reads faulty or 3 s old: every verdict is right",
  async (kind) => {
    bench = await openBench();
    const { simulator, browser } = bench;
    const input = jobOf(simulator, { kind, items: ITEMS[kind] });
    const { id } = await create(browser, { input });
    for (const fault of DONE_WITHOUT_ANSWER) {
      simulator.faults.add({ when: { operation: OPERATIONS[kind], probability: 0.12 }, do: fault });
    }
    simulator.faults.add({ when: { operation: READS, probability: 0.1 }, do: { kind: "stale-read", ageMs: 3_000 } });
    simulator.faults.add({ when: { operation: READS, probability: 0.1 }, do: { kind: "reset-before-work" } });
    const done = await settled(bench, id);
    simulator.faults.clear();
    const results = await resultsOf(browser, id);
    const { projectId, planId, changes } = input;
    expect(findBreaches(simulator, { results, projectId, planId, submitted: changes.length })).toEqual([]);
    expect(done.counts).toMatchObject({ applied: ITEMS[kind], unknown: 0 });
  },
);
