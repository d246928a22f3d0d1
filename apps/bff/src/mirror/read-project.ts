import type { Plan, WorkItem } from "@gantry/api-contract";
import type { Clock } from "../clock.ts";
import type { KnownProject } from "../features/projects/from-upstream.ts";
import type { Reader } from "../features/reader.ts";
import { readIpdPlanItems } from "../features/work-items/read-ipd-plan.ts";
import { readScrumPlanItems } from "../features/work-items/read-scrum-plan.ts";
import type { Metrics } from "../metrics.ts";
import type { Copies } from "./copies.ts";
import { changesFrom, withChanges, withCursor } from "./freshness.ts";
import type { ItemWords } from "./item-words.ts";
import type { Newcomers } from "./newcomers.ts";
import { type ProjectCopy, renewPlansOf, takeItems } from "./project-copy.ts";
import { type ChangedItems, ChangesNotToldError, readAllItems, readChanges } from "./read-changes.ts";
import type { SharedWork } from "./shared-work.ts";
import type { TellChanges } from "./tell-changes.ts";

export type ReadTools = {
  copies: Copies;
  shared: SharedWork;
  words: ItemWords;
  clock: Clock;
  metrics: Metrics;
  /** Hears which plans are other than before. */
  tell: TellChanges;
  newcomers: Newcomers;
};

const CREATED_MEANWHILE_MS = 60_000;

type ProjectRead = { copy: ProjectCopy; known: KnownProject };

/** Reads all items of one plan into the copy, once for all who ask at the same time. */
export async function readPlan(
  tools: ReadTools,
  reader: Reader,
  { copy, known, plan, atMost }: ProjectRead & { plan: Plan; atMost: number },
): Promise<void> {
  const key = JSON.stringify(["plan", copy.domainId, copy.projectId, plan.id, atMost]);
  const { tell } = tools;
  await tools.shared.run(key, {
    signal: reader.signal,
    work: async (signal) => {
      const startedAt = tools.clock.now();
      copy.feed = withCursor(copy.feed, startedAt);
      const before = copy.plans.get(plan.id);
      const items = await readItemsOf(tools, { ...reader, signal }, { known, plan, atMost });
      const changed = takeItems(copy, items);
      const entry = {
        plan,
        itemIds: items.map(({ id }) => id),
        readAt: startedAt,
        dirties: copy.plans.get(plan.id)?.dirties ?? 0,
        seenDirties: before?.dirties ?? 0,
      };
      copy.plans.set(plan.id, entry);
      const renewed = renewPlansOf(copy, new Set(changed.map(({ id }) => id)));
      tools.metrics.count("gantry_mirror_reads_total", { what: "plan" });
      tools.copies.save(copy, { items: changed, plan: entry });
      // A plan that was not known before is on no open page either.
      const isOther = before !== undefined && !isSameList(before.itemIds, entry.itemIds);
      if (before !== undefined) tell(copy, isOther ? [...renewed, plan.id] : renewed);
    },
  });
}

async function readItemsOf(
  { words }: ReadTools,
  reader: Reader,
  { known, plan, atMost }: { known: KnownProject; plan: Plan; atMost: number },
): Promise<WorkItem[]> {
  const freshness = { alone: true };
  if (known.project.kind === "ipd") {
    return await readIpdPlanItems(reader, { known, plan, freshness, context: await words.ipd(reader, known) });
  }
  const context = await words.scrum(reader, known);
  return await readScrumPlanItems(reader, { known, planId: plan.id, freshness, context, atMost });
}

/**
 * Asks what has changed since the last look, and takes it in, once for all who ask at the same time.
 * @returns ids of the plans that are other than before; empty where CodeArts tells no changes
 */
export async function lookForChanges(
  tools: ReadTools,
  reader: Reader,
  { copy, known }: ProjectRead,
): Promise<readonly string[]> {
  const key = JSON.stringify(["changes", copy.domainId, copy.projectId]);
  const plans = new Set<string>();
  for (;;) {
    const { answer, isOwn } = await tools.shared.run(key, {
      signal: reader.signal,
      work: (signal) => takeChanges(tools, { ...reader, signal }, { copy, known }),
    });
    for (const planId of answer) plans.add(planId);
    // A look that others had begun may have come before what Gantry itself changed meanwhile.
    if (isOwn || copy.feed.touches <= copy.feed.seenTouches) return [...plans];
  }
}

async function takeChanges(
  { copies, clock, words, metrics, tell, newcomers }: ReadTools,
  reader: Reader,
  { copy, known }: ProjectRead,
): Promise<readonly string[]> {
  const startedAt = clock.now();
  const { touches } = copy.feed;
  metrics.count("gantry_mirror_reads_total", { what: "changes" });
  let found: ChangedItems;
  try {
    found = await readChanges(reader, { known, fromMs: changesFrom(copy.feed), now: startedAt, words });
  } catch (error) {
    if (!(error instanceof ChangesNotToldError)) throw error;
    copy.feed = { ...copy.feed, refusedAt: startedAt };
    copies.save(copy, {});
    return [];
  }
  const wanted = copy.feed.allReadAt === null ? found.items.filter(({ id }) => copy.items.has(id)) : found.items;
  const unplaced = newcomers.take(copy, { items: found.items, now: startedAt });
  const changed = takeItems(copy, wanted);
  const goneIds = found.goneIds.filter((id) => copy.items.delete(id));
  const changedAts = found.items.map(({ updatedAt }) => updatedAt);
  const feed = withChanges(copy.feed, { changedAts, startedAt, touches });
  copy.feed = feed;
  const plans = renewPlansOf(copy, new Set([...goneIds, ...changed.map(({ id }) => id)]));
  copies.save(copy, { items: changed, goneIds });
  tell(copy, unplaced.length > 0 ? [...plans, null] : plans);
  return plans;
}

function isSameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((id, index) => id === right[index]);
}

/** Reads every item of a project into the copy, once for all who ask at the same time. */
export async function readWholeProject(tools: ReadTools, reader: Reader, { copy, known }: ProjectRead): Promise<void> {
  const key = JSON.stringify(["all", copy.domainId, copy.projectId]);
  await tools.shared.run(key, {
    signal: reader.signal,
    work: async (signal) => {
      const startedAt = tools.clock.now();
      copy.feed = withCursor(copy.feed, startedAt);
      const items = await readAllItems({ ...reader, signal }, { known, words: tools.words });
      tools.metrics.count("gantry_mirror_reads_total", { what: "project" });
      const there = new Set(items.map(({ id }) => id));
      for (const { itemIds } of copy.plans.values()) for (const id of itemIds) there.add(id);
      const changed = takeItems(copy, items);
      // What was created meanwhile came too late for the pages that were read already.
      const goneIds = [...copy.items.values()]
        .filter(({ id, createdAt }) => !there.has(id) && (createdAt ?? 0) < startedAt - CREATED_MEANWHILE_MS)
        .map(({ id }) => id);
      for (const id of goneIds) copy.items.delete(id);
      renewPlansOf(copy, new Set([...goneIds, ...changed.map(({ id }) => id)]));
      copy.feed = { ...copy.feed, allReadAt: startedAt };
      tools.copies.save(copy, { items: changed, goneIds });
    },
  });
}
