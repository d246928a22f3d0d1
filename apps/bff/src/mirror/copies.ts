import { LRUCache } from "lru-cache";
import type { Clock } from "../clock.ts";
import type { Store } from "../database/store.ts";
import { describeError } from "../describe-error.ts";
import type { Log } from "../log.ts";
import { catchUp } from "./copy-rows.ts";
import { createCopy, type ProjectCopy, type ProjectKey } from "./project-copy.ts";
import { type CopyNews, createWriteBehind } from "./write-behind.ts";

/** Items and plans that are remembered at once, some 1 KB each; the rest is in the database only. */
const MAX_ROWS = 250_000;
/** What an open copy without rows weighs. */
const BASE_WEIGHT = 100;

/** The projects that this process remembers, each as the database has it. */
export type Copies = {
  /** The project as all processes know it by now. */
  open: (key: ProjectKey) => Promise<ProjectCopy>;
  /** Keeps what the copy has learnt, in order, before long. */
  save: (copy: ProjectCopy, news: CopyNews) => void;
  /** Resolves when other processes can read what was saved before. */
  flush: () => Promise<void>;
  stop: () => Promise<void>;
};

export function createCopies({ store, clock, log }: { store: Store; clock: Clock; log: Log }): Copies {
  const kept = new LRUCache<string, { copy: ProjectCopy }>({ maxSize: MAX_ROWS });
  /** Who catches up with the database now; others who come meanwhile do so after. */
  const lines = new WeakMap<ProjectCopy, Promise<unknown>>();
  const isKept = (copy: ProjectCopy) => kept.peek(keyOf(copy))?.copy === copy;
  const forget = (copy: ProjectCopy) => {
    if (isKept(copy)) kept.delete(keyOf(copy));
  };
  const keep = (copy: ProjectCopy) => {
    const size = BASE_WEIGHT + copy.items.size + copy.plans.size;
    kept.set(keyOf(copy), { copy }, { size: Math.min(size, MAX_ROWS) });
  };
  const behind = createWriteBehind({
    store,
    clock,
    onFailure: (copies, error) => {
      // What is not in the database must not count as known: the next one to ask begins with what is.
      for (const copy of copies) forget(copy);
      log.warn(describeError(error), "what CodeArts told could not be kept");
    },
  });

  const bringUp = (copy: ProjectCopy): Promise<boolean> => {
    const turn = (lines.get(copy) ?? Promise.resolve()).then(async () => {
      const isAhead = () => behind.has(copy);
      return await catchUp(store.database, copy, { now: clock.now(), isAhead });
    });
    lines.set(
      copy,
      turn.catch(() => undefined),
    );
    return turn;
  };

  return {
    open: async (key) => {
      for (;;) {
        const found = kept.get(keyOf(key))?.copy;
        const copy = found ?? createCopy(key);
        if (found === undefined) keep(copy);
        const isGood = await bringUp(copy);
        if (!isGood) {
          forget(copy);
          continue;
        }
        if (isKept(copy)) keep(copy);
        return copy;
      }
    },
    save: (copy, news) => {
      behind.add(copy, news);
      if (isKept(copy)) keep(copy);
    },
    flush: behind.flush,
    stop: behind.stop,
  };
}

function keyOf({ domainId, projectId }: ProjectKey): string {
  return JSON.stringify([domainId, projectId]);
}
