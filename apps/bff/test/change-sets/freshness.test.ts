import { expect, test } from "vitest";
import type { Clock } from "../../src/clock.ts";
import { openGatedBench, SCRUM_WRITE, toRename } from "./gated-bench.ts";
import { create, createJobClock, resultsOf, settled } from "./harness.ts";

const ITEMS = 40;
const MINUTE_MS = 60_000;

const CLOCKS = [
  { what: "the machine's clock was set back in the minute since", machineMs: -5_000, steadyMs: MINUTE_MS },
  { what: "the machine slept, and with it the steady clock", machineMs: 60 * MINUTE_MS, steadyMs: 0 },
];

test.each(CLOCKS)("what was read long ago is not written over somebody's edit when $what", async (ahead) => {
  const clock = createJobClock();
  const moved = { machineMs: 0, steadyMs: 0 };
  const paceClock: Clock = { now: () => clock.now() + moved.steadyMs, wait: clock.wait };
  const machine = { ...clock, now: () => clock.now() + moved.machineMs };
  const bench = await openGatedBench({ clock: machine, paceClock });
  const { store } = bench.simulator;
  const input = await toRename(bench, { title: "Renamed", items: ITEMS });

  bench.gate.shut(SCRUM_WRITE);
  const { id } = await create(bench.browser, { input });
  const underWay = bench.dependencies.upstreams.pace.jobConcurrency();
  await bench.gate.held(underWay);
  // All that has not left: the next ones wait for their turn already.
  const edited = input.changes.slice(underWay).map(({ itemId }) => itemId);
  for (const itemId of edited) bench.simulator.editAsSomeoneElse({ itemId, fields: { name: "Somebody's own" } });
  Object.assign(moved, ahead);
  bench.gate.open();

  const done = await settled(bench, id);
  expect(done.counts).toMatchObject({ applied: underWay, conflict: edited.length });
  expect(edited.map((itemId) => store.scrumItem(itemId)?.title)).toEqual(edited.map(() => "Somebody's own"));
  const conflicts = (await resultsOf(bench.browser, id)).filter(({ outcome }) => outcome === "conflict");
  expect(new Set(conflicts.map(({ reason }) => reason))).toEqual(new Set(["changed-meanwhile"]));
});
