import { createTestApp } from "@gantry/bff/test-app";
import type { ChangeSet } from "@gantry/api-contract";
import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, onTestFinished, test, vi } from "vitest";
import { applyLiveEvent } from "../src/features/live/apply-event.ts";
import { connectLive } from "../src/features/live/live-connection.ts";
import { createReadAgain } from "../src/features/live/read-again.ts";
import { changeSetQueries } from "../src/queries/change-set-queries.ts";
import { createLiveSource } from "./live-source.ts";
import { startEdit } from "./start-edit.ts";
import { createTap } from "./tap.ts";

const CUTS = 50;
const WRITES_A_CUT = 5;

test("progress never goes back and ends in the truth, however often the stream is cut", async () => {
  const tap = createTap();
  const app = await createTestApp({ wrapFetch: tap.wrapFetch });
  onTestFinished(app.close);
  const browser = await app.signIn();
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => browser.request(url, init));
  onTestFinished(() => void vi.unstubAllGlobals());
  const { changeSet, itemIds } = await startEdit(app, { browser, count: CUTS * WRITES_A_CUT });

  const client = new QueryClient();
  const seen: ChangeSet[] = [];
  const screen = new QueryObserver(client, changeSetQueries.detail(changeSet.id));
  onTestFinished(
    screen.subscribe(({ data }) => {
      if (data !== undefined && data.changeSet !== seen.at(-1)) seen.push(data.changeSet);
    }),
  );
  const source = createLiveSource(browser);
  let opened = 0;
  const onMoved = createReadAgain({
    read: (id) => client.invalidateQueries({ queryKey: changeSetQueries.key(id) }),
    wait: () => new Promise((go) => void setImmediate(go)),
    betweenMs: 0,
  });
  const stop = connectLive({
    open: source.open,
    onEvent: (event) =>
      applyLiveEvent(client, event, { onMoved, onProjectChanged: () => undefined, onTrendChanged: () => undefined }),
    onOpen: () => {
      opened += 1;
      void client.invalidateQueries({ queryKey: ["change-sets"] });
    },
    onBreak: () => undefined,
    wait: (run) => {
      const timer = setImmediate(run);
      return () => clearImmediate(timer);
    },
  });
  onTestFinished(stop);

  for (let cut = 0; cut < CUTS; cut += 1) {
    const before = opened;
    tap.letThrough(WRITES_A_CUT);
    source.cut();
    await expect.poll(() => opened, { interval: 1 }).toBeGreaterThan(before);
  }
  await expect.poll(() => seen.at(-1)?.state).toBe("finished");
  const outcomes = () => screen.getCurrentResult().data?.items.map(({ outcome }) => outcome);
  await expect.poll(outcomes).toEqual(Array.from({ length: 200 }, () => "applied"));

  const done = seen.map(({ counts, total }) => total - (counts.queued ?? 0) - (counts.sending ?? 0));
  expect(done).toEqual(done.toSorted((left, right) => left - right));
  expect(done.at(-1)).toBe(itemIds.length);
  expect(new Set(done).size, "there was progress to be seen").toBeGreaterThan(2);
});
