import { afterEach, expect, test } from "vitest";
import type { Clock } from "../../src/clock.ts";
import { createGate, type Gate } from "./gate.ts";
import { agree, create, createJobClock, openBench, previewOf, resultsOf, scrumPlace, settled } from "./harness.ts";
import type { Bench } from "./harness.ts";

const ITEMS = 40;
const MINUTE_MS = 60_000;
const WRITE = /\/v4\/projects\/[^/]+\/issues\/\d+$/;

let gate: Gate;
let bench: Bench;
afterEach(async () => {
  gate.open();
  await bench.close();
});

const CLOCKS = [
  { what: "the machine's clock was set back in the minute since", machineMs: -5_000, steadyMs: MINUTE_MS },
  { what: "the machine slept, and with it the steady clock", machineMs: 60 * MINUTE_MS, steadyMs: 0 },
];

test.each(CLOCKS)("what was read long ago is not written over somebody's edit when $what", async (ahead) => {
  gate = createGate();
  const clock = createJobClock();
  const moved = { machineMs: 0, steadyMs: 0 };
  const paceClock: Clock = { now: () => clock.now() + moved.steadyMs, wait: clock.wait };
  const machine = { ...clock, now: () => clock.now() + moved.machineMs };
  bench = await openBench({ clock: machine, paceClock, wrapFetch: gate.wrapFetch });
  const { store } = bench.simulator;
  const { projectId, spareIds } = scrumPlace(bench.simulator);
  const itemIds = spareIds.slice(0, ITEMS);
  const edits = [{ how: "set", field: "title", value: "Renamed" } as const];
  const { changes } = await previewOf(bench.browser, { kind: "edit", projectId, planId: null, itemIds, edits });

  gate.shut(WRITE);
  const input = { origin: "edit" as const, projectId, planId: null, changes: agree(changes) };
  const { id } = await create(bench.browser, { input });
  const underWay = bench.dependencies.upstreams.pace.jobConcurrency();
  await gate.held(underWay);
  // All that has not left: the next ones wait for their turn already.
  const edited = itemIds.slice(underWay);
  for (const itemId of edited) bench.simulator.editAsSomeoneElse({ itemId, fields: { name: "Somebody's own" } });
  Object.assign(moved, ahead);
  gate.open();

  const done = await settled(bench, id);
  expect(done.counts).toMatchObject({ applied: underWay, conflict: edited.length });
  expect(edited.map((itemId) => store.scrumItem(itemId)?.title)).toEqual(edited.map(() => "Somebody's own"));
  const conflicts = (await resultsOf(bench.browser, id)).filter(({ outcome }) => outcome === "conflict");
  expect(new Set(conflicts.map(({ reason }) => reason))).toEqual(new Set(["changed-meanwhile"]));
});
