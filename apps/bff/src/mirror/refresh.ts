import type { Plan } from "@gantry/api-contract";
import { isCodeArtsError } from "@gantry/codearts-client";
import { mapAsCompleted } from "../features/concurrency.ts";
import { listPlans } from "../features/plans/use-cases.ts";
import type { KnownProject } from "../features/projects/from-upstream.ts";
import type { Reader } from "../features/reader.ts";
import { PlanTooLargeError } from "../features/work-items/read-scrum-plan.ts";
import { areChangesDue, listFreshForMs, plansToRead } from "./freshness.ts";
import type { MirrorNews } from "./mirror.ts";
import { type CopyPlan, type ProjectCopy, toKnownPlan } from "./project-copy.ts";
import { lookForChanges, readPlan, type ReadTools } from "./read-project.ts";
import type { Sights } from "./sights.ts";
import type { Store } from "../database/store.ts";
import { markGone } from "./marks.ts";

/** Few, so that one project that hangs leaves calls to the others. */
const CONCURRENT_PLANS = 2;
/** Plans with more items than this wait until all others of their project are read. */
const LARGE_PLAN = 1_000;
/** So many plans of a project whose answer did not come in time, and the others are not waited for. */
const MAX_TIMEOUTS = 2;

export type RefreshTools = ReadTools & { sights: Sights; store: Store };

/** See `Mirror.refresh`. */
export async function* refreshProject(
  tools: RefreshTools,
  reader: Reader,
  { known, isFresh }: { known: KnownProject; isFresh: boolean },
): AsyncGenerator<MirrorNews> {
  const { copies, clock } = tools;
  const { identity } = reader.upstream;
  const projectId = known.project.id;
  const copy = await copies.open({ domainId: identity.domainId, projectId });
  const plans = await listOwnPlans(tools, reader, { copy, isFresh });
  const told = new Map(plans.map(({ id }) => [id, copy.plans.get(id)]));
  yield { type: "listed", plans: plans.map((plan) => toKnownPlan(copy, plan)) };

  const background: Reader = { ...reader, upstream: reader.upstream.inBackground() };
  if (areChangesDue(copy.feed, { now: clock.now(), isFresh })) {
    await lookForChanges(tools, background, { copy, known });
    yield* tellNews(copy, { plans, told });
  }
  const due = plansToRead(copy, { plans, now: clock.now(), isFresh });
  const isLarge = ({ id }: Plan) => (copy.plans.get(id)?.itemIds.length ?? 0) > LARGE_PLAN;
  const run: PlanRun = { copy, known, timeouts: { count: 0, last: null }, large: due.filter(isLarge) };
  const small = due.filter((plan) => !isLarge(plan));
  for await (const news of readEach(tools, background, { ...run, due: small, atMost: LARGE_PLAN })) {
    if (news !== null) yield news;
    yield* tellNews(copy, { plans, told });
  }
  for await (const news of readEach(tools, background, { ...run, due: run.large, atMost: Number.MAX_SAFE_INTEGER })) {
    if (news !== null) yield news;
    yield* tellNews(copy, { plans, told });
  }
  yield { type: "current", readAt: copy.feed.fedAt ?? clock.now() };
}

/** Plans by the reader's own word, always. */
async function listOwnPlans(
  { sights, clock, store }: RefreshTools,
  reader: Reader,
  { copy, isFresh }: { copy: ProjectCopy; isFresh: boolean },
): Promise<Plan[]> {
  const { projectId } = copy;
  const sight = { identity: reader.upstream.identity, projectId };
  const listedAt = clock.now();
  const freshForMs = listFreshForMs(copy.feed, { now: listedAt, isFresh });
  try {
    const before = await sights.find(sight);
    const plans = await listPlans(reader, { projectId, freshForMs });
    await sights.keep(sight, { plans, listedAt });
    const there = new Set(plans.map(({ id }) => id));
    const goneIds = (before?.plans ?? []).flatMap(({ id }) => (there.has(id) ? [] : id));
    for (const id of goneIds) copy.plans.delete(id);
    // Were it there for others still, the next of them would read it again.
    if (goneIds.length > 0) await markGone(store, { ...copy, planIds: goneIds });
    return plans;
  } catch (error) {
    if (isCodeArtsError(error) && (error.kind === "forbidden" || error.kind === "not-found")) await sights.drop(sight);
    throw error;
  }
}

type Told = { plans: readonly Plan[]; told: Map<string, CopyPlan | undefined> };

/** What has become different of the reader's plans since they were last told of, whoever read it. */
function* tellNews(copy: ProjectCopy, { plans, told }: Told): Generator<MirrorNews> {
  const news = plans.filter(({ id }) => copy.plans.get(id) !== told.get(id));
  if (news.length === 0) return;
  for (const { id } of news) told.set(id, copy.plans.get(id));
  yield { type: "read", plans: news.map((plan) => toKnownPlan(copy, plan)) };
}

type PlanRun = {
  copy: ProjectCopy;
  known: KnownProject;
  timeouts: { count: number; last: unknown };
  /** Found to be too large for the first round. */
  large: Plan[];
};

/** Null for a plan that was read. */
async function* readEach(
  tools: RefreshTools,
  reader: Reader,
  { due, atMost, copy, known, timeouts, large }: PlanRun & { due: readonly Plan[]; atMost: number },
): AsyncGenerator<MirrorNews | null> {
  const before = new Map(due.map(({ id }) => [id, copy.plans.get(id)?.readAt]));
  const readOne = async (plan: Plan): Promise<MirrorNews | null> => {
    if (timeouts.count >= MAX_TIMEOUTS) return { type: "plan-failed", planId: plan.id, error: timeouts.last };
    // Somebody else has read it while this one waited in line.
    if (copy.plans.get(plan.id)?.readAt !== before.get(plan.id)) return null;
    try {
      await readPlan(tools, reader, { copy, known, plan, atMost });
      timeouts.count = 0;
      return null;
    } catch (error) {
      if (error instanceof PlanTooLargeError) {
        large.push(plan);
        return null;
      }
      if (!isCodeArtsError(error) || error.kind === "cancelled") throw error;
      if (error.kind === "timeout") {
        timeouts.count += 1;
        timeouts.last = error;
      }
      return { type: "plan-failed", planId: plan.id, error };
    }
  };
  yield* mapAsCompleted(due, { limit: CONCURRENT_PLANS, run: readOne });
}
