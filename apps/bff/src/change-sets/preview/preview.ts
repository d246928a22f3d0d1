import { LINK_FIELD, type Change, type Preview, type Proposal, type Skip, type WorkItem } from "@gantry/api-contract";
import type { Reader } from "../../features/reader.ts";
import { compile } from "../compile/compile.ts";
import { toWire } from "../compile/to-wire.ts";
import { ensureItemIds } from "../item-ids.ts";
import type { Pace } from "../pace.ts";
import { ensureEdits } from "./check-edits.ts";
import type { ProjectFacts } from "./facts.ts";
import { proposeEdit, type Proposed } from "./propose-edit.ts";
import { proposeLink } from "./propose-link.ts";
import { readFacts, readItemsNow, readLinkablePlan, readLinkedIds } from "./reads.ts";
import { toSkip, toSkipById } from "./to-change.ts";

/**
 * What a proposal means, item by item, on fresh reads. Writes nothing upstream.
 * Throws `request.invalid` (naming field and limit), `project.not_found`, `plan.not_found`, `plan.no_links`.
 */
export async function preview(
  reader: Reader,
  options: { proposal: Proposal; pace: Pace; now: () => number },
): Promise<Preview> {
  const { proposal, pace, now } = options;
  const { known, facts } = await readFacts(reader, proposal.projectId);
  const ids = [...new Set("itemIds" in proposal ? proposal.itemIds : [])];
  ensureItemIds(ids, { kind: facts.project.kind, path: "itemIds" });
  if (proposal.kind === "edit") ensureEdits(proposal.edits, facts);
  const plan = proposal.kind === "link" ? await readLinkablePlan(reader, { known, planId: proposal.planId }) : null;
  const [read, linkedIds] = await Promise.all([
    readItemsNow(reader, { known, ids }),
    plan === null ? new Set<string>() : readLinkedIds(reader, { known, planId: plan.id }),
  ]);
  const items = ids.flatMap((id) => read.items.get(id) ?? []);
  const proposed =
    proposal.kind === "link" && plan !== null
      ? proposeLink({ items, plan, linkedIds, scheduleUndatedOn: proposal.scheduleUndatedOn, facts })
      : proposeEditOf(proposal, { items, facts });
  const unread = ids
    .filter((id) => !read.items.has(id))
    .map((id) => toSkipById(id, read.failedIds.has(id) ? "read-failed" : "not-found"));
  const { changes, unwritable } = splitWritable(proposed.changes, facts);
  const upstreamCalls = countCalls(changes, facts);
  return {
    changes,
    skipped: [...proposed.skipped, ...unwritable, ...unread],
    matching: ids.length,
    taken: ids.length,
    upstreamCalls,
    upstreamReads: 0,
    estimateMs: pace.estimateMs(upstreamCalls),
    readAt: now(),
  };
}

function proposeEditOf(proposal: Proposal, options: { items: readonly WorkItem[]; facts: ProjectFacts }): Proposed {
  if (proposal.kind !== "edit") return { changes: [], skipped: [] };
  return proposeEdit({ ...options, edits: proposal.edits, calendar: proposal.calendar });
}

/** A value can be fit for its field and still have no written form, as somebody without a numeric id. */
function splitWritable(changes: readonly Change[], facts: ProjectFacts): { changes: Change[]; unwritable: Skip[] } {
  const isWritable = (change: Change) => change.field === LINK_FIELD || typeof toWire(change, facts) !== "string";
  return {
    changes: changes.filter(isWritable),
    unwritable: changes
      .filter((change) => !isWritable(change))
      .map((change) =>
        toSkip(
          { id: change.itemId, number: change.itemNumber, title: change.itemTitle },
          { field: change.field, reason: "wrong-type" },
        ),
      ),
  };
}

function countCalls(changes: readonly Change[], facts: ProjectFacts): number {
  const rows = changes.map((change, position) => {
    const wire = toWire(change, facts);
    return { position, ...change, wire: typeof wire === "string" ? null : wire, doubts: 0 };
  });
  return compile(rows).length;
}
