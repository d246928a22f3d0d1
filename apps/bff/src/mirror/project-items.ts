import type { EpochMs, WorkItem } from "@gantry/api-contract";
import type { KnownProject } from "../features/projects/from-upstream.ts";
import type { Reader } from "../features/reader.ts";
import { areChangesDue } from "./freshness.ts";
import type { ProjectCopy } from "./project-copy.ts";
import { countItems } from "./read-changes.ts";
import { lookForChanges, readWholeProject, type ReadTools } from "./read-project.ts";

/** After so long all items are read again, since no change tells of those that were deleted. */
const WHOLE_FOR_MS = 6 * 60 * 60_000;
/** And after so long where CodeArts counts others than are known. */
const RECOUNT_AFTER_MS = 10 * 60_000;

/** See `Mirror.projectItems`. */
export async function readProjectItems(
  tools: ReadTools,
  reader: Reader,
  { known }: { known: KnownProject },
): Promise<{ items: readonly WorkItem[]; readAt: EpochMs }> {
  const { copies, clock } = tools;
  const copy = await copies.open({ domainId: reader.upstream.identity.domainId, projectId: known.project.id });
  const background: Reader = { ...reader, upstream: reader.upstream.inBackground() };
  if (await isWhole(background, { copy, known, now: clock.now() })) {
    const isDue = areChangesDue(copy.feed, { now: clock.now(), isFresh: false });
    if (isDue) await lookForChanges(tools, background, { copy, known });
  } else {
    await readWholeProject(tools, background, { copy, known });
  }
  const readAt = Math.max(copy.feed.fedAt ?? 0, copy.feed.allReadAt ?? 0);
  return { items: [...copy.items.values()], readAt };
}

/** Whether all items were read, and none has gone since as far as CodeArts' count tells. */
async function isWhole(
  reader: Reader,
  { copy, known, now }: { copy: ProjectCopy; known: KnownProject; now: EpochMs },
): Promise<boolean> {
  const { allReadAt, fedAt } = copy.feed;
  if (allReadAt === null || now - allReadAt >= WHOLE_FOR_MS) return false;
  const wasJustAsked = fedAt !== null && now - fedAt < RECOUNT_AFTER_MS && now - allReadAt < RECOUNT_AFTER_MS;
  if (wasJustAsked || known.project.kind !== "scrum") return true;
  const total = await countItems(reader, known);
  return total === null || total >= copy.items.size;
}
