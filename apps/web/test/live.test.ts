import { createTestApp, type TestAppOptions } from "@gantry/bff/test-app";
import type { ChangeSet } from "@gantry/api-contract";
import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, onTestFinished, test, vi } from "vitest";
import { applyLiveEvent } from "../src/features/live/apply-event.ts";
import { connectLive } from "../src/features/live/live-connection.ts";
import { createReadAgain } from "../src/features/live/read-again.ts";
import { changeSetQueries } from "../src/queries/change-set-queries.ts";
import { createLiveSource } from "./live-source.ts";
import { startEdit } from "./start-edit.ts";

const CUTS = 50;
const WRITES_A_CUT = 5;

/** Lets so many writes through to CodeArts as it was told to. */
function createTap() {
  let allowed = 0;
  const waiting: (() => void)[] = [];
  const wrapFetch: NonNullable<TestAppOptions["wrapFetch"]> = (fetch) => async (url, init) => {
    if (init.method === "PUT" && allowed-- <= 0) await new Promise<void>((go) => waiting.push(go));
    return fetch(url, init);
  };
  const letThrough = (count: number) => {
    allowed = Math.max(0, allowed) + Math.max(0, count - waiting.length);
    for (const go of waiting.splice(0, count)) go();
  };
  return { wrapFetch, letThrough };
}

test(
  "progress never goes back and ends in the truth, however often the stream is cut",
  { timeout: 60_000 },
  async () => {
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
      await vi.waitFor(() => expect(opened).toBeGreaterThan(before), { timeout: 30_000, interval: 1 });
    }
    await vi.waitFor(() => expect(seen.at(-1)?.state).toBe("finished"), { timeout: 30_000, interval: 5 });
    await vi.waitFor(
      () => {
        const results = screen.getCurrentResult().data?.items ?? [];
        expect(results.filter(({ outcome }) => outcome !== "applied")).toEqual([]);
        expect(results).toHaveLength(200);
      },
      { timeout: 30_000 },
    );

    const done = seen.map(({ counts, total }) => total - (counts.queued ?? 0) - (counts.sending ?? 0));
    expect(done).toEqual(done.toSorted((left, right) => left - right));
    expect(done.at(-1)).toBe(itemIds.length);
    expect(new Set(done).size, "there was progress to be seen").toBeGreaterThan(2);
  },
);
