import type { Clock } from "../clock.ts";
import { listProjects } from "../features/projects/use-cases.ts";
import type { Reader } from "../features/reader.ts";
import { LRUCache } from "lru-cache";

/** How long a right that was taken away may still show change sets of a project. */
const FRESH_MS = 30_000;
const MAX_SESSIONS = 1_000;

export type VisibleProjects = {
  /** Ids of the projects that the reader's session may see; empty where CodeArts cannot say. */
  of: (reader: Reader) => Promise<ReadonlySet<string>>;
};

/** Who may see what, by CodeArts' own word, kept for a moment for each session. */
export function createVisibleProjects(clock: Clock): VisibleProjects {
  const known = new LRUCache<string, { readAt: number; ids: ReadonlySet<string> }>({ max: MAX_SESSIONS });
  return {
    of: async (reader) => {
      const { userId, domainId, generation } = reader.upstream.identity;
      const key = JSON.stringify([domainId, userId, generation.split(".")[0]]);
      const entry = known.get(key);
      if (entry !== undefined && clock.now() - entry.readAt < FRESH_MS) return entry.ids;
      const projects = await listProjects(reader).catch(() => null);
      if (projects === null) return new Set();
      const ids = new Set(projects.map((project) => project.id));
      known.set(key, { readAt: clock.now(), ids });
      return ids;
    },
  };
}
