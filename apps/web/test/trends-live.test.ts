import { createTestApp } from "@gantry/bff/test-app";
import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, onTestFinished, test, vi } from "vitest";
import { applyLiveEvent } from "../src/features/live/apply-event.ts";
import { createReadAgain } from "../src/features/live/read-again.ts";
import type { Trends } from "../src/lib/trends.ts";
import { readTrendNews, trendQueries } from "../src/queries/trend-queries.ts";

const OPEN = 2;
const CLOSED = 5;

test("trends on screen follow what others change, project by project, and never go blank meanwhile", async () => {
  const app = await createTestApp();
  onTestFinished(app.close);
  const browser = await app.signIn();
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => browser.request(url, init));
  onTestFinished(() => void vi.unstubAllGlobals());
  const client = new QueryClient();
  const seen: Trends[] = [];
  const screen = new QueryObserver(client, trendQueries.of({ days: "30" }));
  onTestFinished(screen.subscribe(({ data }) => data !== undefined && seen.push(data)));
  const now = () => screen.getCurrentResult().data?.projects ?? [];
  await expect.poll(() => screen.getCurrentResult().data?.readAt).toBeTypeOf("number");
  expect(now().length).toBeGreaterThan(2);

  const { store, ledger } = app.simulator;
  const project = now().find((one) => one.project.kind === "scrum")?.project.id ?? "";
  const planned = new Set(store.plansOf(project).flatMap(({ itemIds }) => [...itemIds]));
  const items = store.scrumItemsOf(project).filter(({ id }) => planned.has(String(id)));
  const parents = new Set(items.map(({ parentId }) => parentId));
  const leaves = items.filter(({ id, statusId }) => statusId === OPEN && !parents.has(id)).slice(0, 5);
  const before = new Map(now().map((one) => [one.project.id, one]));
  const doneBefore = before.get(project)?.trend?.points.at(-1)?.done ?? 0;
  const records = ledger.calls("listIssueRecords");

  seen.length = 0;
  const onTrendChanged = createReadAgain({
    read: (id) => readTrendNews(client, id),
    wait: () => new Promise((go) => void setImmediate(go)),
    betweenMs: 5_000,
  });
  for (const { id } of leaves) app.simulator.editAsSomeoneElse({ itemId: String(id), fields: { status_id: CLOSED } });
  app.clock.advanceBy(60_000);
  for (const { id } of leaves)
    applyLiveEvent(
      client,
      { type: "plan-changed", projectId: project, planId: String(id) },
      { onMoved: () => undefined, onProjectChanged: () => undefined, onTrendChanged },
    );
  const doneNow = () =>
    now()
      .find((one) => one.project.id === project)
      ?.trend?.points.at(-1)?.done;
  await expect.poll(doneNow).toBe(doneBefore + leaves.length);
  expect(leaves.length).toBeGreaterThan(1);
  expect(now()).toHaveLength(before.size);
  const others = now().filter((one) => one.project.id !== project);
  for (const one of others) expect(one).toBe(before.get(one.project.id));
  for (const { projects } of seen) expect(projects.every(({ trend }) => trend !== null)).toBe(true);
  expect(ledger.calls("listIssueRecords") - records, "one reading for all that came at once").toBeLessThanOrEqual(2);
});
