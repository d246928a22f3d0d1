import type { LiveEvent } from "@gantry/api-contract";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readEvents } from "../read-events.ts";
import { TEST_NOW } from "../test-app.ts";
import { createAppClock } from "../test-clock.ts";
import { apply, openBench, scrumPlace, type Bench } from "./harness.ts";

let bench: Bench;
beforeEach(async () => {
  // Heartbeats come every 20 s and must not all come at once.
  bench = await openBench({ clock: createAppClock(TEST_NOW, { skipsWaitsUpToMs: 10_000 }) });
});
afterEach(() => bench.close());

const isFinished = (event: LiveEvent) => event.type === "change-set" && event.changeSet.state === "finished";

function apply250() {
  const { projectId, planId, spareIds } = scrumPlace(bench.simulator);
  return apply(bench, { kind: "link", projectId, planId, itemIds: spareIds.slice(0, 250) });
}

describe("the event stream", () => {
  test("tells progress that never goes back, ends in the truth, and says which plan changed", async () => {
    const response = await bench.browser.request("/api/events");
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    // News of one thing take the place of older ones to a slow reader: which of two things comes last is open.
    const awaited = { finished: false, planChanged: false };
    const reading = readEvents(response, (event) => {
      awaited.finished ||= isFinished(event);
      awaited.planChanged ||= event.type === "plan-changed";
      return awaited.finished && awaited.planChanged;
    });
    const done = await apply250();
    const events = await reading;
    const progress = events.flatMap((event) => (event.type === "change-set" ? [event.changeSet] : []));
    const settled = progress.map(({ counts }) => (counts.applied ?? 0) + (counts.failed ?? 0));
    expect(settled).toEqual(settled.toSorted((left, right) => left - right));
    expect(progress.at(-1)).toMatchObject({ id: done.id, state: "finished", counts: { applied: 250 } });
    expect(events.filter(({ type }) => type === "plan-changed")).toContainEqual({
      type: "plan-changed",
      projectId: done.projectId,
      planId: done.planId,
    });
  });

  test("is silent about projects that its reader may not see", async () => {
    const { projectId } = scrumPlace(bench.simulator);
    const project = bench.simulator.store.project(projectId);
    const other = bench.simulator.credentials.find(({ userId }) => userId !== bench.simulator.credentials[0]?.userId);
    if (project === undefined || other === undefined) throw new Error("No project or nobody else");
    const members = project.members.filter(({ person }) => person.userId !== other.userId);
    bench.simulator.store.patchProject(projectId, { members });
    const { account, userName, password } = other;
    const stranger = await bench.signIn({ account, userName, password });
    const reading = readEvents(await stranger.request("/api/events"), () => false);
    await apply250();
    await bench.app.stop();
    expect(await reading).toEqual([{ type: "server-stopping" }]);
  });

  test("ends with the session", async () => {
    const reading = readEvents(await bench.browser.request("/api/events"), () => false);
    await bench.browser.request("/api/session", { method: "DELETE" });
    expect(await reading).toEqual([{ type: "session-ended" }]);
  });
});
