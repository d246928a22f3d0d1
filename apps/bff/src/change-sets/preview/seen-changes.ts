import type { Change } from "@gantry/api-contract";
import { LRUCache } from "lru-cache";
import type { Clock } from "../../clock.ts";
import type { Session } from "../../session/session.ts";
import type { ProjectFacts } from "./facts.ts";

/** As long as somebody looks at a preview before agreeing to it. */
const KEPT_MS = 10 * 60_000;
const MAX_KEPT = 40_000;
const MAX_PROJECTS = 100;

/** What of an item stands in the list of changes, for people. */
export type SeenChange = Pick<Change, "itemNumber" | "itemTitle" | "itemType" | "itemShape" | "from" | "fromLabel">;

/**
 * What previews showed of late, so that agreeing to one need not read all its items and their project's look-ups again.
 * It names, describes and checks changes only: what an item really holds is read by the job, before it writes.
 */
export type SeenChanges = {
  note: (session: Pick<Session, "id">, options: { projectId: string; changes: readonly Change[] }) => void;
  /** What was shown in this session; null after a while, and for what was previewed elsewhere. */
  find: (
    session: Pick<Session, "id">,
    options: { projectId: string; itemId: string; field: string },
  ) => (SeenChange & Pick<Change, "to">) | null;
  noteFacts: (session: Pick<Session, "id">, facts: ProjectFacts) => void;
  /** What the session's last preview in the project went by; null after a while. */
  findFacts: (session: Pick<Session, "id">, projectId: string) => ProjectFacts | null;
};

export function createSeenChanges(clock: Clock): SeenChanges {
  const kept = new LRUCache<string, { change: Change; at: number }>({ max: MAX_KEPT });
  const keptFacts = new LRUCache<string, { facts: ProjectFacts; at: number }>({ max: MAX_PROJECTS });
  const isOver = (found: { at: number }) => clock.now() - found.at > KEPT_MS;
  const toKey = (session: Pick<Session, "id">, of: { projectId: string; itemId: string; field: string }) =>
    [session.id, of.projectId, of.itemId, of.field].join(" ");
  return {
    note: (session, { projectId, changes }) => {
      const at = clock.now();
      for (const change of changes) kept.set(toKey(session, { projectId, ...change }), { change, at });
    },
    find: (session, of) => {
      const found = kept.get(toKey(session, of));
      return found === undefined || isOver(found) ? null : found.change;
    },
    noteFacts: (session, facts) => {
      keptFacts.set(`${session.id} ${facts.project.id}`, { facts, at: clock.now() });
    },
    findFacts: (session, projectId) => {
      const found = keptFacts.get(`${session.id} ${projectId}`);
      return found === undefined || isOver(found) ? null : found.facts;
    },
  };
}
