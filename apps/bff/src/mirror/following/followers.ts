import type { KnownProject } from "../../features/projects/from-upstream.ts";
import type { Reader } from "../../features/reader.ts";
import type { Identity } from "../../upstream/gateway.ts";
import type { ProjectKey } from "../project-copy.ts";
import type { WatchedIds } from "./look-news.ts";

/** Sessions of which it is known what they were told, listening or not. */
const MAX_TOLD = 1_000;

/** Somebody with an event stream open at this process. */
export type Follower = {
  reader: Reader;
  session: string;
  /** Which of the session's streams; null = one that watches nothing. */
  stream: string | null;
  /** Projects that its page shows now; null = all. */
  watched: ReadonlySet<string> | null;
};

/** A project that may be looked at, with somebody whose own token was told of it. */
export type Followed = ProjectKey & { key: string; known: KnownProject; follower: Follower; isWatched: boolean };

/** Who listens, what they were told of, and what is on their screens. */
export type Followers = {
  add: (follower: { reader: Reader; stream: string | null }) => Follower;
  remove: (follower: Follower) => void;
  find: (where: { session: string; stream: string }) => Follower | undefined;
  watch: (follower: Follower, projectIds: WatchedIds) => void;
  noteTold: (identity: Identity, projects: readonly KnownProject[]) => void;
  /** Null = of anything. */
  wasToldOf: (follower: Follower, projectIds: WatchedIds) => boolean;
  /** CodeArts said that they may not. */
  forbid: (follower: Follower, projectId: string) => void;
  /** Each project once. */
  followed: () => readonly Followed[];
  isAnythingWatched: () => boolean;
};

export function createFollowers({ onChange }: { onChange: () => void }): Followers {
  const followers = new Set<Follower>();
  const toldTo = new Map<string, ReadonlyMap<string, KnownProject>>();
  let found: readonly Followed[] | null = null;
  let isWatching = false;
  const changed = () => {
    found = null;
    onChange();
  };

  const gather = (): readonly Followed[] => {
    const projects = new Map<string, Followed>();
    for (const follower of followers) {
      const { domainId } = follower.reader.upstream.identity;
      for (const [projectId, known] of toldTo.get(follower.session) ?? []) {
        const key = keyOf({ domainId, projectId });
        const isWatched = follower.watched === null || follower.watched.has(projectId);
        const before = projects.get(key);
        if (before === undefined || (isWatched && !before.isWatched))
          projects.set(key, { domainId, projectId, key, known, follower, isWatched });
      }
    }
    return [...projects.values()];
  };
  const followed = () => {
    if (found !== null) return found;
    found = gather();
    isWatching = found.some(({ isWatched }) => isWatched);
    return found;
  };

  return {
    followed,
    isAnythingWatched: () => {
      followed();
      return isWatching;
    },
    add: ({ reader, stream }) => {
      const session = sessionOf(reader.upstream.identity);
      const follower: Follower = { reader, session, stream, watched: new Set() };
      followers.add(follower);
      changed();
      return follower;
    },
    remove: (follower) => {
      followers.delete(follower);
      if (![...followers].some(({ session }) => session === follower.session)) toldTo.delete(follower.session);
      changed();
    },
    find: ({ session, stream }) =>
      [...followers].findLast((follower) => follower.session === session && follower.stream === stream),
    watch: (follower, projectIds) => {
      follower.watched = projectIds === null ? null : new Set(projectIds);
      changed();
    },
    noteTold: (identity, projects) => {
      // Who does not listen yet opens the stream at about the same time.
      toldTo.set(sessionOf(identity), new Map(projects.map((known) => [known.project.id, known])));
      if (toldTo.size > MAX_TOLD) toldTo.delete(toldTo.keys().next().value ?? "");
      changed();
    },
    wasToldOf: ({ session }, projectIds) => {
      const told = toldTo.get(session);
      return told !== undefined && (projectIds ?? []).every((id) => told.has(id));
    },
    forbid: ({ session }, projectId) => {
      const others = new Map(toldTo.get(session));
      others.delete(projectId);
      toldTo.set(session, others);
      changed();
    },
  };
}

export function keyOf({ domainId, projectId }: ProjectKey): string {
  return JSON.stringify([domainId, projectId]);
}

/** The session, whatever was written in it. */
export function sessionOf({ userId, domainId, generation }: Identity): string {
  return JSON.stringify([domainId, userId, generation.split(".")[0]]);
}
