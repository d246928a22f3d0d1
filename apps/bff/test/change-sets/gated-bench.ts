import type { NewChangeSet } from "@gantry/api-contract";
import { onTestFinished } from "vitest";
import type { TestAppOptions } from "../test-app.ts";
import { createGate, type Gate } from "./gate.ts";
import { agree, openBench, previewOf, scrumPlace, type Bench } from "./harness.ts";

/** Where a Scrum item is written. */
export const SCRUM_WRITE = /\/v4\/projects\/[^/]+\/issues\/\d+$/;

/** A bench before which calls can be held, for as long as the test lasts. */
export async function openGatedBench(options: TestAppOptions = {}): Promise<Bench & { gate: Gate }> {
  const gate = createGate();
  const bench = await openBench({ ...options, wrapFetch: gate.wrapFetch });
  onTestFinished(async () => {
    gate.open();
    await bench.close();
  });
  return { ...bench, gate };
}

/** So many items are to be given a title, as it was previewed and agreed to. */
export async function toRename(
  bench: Bench,
  { title, items }: { title: string; items: number },
): Promise<NewChangeSet> {
  const { projectId, spareIds } = scrumPlace(bench.simulator);
  const edits = [{ how: "set", field: "title", value: title } as const];
  const itemIds = spareIds.slice(0, items);
  const { changes } = await previewOf(bench.browser, { kind: "edit", projectId, planId: null, itemIds, edits });
  return { origin: "edit", projectId, planId: null, changes: agree(changes) };
}
