import type { EpochMs } from "@gantry/api-contract";
import { LRUCache } from "lru-cache";
import type { Clock } from "../clock.ts";
import type { KnownProject } from "../features/projects/from-upstream.ts";
import type { Reader } from "../features/reader.ts";
import type { IpdItemContext } from "../features/work-items/from-upstream-ipd.ts";
import type { ScrumItemContext } from "../features/work-items/from-upstream-scrum.ts";
import { readIpdContext, readScrumContext } from "../features/work-items/item-contexts.ts";

/** People, statuses and fields of a project change seldom, and hundreds of plans are read by the same ones. */
const FRESH_MS = 5 * 60_000;
const MAX_PROJECTS = 500;

/** What the items of a project leave out, for those who read its plans one after the other. */
export type ItemWords = {
  scrum: (reader: Reader, known: KnownProject) => Promise<ScrumItemContext>;
  ipd: (reader: Reader, known: KnownProject) => Promise<IpdItemContext>;
};

export function createItemWords(clock: Clock): ItemWords {
  const scrum = new LRUCache<string, { words: ScrumItemContext; at: EpochMs }>({ max: MAX_PROJECTS });
  const ipd = new LRUCache<string, { words: IpdItemContext; at: EpochMs }>({ max: MAX_PROJECTS });
  const keyOf = ({ upstream }: Reader, { project }: KnownProject) =>
    JSON.stringify([upstream.identity.domainId, project.id]);
  return {
    scrum: async (reader, known) => {
      const kept = scrum.get(keyOf(reader, known));
      if (kept !== undefined && clock.now() - kept.at < FRESH_MS) return kept.words;
      const at = clock.now();
      const words = await readScrumContext(reader, known);
      if (words.people.size > 0) scrum.set(keyOf(reader, known), { words, at });
      return words;
    },
    ipd: async (reader, known) => {
      const kept = ipd.get(keyOf(reader, known));
      if (kept !== undefined && clock.now() - kept.at < FRESH_MS) return kept.words;
      const at = clock.now();
      const words = await readIpdContext(reader, known);
      if (words.phases.size > 0) ipd.set(keyOf(reader, known), { words, at });
      return words;
    },
  };
}
