import type { WorkItem } from "@gantry/api-contract";
import type { Clock } from "../clock.ts";
import type { Store } from "../database/store.ts";
import { breathe } from "../breathe.ts";
import type { CopyPlan, ProjectCopy } from "./project-copy.ts";
import { type RowsToSave, saveRows } from "./save-rows.ts";

/** Each commit waits for the disk, so what several readings found goes into one. */
const EVERY_MS = 500;
/** Items in one transaction: some milliseconds, so that nothing else waits long. */
const ITEMS_AT_ONCE = 250;

/** What copies know and the database does not yet. A crash loses it, and it is read again. */
export type WriteBehind = {
  add: (copy: ProjectCopy, news: CopyNews) => void;
  has: (copy: ProjectCopy) => boolean;
  /** Resolves when everything that was added before is written, or was given up. */
  flush: () => Promise<void>;
  stop: () => Promise<void>;
};

export type CopyNews = { items?: readonly WorkItem[]; goneIds?: readonly string[]; plan?: CopyPlan };

type Pending = { items: Map<string, WorkItem>; goneIds: Set<string>; plans: Map<string, CopyPlan> };

export function createWriteBehind({
  store,
  clock,
  onFailure,
}: {
  store: Store;
  clock: Clock;
  /** These copies know what the database never will. */
  onFailure: (copies: readonly ProjectCopy[], error: unknown) => void;
}): WriteBehind {
  const pending = new Map<ProjectCopy, Pending>();
  /** Of these a transaction is under way. */
  const underWay = new Set<ProjectCopy>();
  const stopping = new AbortController();
  /** Copies of which something could not be written: whatever else they know builds on that. */
  const lost = new WeakSet<ProjectCopy>();
  let writing: Promise<void> = Promise.resolve();
  let isTimed = false;

  const writeAll = async () => {
    while (pending.size > 0) {
      const parts = takeParts(pending);
      for (const { copy } of parts) underWay.add(copy);
      try {
        const versions = await store.transaction(async (transaction) => {
          const given: number[] = [];
          for (const part of parts) given.push(await saveRows(transaction, { ...part, now: clock.now() }));
          return given;
        });
        for (const [index, { copy }] of parts.entries()) {
          // Where another process wrote in between, catching up reads on from the version before.
          if (versions[index] === copy.version + 1) copy.version += 1;
        }
      } catch (error) {
        for (const { copy } of parts) {
          pending.delete(copy);
          lost.add(copy);
        }
        onFailure(
          parts.map(({ copy }) => copy),
          error,
        );
      } finally {
        underWay.clear();
      }
      await breathe();
    }
  };
  const flush = () => {
    writing = writing.then(writeAll);
    return writing;
  };
  const flushSoon = async () => {
    if (isTimed) return;
    isTimed = true;
    await clock.wait(EVERY_MS, stopping.signal, { isRound: true }).catch(() => undefined);
    isTimed = false;
    await flush();
  };

  return {
    add: (copy, { items = [], goneIds = [], plan }) => {
      if (lost.has(copy)) return;
      const news = pending.get(copy) ?? { items: new Map(), goneIds: new Set(), plans: new Map() };
      pending.set(copy, news);
      for (const item of items) {
        news.items.set(item.id, item);
        news.goneIds.delete(item.id);
      }
      for (const id of goneIds) {
        news.goneIds.add(id);
        news.items.delete(id);
      }
      if (plan !== undefined) news.plans.set(plan.plan.id, plan);
      void flushSoon();
    },
    has: (copy) => pending.has(copy) || underWay.has(copy),
    flush,
    stop: async () => {
      stopping.abort();
      await flush();
    },
  };
}

/**
 * As much as one transaction should write. Of a project, items come first: its plans and how far changes are known
 * follow when all of them are written. Projects go in one order everywhere, so that two writers never wait for each other.
 */
function takeParts(pending: Map<ProjectCopy, Pending>): RowsToSave[] {
  const parts: RowsToSave[] = [];
  let room = ITEMS_AT_ONCE;
  for (const [copy, news] of pending) {
    if (room <= 0) break;
    const items = [...news.items.values()].slice(0, room);
    for (const { id } of items) news.items.delete(id);
    room -= items.length + 1;
    const isAll = news.items.size === 0;
    if (isAll) pending.delete(copy);
    parts.push({
      copy,
      items,
      goneIds: isAll ? [...news.goneIds] : [],
      plans: isAll ? [...news.plans.values()] : [],
      feed: isAll ? copy.feed : null,
    });
  }
  return parts.toSorted((left, right) => (keyOf(left.copy) < keyOf(right.copy) ? -1 : 1));
}

function keyOf({ domainId, projectId }: ProjectCopy): string {
  return `${domainId} ${projectId}`;
}
