import type { ChangeSet, LiveEvent } from "@gantry/api-contract";
import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { aProject } from "@gantry/testkit";
import { beforeEach, describe, expect, it } from "vitest";
import { markSessionFound, useSessionState } from "../../lib/session-state.ts";
import { baselineQueries } from "../../queries/baseline-queries.ts";
import { changeSetQueries } from "../../queries/change-set-queries.ts";
import { dependencyQueries } from "../../queries/dependency-queries.ts";
import { emptyOverview } from "../../lib/overview.ts";
import { overviewQueries } from "../../queries/overview-queries.ts";
import { emptyTrends } from "../../lib/trends.ts";
import { planQueries } from "../../queries/plan-queries.ts";
import { trendQueries } from "../../queries/trend-queries.ts";
import { applyLiveEvent } from "./apply-event.ts";

const changeSet = (id: string, state: ChangeSet["state"] = "running", revision = 1): ChangeSet => ({
  id,
  revision,
  state,
  origin: "edit",
  projectId: "p",
  projectName: "P",
  projectKind: "scrum",
  planId: null,
  planName: null,
  createdBy: { id: "u", numericId: null, name: "U" },
  createdAt: 1,
  finishedAt: null,
  items: 1,
  total: 1,
  counts: { queued: 1, sending: 0, applied: 0, unchanged: 0, failed: 0, conflict: 0, unknown: 0, cancelled: 0 },
  fields: [],
  calls: { planned: 1, sent: 0 },
  undoOf: null,
  undoneBy: null,
  canUndo: false,
  canRetry: false,
  remainingMs: null,
  keptUntil: 0,
  canRetryUnknown: false,
  canPause: false,
  canResume: false,
  canCancel: true,
});

const listKey = changeSetQueries.list().queryKey;
let client: QueryClient;
let moved: { id: string; isOver: boolean }[];
let changedProjects: string[];
let changedTrends: string[];
const hear = (event: LiveEvent) =>
  applyLiveEvent(client, event, {
    onMoved: (news) => moved.push(news),
    onProjectChanged: ({ id }) => changedProjects.push(id),
    onTrendChanged: ({ id }) => changedTrends.push(id),
  });
const shown = (key: typeof listKey = listKey) =>
  client.getQueryData(key)?.pages.map((page) => page.items.map(({ id, state }) => `${id} ${state}`));

beforeEach(() => {
  markSessionFound();
  client = new QueryClient();
  moved = [];
  changedProjects = [];
  changedTrends = [];
  client.setQueryData(listKey, {
    pageParams: [null, "2"],
    pages: [
      { items: [changeSet("b")], total: 2 },
      { items: [changeSet("a")], total: 2 },
    ],
  });
});

describe("a live event", () => {
  it("moves a change set on where it stands in the list", () => {
    hear({ type: "change-set", changeSet: changeSet("a", "finished") });
    expect(shown()).toEqual([["b running"], ["a finished"]]);
  });

  it("that was overtaken on its way sets nothing back, and a retry is not taken for one", () => {
    hear({ type: "change-set", changeSet: changeSet("a", "finished", 7) });
    hear({ type: "change-set", changeSet: changeSet("a", "running", 6) });
    expect(shown()).toEqual([["b running"], ["a finished"]]);
    hear({ type: "change-set", changeSet: changeSet("a", "queued", 8) });
    expect(shown()).toEqual([["b running"], ["a queued"]]);
    expect(moved).toEqual([
      { id: "a", isOver: true },
      { id: "a", isOver: false },
    ]);
  });

  it("moves a change set from the list of open ones to the list of finished ones, at its place by age", () => {
    const page = (items: ChangeSet[]) => ({ pageParams: [null], pages: [{ items, total: items.length }] });
    const open = changeSetQueries.list({ state: "open" }).queryKey;
    const finished = changeSetQueries.list({ state: "finished" }).queryKey;
    const elsewhere = changeSetQueries.list({ state: "finished", projectId: "q" }).queryKey;
    const aged = (id: string, createdAt: number) => ({ ...changeSet(id, "finished"), createdAt });
    client.setQueryData(open, page([changeSet("now")]));
    client.setQueryData(finished, page([aged("younger", 9), aged("older", 0)]));
    client.setQueryData(elsewhere, page([]));
    hear({ type: "change-set", changeSet: changeSet("now", "finished", 2) });
    expect(shown(open)).toEqual([[]]);
    expect(shown(finished)).toEqual([["younger finished", "now finished", "older finished"]]);
    expect(shown(elsewhere)).toEqual([[]]);
  });

  it("puts a new change set first", () => {
    hear({ type: "change-set", changeSet: changeSet("c", "queued") });
    expect(shown()).toEqual([["c queued", "b running"], ["a running"]]);
  });

  it("makes no list where none was read", () => {
    client.removeQueries({ queryKey: listKey });
    hear({ type: "change-set", changeSet: changeSet("c") });
    expect(client.getQueryData(listKey)).toBeUndefined();
  });

  it("marks what was read of a changed plan as old, and no other plan", () => {
    const key = (planId: string) => planQueries.items({ projectId: "p", planId }).queryKey;
    for (const planId of ["1", "2"]) client.setQueryData(key(planId), { items: [], total: 0, readAt: 1 });
    hear({ type: "plan-changed", projectId: "p", planId: "1" });
    expect(["1", "2"].map((planId) => client.getQueryState(key(planId))?.isInvalidated)).toEqual([true, false]);
  });

  it("has the one project read again where the overview is on screen, when a plan changed and when a change set ended", () => {
    const { queryKey } = overviewQueries.all();
    client.setQueryData(queryKey, emptyOverview);
    const leave = new QueryObserver(client, { queryKey, enabled: true, staleTime: Infinity }).subscribe(
      () => undefined,
    );
    hear({ type: "plan-changed", projectId: "p", planId: "1" });
    hear({ type: "change-set", changeSet: changeSet("a", "running", 2) });
    hear({ type: "change-set", changeSet: { ...changeSet("a", "finished", 3), projectId: "q" } });
    expect(changedProjects).toEqual(["p", "q"]);
    expect(client.getQueryState(queryKey)?.isInvalidated).toBe(false);
    leave();
  });

  it("marks an overview that nobody looks at as old, and reads nothing", () => {
    const { queryKey } = overviewQueries.all();
    client.setQueryData(queryKey, emptyOverview);
    hear({ type: "plan-changed", projectId: "p", planId: "1" });
    expect(changedProjects).toEqual([]);
    expect(client.getQueryState(queryKey)?.isInvalidated).toBe(true);
  });

  it("has a project's trend told again where it is on screen, and marks what nobody looks at as old", () => {
    const [shown, left] = [trendQueries.of({ days: "90" }).queryKey, trendQueries.of({ days: "30" }).queryKey];
    const told = { project: aProject({ id: "p" }), trend: null, error: null, isReading: false };
    for (const key of [shown, left]) client.setQueryData(key, { ...emptyTrends, projects: [told] });
    const leave = new QueryObserver(client, { queryKey: shown, staleTime: Infinity }).subscribe(() => undefined);
    hear({ type: "plan-changed", projectId: "p", planId: "1" });
    hear({ type: "plan-changed", projectId: "q", planId: "1" });
    expect(changedTrends).toEqual(["p"]);
    expect([shown, left].map((key) => client.getQueryState(key)?.isInvalidated)).toEqual([false, true]);
    leave();
  });

  it("marks a project's links as old, and no other project's", () => {
    const key = (projectId: string) => dependencyQueries.list(projectId).queryKey;
    for (const projectId of ["1", "2"]) client.setQueryData(key(projectId), { items: [], readAt: 1 });
    hear({ type: "dependencies-changed", projectId: "1" });
    expect(["1", "2"].map((projectId) => client.getQueryState(key(projectId))?.isInvalidated)).toEqual([true, false]);
  });

  it("marks a plan's list of baselines as old, and no other plan's", () => {
    const key = (planId: string) => baselineQueries.list({ projectId: "p", planId }).queryKey;
    for (const planId of ["1", "2"]) client.setQueryData(key(planId), { items: [] });
    hear({ type: "baselines-changed", projectId: "p", planId: "1" });
    expect(["1", "2"].map((planId) => client.getQueryState(key(planId))?.isInvalidated)).toEqual([true, false]);
  });

  it("asks for a sign-in when the session ended", () => {
    hear({ type: "session-ended" });
    expect(useSessionState.getState().isLost).toBe(true);
  });
});
