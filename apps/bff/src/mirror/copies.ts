import { LRUCache } from "lru-cache";
import type { Clock } from "../clock.ts";
import type { Store } from "../database/store.ts";
import { describeError } from "../describe-error.ts";
import type { Log } from "../log.ts";
import { catchUp, type CopyNews, saveNews } from "./copy-rows.ts";
import { createCopy, type ProjectCopy, type ProjectKey } from "./project-copy.ts";

/** Items and plans that are remembered at once, some 1 KB each; the rest is in the database only. */
const MAX_ROWS = 250_000;
/** What an open copy without rows weighs. */
const BASE_WEIGHT = 100;

/** The projects that this process remembers, each as the database has it. */
export type Copies = {
  /** The project as all processes know it by now. */
  open: (key: ProjectKey) => Promise<ProjectCopy>;
  /** Keeps what the copy has learnt: in order, and never in one long stretch. Resolves when it is in the database. */
  save: (copy: ProjectCopy, news: Omit<CopyNews, "now">) => Promise<void>;
};

export function createCopies({ store, clock, log }: { store: Store; clock: Clock; log: Log }): Copies {
  const kept = new LRUCache<string, { copy: ProjectCopy }>({ maxSize: MAX_ROWS });
  /** The last work on each copy: catching up and saving go one after the other. */
  const lines = new WeakMap<ProjectCopy, Promise<void>>();

  const inLine = <T>(copy: ProjectCopy, work: () => Promise<T>): Promise<T> => {
    const turn = (lines.get(copy) ?? Promise.resolve()).then(work);
    lines.set(
      copy,
      turn.then(
        () => undefined,
        () => undefined,
      ),
    );
    return turn;
  };
  const keep = (copy: ProjectCopy) => {
    const size = BASE_WEIGHT + copy.items.size + copy.plans.size;
    kept.set(keyOf(copy), { copy }, { size: Math.min(size, MAX_ROWS) });
  };

  return {
    open: async (key) => {
      for (;;) {
        const found = kept.get(keyOf(key))?.copy;
        const copy = found ?? createCopy(key);
        if (found === undefined) keep(copy);
        const isGood = await inLine(copy, () => catchUp(store.database, copy, { now: clock.now() }));
        const isKept = kept.peek(keyOf(key))?.copy === copy;
        if (isKept && isGood) keep(copy);
        if (isGood) return copy;
        if (isKept) kept.delete(keyOf(key));
      }
    },
    save: async (copy, news) => {
      try {
        await inLine(copy, () => saveNews(store, copy, { ...news, now: clock.now() }));
        if (kept.peek(keyOf(copy))?.copy === copy) keep(copy);
      } catch (error) {
        // What is not in the database must not count as known: the next one to ask begins with what is.
        if (kept.peek(keyOf(copy))?.copy === copy) kept.delete(keyOf(copy));
        log.warn(describeError(error), "what CodeArts told could not be kept");
      }
    },
  };
}

function keyOf({ domainId, projectId }: ProjectKey): string {
  return JSON.stringify([domainId, projectId]);
}
