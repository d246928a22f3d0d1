import { afterEach, describe, expect, test } from "vitest";
import { orThrow } from "../simulated-world.ts";
import { createTestApp, type TestApp } from "../test-app.ts";
import { until } from "../until.ts";
import { idsIn, openOverview, plansIn, plansOfPerson, signInByName, userIdOf } from "./overview-events.ts";

let server: TestApp;
afterEach(() => server.close());

/** Older than any list that may still be believed. */
const LATER_MS = 60_000;

describe("who sees what of the mirror", () => {
  test("everybody sees the plans of their own projects, whoever had them read before, and never another company's", async () => {
    server = await createTestApp();
    for (const userName of ["zhao.min", "guo.jing", "chen.hao", "yan.mei", "guo.jing"]) {
      server.clock.advanceBy(LATER_MS);
      const events = await openOverview(await signInByName(server, userName));
      expect(idsIn(events).toSorted()).toEqual(plansOfPerson(server.simulator, userName).toSorted());
      for (const { rollUp } of plansIn(events)) expect(rollUp).not.toBeNull();
    }
  });

  test("what a token may see no more is gone at the next visit, from memory too", async () => {
    server = await createTestApp();
    const browser = await signInByName(server, "chen.hao");
    const before = idsIn(await openOverview(browser));
    const { store } = server.simulator;
    const userId = userIdOf(server, "chen.hao");
    const [lost] = store.projects().filter(({ members }) => members.some(({ person }) => person.userId === userId));
    const { id: lostId, members } = orThrow(lost, "a project of chen.hao's");
    store.patchProject(lostId, { members: members.filter(({ person }) => person.userId !== userId) });
    server.clock.advanceBy(LATER_MS);
    const events = await openOverview(browser);
    const kept = plansOfPerson(server.simulator, "chen.hao");
    expect(kept.length).toBeLessThan(before.length);
    expect(idsIn(events).toSorted()).toEqual(kept.toSorted());
    expect(JSON.stringify(events)).not.toContain(lostId);
  });

  test("a plan list that is refused is forgotten: the next visit does not begin with it", async () => {
    server = await createTestApp();
    const browser = await signInByName(server, "chen.hao");
    const [known] = plansIn(await openOverview(browser));
    const { projectId } = orThrow(known, "a plan").plan;
    server.simulator.faults.add({
      when: { operation: "listPlans", path: projectId },
      do: { kind: "status", status: 403, body: { error_code: "PM.00000014", error_msg: "No" } },
    });
    const visit = async () => {
      server.clock.advanceBy(LATER_MS);
      return (await openOverview(browser)).filter((event) => "projectId" in event && event.projectId === projectId);
    };
    expect((await visit()).at(-1)).toMatchObject({ type: "project-failed", error: { code: "upstream.refused" } });
    expect(await visit()).toEqual([expect.objectContaining({ type: "project-failed" })]);
  });

  test("whoever reads for others and fails, fails alone", async () => {
    server = await createTestApp();
    const { faults, ledger, store } = server.simulator;
    const [leaderId, followerId] = [userIdOf(server, "zhao.min"), userIdOf(server, "chen.hao")];
    const when = { operation: ["listPlanIssues", "listPlanIssuesV2"], userId: leaderId };
    const body = { error_code: "PM.00000014", error_msg: "No" };
    faults.add({ when, do: { kind: "status", status: 403, body } });
    // The first reader's own reads of items are refused, the first of them only after others have joined it.
    const held = faults.add({ when: { ...when, times: 1 }, do: { kind: "hold" } });
    const [leader, follower] = await Promise.all([signInByName(server, "zhao.min"), signInByName(server, "chen.hao")]);
    const failing = openOverview(leader);
    await until(() => held.fired() > 0);
    const reading = openOverview(follower);
    const theirs = store.projects().filter(({ members }) => members.some(({ person }) => person.userId === followerId));
    const isListing = (call: { operation: string; userId: string | null }) =>
      call.operation === "listPlans" && call.userId === followerId;
    await until(() => ledger.received().filter(isListing).length === theirs.length);
    held.remove();
    const [failed, read] = await Promise.all([failing, reading]);
    for (const { rollUp, error } of plansIn(read)) expect([rollUp === null, error]).toEqual([false, undefined]);
    const errors = plansIn(failed).flatMap(({ error }) => error?.code ?? []);
    expect(new Set(errors)).toEqual(new Set(["upstream.refused"]));
  });
});
