import type { EpochMs, Plan } from "@gantry/api-contract";
import type { CopyPlan, FeedState, ProjectCopy } from "./project-copy.ts";

/** How old the lists of projects and plans, which everybody reads with a token of their own, may be. */
export const LIST_FRESH_MS = 30_000;
/** A look at changes that is not older serves the next person too. */
const CHANGES_FRESH_MS = 30_000;
/** Where CodeArts tells no changes, plans are read again after so long. */
const UNTOLD_FRESH_MS = 5 * 60_000;
/** After so long it is tried again whether CodeArts tells changes. */
const REFUSED_FOR_MS = 60 * 60_000;
/** What no change tells (items deleted, moved to another project, taken off a plan) is found at the latest then. */
const SWEEP_AFTER_MS = 6 * 60 * 60_000;
/** Plans that one visit reads again for no other reason. */
const SWEPT_A_VISIT = 3;

/** Two clocks may differ, and what is committed late bears an earlier instant. */
const FIRST_MARGIN_MS = 10 * 60_000;
const OVERLAP_MS = 60_000;

/** Whether it is to be asked what has changed. */
export function areChangesDue(feed: FeedState, { now, isFresh }: { now: EpochMs; isFresh: boolean }): boolean {
  if (feed.cursorAt === null || isRefused(feed, now)) return false;
  return isFresh || feed.fedAt === null || now - feed.fedAt >= CHANGES_FRESH_MS || feed.touches > feed.seenTouches;
}

/** How old a list of plans may be where Gantry itself may have changed it meanwhile. */
export function listFreshForMs(feed: FeedState, { now, isFresh }: { now: EpochMs; isFresh: boolean }): number {
  return isFresh ? 0 : Math.max(0, Math.min(LIST_FRESH_MS, now - feed.touchedAt));
}

export function isRefused({ refusedAt }: FeedState, now: EpochMs): boolean {
  return refusedAt !== null && now - refusedAt < REFUSED_FOR_MS;
}

/** From which instant of CodeArts' clock on changes may not be known yet. */
export function changesFrom({ cursorAt, isSettled }: FeedState): EpochMs {
  return (cursorAt ?? 0) - (isSettled ? 0 : OVERLAP_MS);
}

/** The state before the first reading begins: what changes from now on, by whichever clock, will be asked for. */
export function withCursor(feed: FeedState, now: EpochMs): FeedState {
  if (feed.cursorAt !== null) return feed;
  return { ...feed, cursorAt: now - FIRST_MARGIN_MS, cursorSeenAt: now, fedAt: now };
}

/** The state after a look at changes that began at `startedAt` and found these instants. */
export function withChanges(
  feed: FeedState,
  { changedAts, startedAt, touches }: { changedAts: readonly (EpochMs | null)[]; startedAt: EpochMs; touches: number },
): FeedState {
  const before = feed.cursorAt ?? 0;
  // An instant ahead would hide what changes until then; a clock of CodeArts' that is ahead only has more told twice.
  const found = changedAts.filter((at): at is number => at !== null && at <= startedAt);
  const cursorAt = found.reduce((latest, at) => Math.max(latest, Math.floor(at / 1000) * 1000), before);
  const isMoved = cursorAt > before;
  const cursorSeenAt = isMoved ? startedAt : feed.cursorSeenAt;
  return {
    ...feed,
    cursorAt,
    cursorSeenAt,
    isSettled: !isMoved && (feed.isSettled || startedAt - cursorSeenAt >= OVERLAP_MS),
    fedAt: startedAt,
    seenTouches: touches,
    refusedAt: null,
  };
}

/** Plans to read, in their order: what was changed last comes first, what is known to be huge last. */
export function plansToRead(
  copy: ProjectCopy,
  { plans, now, isFresh }: { plans: readonly Plan[]; now: EpochMs; isFresh: boolean },
): Plan[] {
  const changed = plans.filter((plan) => isUnread(copy, { plan, now, isFresh }));
  const chosen = new Set(changed);
  const swept = plans
    .flatMap((plan) => {
      const readAt = copy.plans.get(plan.id)?.readAt;
      return readAt === undefined || chosen.has(plan) || now - readAt < SWEEP_AFTER_MS ? [] : { plan, readAt };
    })
    .toSorted((left, right) => left.readAt - right.readAt)
    .slice(0, SWEPT_A_VISIT)
    .map(({ plan }) => plan);
  return [...changed.toSorted((left, right) => (right.updatedAt ?? 0) - (left.updatedAt ?? 0)), ...swept];
}

/** Whether a plan's items must be read for this plan to be as CodeArts has it. */
function isUnread(copy: ProjectCopy, { plan, now, isFresh }: { plan: Plan; now: EpochMs; isFresh: boolean }): boolean {
  const found = copy.plans.get(plan.id);
  if (found === undefined || isDirty(found)) return true;
  // Of two people's lists one may be older.
  if ((plan.updatedAt ?? 0) > (found.plan.updatedAt ?? 0)) return true;
  if (!isRefused(copy.feed, now)) return false;
  return isFresh || now - found.readAt >= UNTOLD_FRESH_MS || found.readAt <= copy.feed.touchedAt;
}

function isDirty({ dirties, seenDirties }: CopyPlan): boolean {
  return dirties > seenDirties;
}
