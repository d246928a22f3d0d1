import fc from "fast-check";
import { expect, test } from "vitest";
import type { FaultAction } from "../src/index.ts";
import { createRig } from "./rig.ts";

const BEFORE: FaultAction[] = [
  { kind: "busy-before-work" },
  { kind: "reset-before-work" },
  { kind: "html" },
  { kind: "nothing-changed" },
  { kind: "too-many-requests" },
];
const AFTER: FaultAction[] = [
  { kind: "busy-after-work" },
  { kind: "reset-after-work" },
  { kind: "empty-body" },
  { kind: "status", status: 500, afterWork: true },
];

const stepArbitrary = fc.record({
  itemIndexes: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 8 }),
  fault: fc.option(fc.constantFrom(...BEFORE, ...AFTER), { nil: null }),
});

test("whatever goes wrong, the ledger counts exactly what was linked, and the plan holds nothing else", async () => {
  const rig = createRig();
  const { id: planId, projectId, itemIds } = rig.plan("Refund flows");
  const free = rig.simulator.store
    .scrumItemsOf(projectId)
    .filter((item) => !itemIds.has(String(item.id)))
    .slice(0, 8);

  await fc.assert(
    fc.asyncProperty(fc.array(stepArbitrary, { maxLength: 12 }), async (steps) => {
      rig.simulator.reset();
      const call = await rig.as("zhao.min");
      const expected = new Map(free.map((item) => [String(item.id), 0]));
      for (const { itemIndexes, fault } of steps) {
        const ids = itemIndexes.flatMap((index) => free[index]?.id ?? []);
        if (fault !== null) rig.simulator.faults.add({ when: { operation: "linkIssues", times: 1 }, do: fault });
        await call("POST", `/v3/plan/${projectId}/${planId}/issue`, ids).catch(() => undefined);
        if (fault !== null && BEFORE.includes(fault)) continue;
        for (const id of ids.map(String)) expected.set(id, (expected.get(id) ?? 0) + 1);
      }
      const counted = free.map((item) => rig.simulator.ledger.timesApplied(String(item.id)));
      expect(counted).toEqual([...expected.values()]);
      const linked = rig.simulator.store.plan(planId)?.itemIds;
      expect(free.map((item) => linked?.has(String(item.id)))).toEqual(
        [...expected.values()].map((times) => times > 0),
      );
    }),
    { numRuns: 25 },
  );
});
