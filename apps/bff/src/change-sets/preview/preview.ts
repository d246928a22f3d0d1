import type { Change, Preview, Proposal } from "@gantry/api-contract";
import type { Database } from "../../database/schema.ts";
import type { KnownProject } from "../../features/projects/from-upstream.ts";
import { readRights, type Rights } from "../../features/projects/rights.ts";
import { findKnownProject } from "../../features/projects/use-cases.ts";
import type { Reader } from "../../features/reader.ts";
import type { Owner } from "../../session/session.ts";
import type { SeenPlan } from "../../upstream/learned.ts";
import type { UpstreamCall } from "../compile/calls.ts";
import { compile } from "../compile/compile.ts";
import { toWire } from "../compile/to-wire.ts";
import { readOpenWrites } from "../ledger/read-open-writes.ts";
import type { Pace } from "../pace.ts";
import { applyRights } from "./apply-rights.ts";
import type { ProjectFacts } from "./facts.ts";
import { toCalendar } from "./move-dates.ts";
import { findConflicts } from "./find-conflicts.ts";
import type { Proposed } from "./proposed.ts";
import { readCascade } from "./read-cascade.ts";
import { readFacts } from "./reads.ts";
import { splitWritable } from "./split-writable.ts";
import { readWish, type Wish } from "./wish.ts";

/**
 * What a proposal means, item by item, on fresh reads. Writes nothing upstream.
 * Throws `request.invalid` (naming field and limit), `project.not_found`, `plan.not_found`, `plan.no_links`, and for an
 * undo `change_set.not_found` and `change_set.wrong_state`.
 */
export async function preview(
  reader: Reader,
  options: {
    proposal: Proposal;
    database: Database;
    viewer: Owner;
    pace: Pace;
    now: () => number;
    noteFacts: (facts: ProjectFacts) => void;
  },
): Promise<Preview> {
  const { proposal, database, viewer, pace, now } = options;
  const { domainId } = viewer;
  const known = await findKnownProject(reader, proposal.projectId);
  const facts = await readFacts(reader, known);
  options.noteFacts(facts);
  const [rights, openWrites, wish] = await Promise.all([
    readRights(reader, known),
    readOpenWrites(database, { domainId, projectId: known.project.id }),
    readWish(reader, { proposal, known, facts, database, viewer, now: now() }),
  ]);
  const foresee = (proposed: Proposed) => findConflicts(splitWritable(proposed, facts), openWrites);
  const asked = foresee(applyRights(wish, { items: wish.items, rights }));
  // Only what is really proposed pushes others.
  const cascade = { database, domainId, known, facts, rights, wish, asked: asked.changes };
  const pushed = foresee(await cascadeOf(reader, { ...cascade, proposal }));
  const changes = [...asked.changes, ...pushed.changes];
  return {
    changes,
    skipped: [...asked.skipped, ...pushed.skipped],
    matching: wish.matching,
    taken: wish.taken,
    ...pace.estimate(compileChanges(changes, facts), { onPlan: wish.onPlan, plan: seenPlanOf(reader, proposal) }),
    readAt: now(),
  };
}

function seenPlanOf({ upstream }: Reader, proposal: Proposal): SeenPlan | null {
  if (proposal.kind === "undo" || proposal.planId === null) return null;
  return { ...upstream.identity, projectId: proposal.projectId, planId: proposal.planId };
}

async function cascadeOf(
  reader: Reader,
  options: {
    proposal: Proposal;
    database: Database;
    domainId: string;
    known: KnownProject;
    facts: ProjectFacts;
    rights: Rights;
    wish: Wish;
    asked: readonly Change[];
  },
): Promise<Proposed> {
  const { proposal, wish } = options;
  if (proposal.kind !== "edit" || proposal.cascade !== true) return { changes: [], skipped: [] };
  const calendar = toCalendar(proposal.calendar);
  return readCascade(reader, { ...options, planId: proposal.planId, selected: wish.items, calendar });
}

function compileChanges(changes: readonly Change[], facts: ProjectFacts): UpstreamCall[] {
  const rows = changes.map((change, position) => {
    const wire = toWire(change, facts);
    return { position, ...change, wire: typeof wire === "string" ? null : wire, doubts: 0 };
  });
  return compile(rows);
}
