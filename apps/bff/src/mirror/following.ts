import { isCodeArtsError } from "@gantry/codearts-client";
import { describeError } from "../describe-error.ts";
import type { KnownProject } from "../features/projects/from-upstream.ts";
import { categoriesOf } from "../features/ipd-categories.ts";
import type { Reader } from "../features/reader.ts";
import type { Log } from "../log.ts";
import type { Identity } from "../upstream/gateway.ts";
import { isRefused } from "./freshness.ts";
import { lookForChanges, type ReadTools } from "./read-project.ts";

/** One call a second, whoever listens and however many projects there are. */
const BETWEEN_CALLS_MS = 1_000;
/** A project by itself is not looked at more often. */
const BETWEEN_LOOKS_MS = 2_000;

/**
 * While somebody has an event stream open, looks for changes in the projects of which that person was last told, one
 * project after the other, with one call for all who listen. What is found is news as any other.
 */
export type Following = {
  /** Until the reader's signal aborts. */
  listen: (reader: Reader) => void;
  noteTold: (identity: Identity, projects: readonly KnownProject[]) => void;
  start: () => void;
  stop: () => Promise<void>;
};

type Listener = { reader: Reader; key: string };

export function createFollowing(tools: ReadTools & { log: Log }): Following {
  const { clock, copies, log } = tools;
  const stopping = new AbortController();
  const listeners = new Set<Listener>();
  const toldTo = new Map<string, readonly KnownProject[]>();
  const lookedAt = new Map<string, number>();
  let loop: Promise<void> = Promise.resolve();

  /** The project that was looked at longest ago, with somebody who was told of it. */
  const next = (): { known: KnownProject; listener: Listener; key: string } | null => {
    let found: { known: KnownProject; listener: Listener; key: string; at: number } | null = null;
    for (const listener of listeners) {
      for (const known of toldTo.get(listener.key) ?? []) {
        const key = JSON.stringify([listener.reader.upstream.identity.domainId, known.project.id]);
        const at = lookedAt.get(key) ?? 0;
        if (found === null || at < found.at) found = { known, listener, key, at };
      }
    }
    return found === null || clock.now() - found.at < BETWEEN_LOOKS_MS ? null : found;
  };

  /** @returns the calls that it took, at least one */
  const look = async (): Promise<number> => {
    const due = next();
    if (due === null) return 1;
    const { known, listener, key } = due;
    lookedAt.set(key, clock.now());
    const { upstream, signal } = listener.reader;
    try {
      const copy = await copies.open({ domainId: upstream.identity.domainId, projectId: known.project.id });
      const { fedAt, cursorAt } = copy.feed;
      // Another process, or somebody who opened the page, has just asked.
      const isDone = fedAt !== null && clock.now() - fedAt < BETWEEN_LOOKS_MS;
      if (cursorAt === null || isDone || isRefused(copy.feed, clock.now())) return 1;
      const reader = { upstream: upstream.inBackground(), signal: AbortSignal.any([signal, stopping.signal]) };
      await lookForChanges(tools, reader, { copy, known });
    } catch (error) {
      // Whoever may not any more, or has no session, is of no help; the next one asks with another token.
      if (isCodeArtsError(error) && error.kind === "forbidden") {
        const others = toldTo.get(listener.key)?.filter(({ project }) => project.id !== known.project.id);
        toldTo.set(listener.key, others ?? []);
      }
      if (!isCodeArtsError(error)) listeners.delete(listener);
      if (!isCodeArtsError(error)) log.debug(describeError(error), "a follower could not look for changes");
    }
    return known.project.kind === "ipd" ? categoriesOf(known).length : 1;
  };

  const run = async () => {
    let calls = 1;
    while (!stopping.signal.aborted) {
      await clock.wait(calls * BETWEEN_CALLS_MS, stopping.signal, { isRound: true }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      calls = await look();
    }
  };

  return {
    listen: (reader) => {
      const listener = { reader, key: sessionOf(reader.upstream.identity) };
      listeners.add(listener);
      const leave = () => {
        listeners.delete(listener);
        if (![...listeners].some(({ key }) => key === listener.key)) toldTo.delete(listener.key);
      };
      if (reader.signal.aborted) leave();
      reader.signal.addEventListener("abort", leave, { once: true });
    },
    noteTold: (identity, projects) => {
      // Who does not listen yet opens the stream at about the same time.
      toldTo.set(sessionOf(identity), projects);
      if (toldTo.size > MAX_TOLD) toldTo.delete(toldTo.keys().next().value ?? "");
    },
    start: () => {
      loop = run();
    },
    stop: async () => {
      stopping.abort();
      await loop;
    },
  };
}

/** People of whom it is known what they were told, listening or not. */
const MAX_TOLD = 1_000;

/** The session, whatever was written in it. */
function sessionOf({ userId, domainId, generation }: Identity): string {
  return JSON.stringify([domainId, userId, generation.split(".")[0]]);
}
