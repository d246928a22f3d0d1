import { setMaxListeners } from "node:events";
import { isCodeArtsError } from "@gantry/codearts-client";
import { LRUCache } from "lru-cache";
import { isAppError } from "../../app-error.ts";
import { describeError } from "../../describe-error.ts";
import { categoriesOf } from "../../features/ipd-categories.ts";
import { listKnownProjects } from "../../features/projects/use-cases.ts";
import type { KnownProject } from "../../features/projects/from-upstream.ts";
import type { Reader } from "../../features/reader.ts";
import type { Log } from "../../log.ts";
import type { Identity } from "../../upstream/gateway.ts";
import type { UpstreamPace } from "../../upstream/upstream-pace.ts";
import { isRefused, LIST_FRESH_MS, withCursor } from "../freshness.ts";
import type { ProjectCopy } from "../project-copy.ts";
import { lookForChanges, type ReadTools } from "../read-project.ts";
import { createFollowers, type Followed, type Follower, keyOf, sessionOf } from "./followers.ts";
import type { LookChannel, WatchedIds } from "./look-news.ts";
import { createLookShare, type LookPlaces } from "./look-share.ts";

/** A project that is on somebody's screen is looked at so often, as far as the share carries. */
const WATCHED_EVERY_MS = 1_000;
/** And any other one at most so often. */
const OTHERS_EVERY_MS = 2_000;
/** Where looking fails, the next look comes later and later, up to this. */
const LATEST_MS = 10_000;

/** Of the calls that CodeArts takes now, while pages are on screens; others have the rest, and overtake. */
const SHARE = 3 / 4;
/** The same beside jobs, which it must not delay. */
const SHARE_BESIDE_JOBS = 1 / 10;
/** Calls a second while nobody has a page on the screen. */
const SLOW_PER_SECOND = 1;

const SHORTEST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;
const MAX_PROJECTS = 10_000;

/**
 * While somebody has an event stream open, looks for changes in the projects of which that person was last told, with
 * one look for all who listen: first and often what is on a screen, then the rest in turn. What is found is news as any
 * other.
 */
export type Following = {
  /** Until the reader's signal aborts. */
  listen: (reader: Reader, options: { stream: string | null }) => void;
  /** What the page with this stream shows now, whichever process holds the stream. */
  watch: (identity: Identity, watch: { stream: string; projectIds: WatchedIds }) => void;
  noteTold: (identity: Identity, projects: readonly KnownProject[]) => void;
  start: () => void;
  stop: () => Promise<void>;
};

type FollowingTools = ReadTools & {
  log: Log;
  pace: Pick<UpstreamPace, "ratePerSecond" | "heldUntil" | "expected">;
  news: LookChannel;
  processId: string;
};

type Look = { startedAt: number; isUnderWay: boolean; failures: number };

export function createFollowing(tools: FollowingTools): Following {
  const { clock, copies, log, pace, news, processId } = tools;
  const stopping = new AbortController();
  const looks = new LRUCache<string, Look>({ max: MAX_PROJECTS });
  let wake: () => void = () => undefined;
  const followers = createFollowers({ onChange: () => wake() });
  const share = createLookShare({
    clock,
    perSecond: () => {
      if (!followers.isAnythingWatched()) return SLOW_PER_SECOND;
      const part = pace.expected().size > 0 ? SHARE_BESIDE_JOBS : SHARE;
      return Math.max(SLOW_PER_SECOND, Math.floor(pace.ratePerSecond() * part));
    },
  });
  const underWay = new Set<Promise<void>>();
  let loop: Promise<void> = Promise.resolve();

  const dueAt = ({ key, isWatched }: Followed): number => {
    const last = looks.get(key);
    if (last === undefined) return 0;
    if (last.isUnderWay) return Number.POSITIVE_INFINITY;
    return last.startedAt + Math.min(LATEST_MS, everyMs(isWatched) * 2 ** last.failures);
  };

  /** Begins what is due: what is on screens first, the others in turn. @returns how long until there may be more */
  const beginLooks = (): number => {
    const now = clock.now();
    const heldUntil = pace.heldUntil();
    if (heldUntil !== null) return heldUntil - now;
    const followed = followers.followed();
    const watched = followed.filter(({ isWatched }) => isWatched);
    const options = {
      watchedCalls: watched.reduce((sum, { known }) => sum + callsFor(known), 0),
      hasOthers: watched.length < followed.length,
    };
    const due = followed.filter((one) => dueAt(one) <= now).toSorted((left, right) => dueAt(left) - dueAt(right));
    let isFull = false;
    const begin = (one: Followed): boolean => {
      const places = share.take({ calls: callsFor(one.known), isWatched: one.isWatched }, options);
      isFull ||= places === null;
      if (places === null) return false;
      const work = look(one, places).finally(() => underWay.delete(work));
      underWay.add(work);
      return true;
    };
    // The one that waits longest waits for enough room, and nobody behind it takes that.
    for (const one of due) if (one.isWatched && !begin(one)) break;
    for (const one of due) if (!one.isWatched) begin(one);
    return isFull ? share.untilRoomMs() : Math.min(...followed.map(dueAt)) - now;
  };

  const look = async (followed: Followed, places: LookPlaces): Promise<void> => {
    const { key, domainId, projectId, follower, known } = followed;
    const last = looks.get(key);
    const entry: Look = { startedAt: clock.now(), isUnderWay: true, failures: last?.failures ?? 0 };
    looks.set(key, entry);
    // Before anything is waited for, so that no other process begins the same meanwhile.
    news.tellLook({ processId, domainId, projectId, calls: callsFor(known) });
    try {
      await askForChanges(followed, { places, entry });
      entry.failures = 0;
    } catch (error) {
      if (isCodeArtsError(error) && error.kind === "forbidden") {
        // The next one asks with another token.
        followers.forbid(follower, projectId);
      } else if (isAppError(error) && error.code === "session.required") {
        followers.remove(follower);
      } else if (!follower.reader.signal.aborted) {
        entry.failures += 1;
        if (!isCodeArtsError(error)) log.debug(describeError(error), "a follower could not look for changes");
      }
    } finally {
      places.giveBack();
      entry.isUnderWay = false;
      wake();
    }
  };

  const askForChanges = async (
    { domainId, projectId, known, follower, isWatched }: Followed,
    { places, entry }: { places: LookPlaces; entry: Look },
  ): Promise<void> => {
    const { upstream, signal } = follower.reader;
    const copy = await copies.open({ domainId, projectId });
    if (isRefused(copy.feed, clock.now()) || wasJustAsked(copy, { entry, isWatched })) return;
    if (copy.feed.cursorAt === null) {
      if (!isWatched) return;
      copy.feed = withCursor(copy.feed, clock.now());
    }
    const reader: Reader = { upstream: places.within(upstream.inBackground()), signal };
    await lookForChanges(tools, reader, { copy, known });
  };

  /** Another process, or somebody who opened the page, has asked since: the next look counts from theirs. */
  const wasJustAsked = (
    { feed: { fedAt } }: ProjectCopy,
    { entry, isWatched }: { entry: Look; isWatched: boolean },
  ): boolean => {
    if (fedAt === null || fedAt > clock.now() || clock.now() - fedAt >= everyMs(isWatched)) return false;
    entry.startedAt = fedAt;
    return true;
  };

  const run = async () => {
    while (!stopping.signal.aborted) {
      const over = new AbortController();
      wake = () => over.abort();
      const delayMs = Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, beginLooks()));
      await clock.wait(delayMs, over.signal, { isRound: true }).catch(() => undefined);
    }
  };

  /** Somebody came straight to a page, past every list of projects. */
  const learn = async ({ reader }: Follower) => {
    const background = { ...reader, upstream: reader.upstream.inBackground() };
    try {
      const projects = await listKnownProjects(background, { freshForMs: LIST_FRESH_MS });
      followers.noteTold(reader.upstream.identity, projects);
    } catch (error) {
      if (!isCodeArtsError(error)) log.debug(describeError(error), "a follower's projects could not be listed");
    }
  };

  const unsubscribe = news.subscribe({
    onWatch: ({ projectIds, ...where }) => {
      const follower = followers.find(where);
      if (follower === undefined) return;
      followers.watch(follower, projectIds);
      if (!followers.wasToldOf(follower, projectIds)) void learn(follower);
    },
    onLook: (other) => {
      if (other.processId === processId) return;
      share.noteOthers(other.calls);
      const key = keyOf(other);
      const last = looks.get(key);
      if (last?.isUnderWay !== true)
        looks.set(key, { startedAt: clock.now(), isUnderWay: false, failures: last?.failures ?? 0 });
    },
  });

  return {
    listen: (reader, { stream }) => {
      if (reader.signal.aborted || stopping.signal.aborted) return;
      const signal = AbortSignal.any([reader.signal, stopping.signal]);
      // Every look under way listens to it.
      setMaxListeners(0, signal);
      const follower = followers.add({ reader: { ...reader, signal }, stream });
      signal.addEventListener("abort", () => followers.remove(follower), { once: true });
    },
    watch: (identity, watch) => news.tellWatch({ session: sessionOf(identity), ...watch }),
    noteTold: followers.noteTold,
    start: () => {
      loop = run();
    },
    stop: async () => {
      unsubscribe();
      stopping.abort();
      wake();
      await loop;
      await Promise.all(underWay);
    },
  };
}

function everyMs(isWatched: boolean): number {
  return isWatched ? WATCHED_EVERY_MS : OTHERS_EVERY_MS;
}

function callsFor(known: KnownProject): number {
  return known.project.kind === "ipd" ? categoriesOf(known).length : 1;
}
