import type { EpochMs, Member, TeamEvent } from "@gantry/api-contract";
import { LRUCache } from "lru-cache";
import type { Clock } from "../../clock.ts";
import type { Mirror } from "../../mirror/mirror.ts";
import type { Identity } from "../../upstream/gateway.ts";
import { mapAsCompleted } from "../concurrency.ts";
import { listMembers } from "../members/use-cases.ts";
import { toProjectError } from "../project-failure.ts";
import type { KnownProject } from "../projects/from-upstream.ts";
import type { Reader } from "../reader.ts";

/** Who is in a project changes seldom, and it takes a call a project to know. */
const FRESH_MS = 10 * 60_000;
const MAX_MEMBERS = 200_000;
/** So many projects are asked for at a time, behind everything else. */
const CONCURRENT_PROJECTS = 2;

type MemberOf = { identity: Identity; projectId: string };

/** Who is in a project, as one person's own token was told within the last minutes. Nobody else is given it. */
export type TeamBook = {
  find: (of: MemberOf) => readonly Member[] | null;
  keep: (of: MemberOf, told: { members: readonly Member[]; at: EpochMs }) => void;
  now: () => EpochMs;
};

export function createTeamBook(clock: Clock): TeamBook {
  const kept = new LRUCache<string, { members: readonly Member[]; at: EpochMs }>({
    maxSize: MAX_MEMBERS,
    sizeCalculation: ({ members }) => 1 + members.length,
  });
  return {
    find: (of) => {
      const found = kept.get(keyOf(of));
      return found === undefined || clock.now() - found.at >= FRESH_MS ? null : found.members;
    },
    keep: (of, told) => void kept.set(keyOf(of), told),
    now: () => clock.now(),
  };
}

/** The members of every project that the reader sees now: those known at once, the others as CodeArts tells them. */
export async function* readTeam(
  reader: Reader,
  { mirror, book, requestId }: { mirror: Pick<Mirror, "listProjects">; book: TeamBook; requestId: string },
): AsyncGenerator<TeamEvent> {
  const { identity } = reader.upstream;
  const unknown: KnownProject[] = [];
  for (const known of await mirror.listProjects(reader)) {
    const projectId = known.project.id;
    const members = book.find({ identity, projectId });
    if (members === null) unknown.push(known);
    else yield { type: "members", projectId, members: [...members] };
  }
  const background: Reader = { ...reader, upstream: reader.upstream.inBackground() };
  const read = async ({ project }: KnownProject): Promise<TeamEvent> => {
    const of = { identity, projectId: project.id };
    const at = book.now();
    try {
      const members = await listMembers(background, project);
      book.keep(of, { members, at });
      return { type: "members", projectId: project.id, members };
    } catch (error) {
      return { type: "project-failed", projectId: project.id, error: toProjectError(error, { requestId }) };
    }
  };
  yield* mapAsCompleted(unknown, { limit: CONCURRENT_PROJECTS, run: read });
  yield { type: "end" };
}

function keyOf({ identity: { domainId, userId }, projectId }: MemberOf): string {
  return JSON.stringify([domainId, userId, projectId]);
}
