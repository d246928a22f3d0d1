import { MAX_ITEMS, type Proposal, type WorkItem } from "@gantry/api-contract";
import type { Database } from "../../database/schema.ts";
import type { KnownProject } from "../../features/projects/from-upstream.ts";
import type { Reader } from "../../features/reader.ts";
import { readAllAddable } from "../../features/work-items/addable.ts";
import { readScrumPlanIds } from "../../features/work-items/read-plan-ids.ts";
import type { Owner } from "../../session/session.ts";
import { findOwn } from "../access.ts";
import { ensureItemIds } from "../item-ids.ts";
import { readRows } from "../ledger/read.ts";
import { ensureUndoable } from "../undoable.ts";
import { ensureEdits } from "./check-edits.ts";
import type { ProjectFacts } from "./facts.ts";
import { proposeEdit } from "./propose-edit.ts";
import { proposeLink } from "./propose-link.ts";
import { proposeUndo } from "./propose-undo.ts";
import type { Proposed } from "./proposed.ts";
import { readItemsNow, readLinkablePlan } from "./reads.ts";
import { toSkipById } from "./to-change.ts";

/** A proposal on fresh reads, before rights and running jobs are looked at. */
export type Wish = Proposed & {
  /** The items that it is about, as they were just read. */
  items: ReadonlyMap<string, WorkItem>;
  /** How many items it is about, and how many of them were looked at. */
  matching: number;
  taken: number;
  /** Items on the plan that links go to; null where there are none. */
  onPlan: number | null;
};

type WishOptions<Kind extends Proposal["kind"]> = {
  proposal: Extract<Proposal, { kind: Kind }>;
  known: KnownProject;
  facts: ProjectFacts;
};

/** Throws `request.invalid`, `plan.…`, `change_set.…`. */
export async function readWish(
  reader: Reader,
  options: {
    proposal: Proposal;
    known: KnownProject;
    facts: ProjectFacts;
    database: Database;
    viewer: Owner;
    now: number;
  },
): Promise<Wish> {
  const { proposal } = options;
  switch (proposal.kind) {
    case "link":
      return readLink(reader, { ...options, proposal });
    case "link-matching":
      return readLinkMatching(reader, { ...options, proposal });
    case "edit":
      return readEdit(reader, { ...options, proposal });
    case "undo":
      return readUndo(reader, { ...options, proposal });
  }
}

async function readLink(reader: Reader, { proposal, known, facts }: WishOptions<"link">): Promise<Wish> {
  const ids = idsOf(proposal.itemIds, known);
  const plan = await readLinkablePlan(reader, { known, planId: proposal.planId });
  const reading = readSelected(reader, { known, ids });
  const inProject = reading.then(({ items }) => [...items.keys()]);
  const [read, linkedIds] = await Promise.all([
    reading,
    readScrumPlanIds(reader, { projectId: known.project.id, planId: plan.id, inProject }),
  ]);
  const { scheduleUndatedOn } = proposal;
  const { changes, skipped } = proposeLink({
    items: [...read.items.values()],
    plan,
    linkedIds,
    scheduleUndatedOn,
    facts,
  });
  return {
    changes,
    skipped: [...skipped, ...read.skipped],
    items: read.items,
    matching: ids.length,
    taken: ids.length,
    onPlan: linkedIds.size,
  };
}

/** The list of addable items has all that a link needs to know of them: none is read a second time. */
async function readLinkMatching(
  reader: Reader,
  { proposal, known, facts }: WishOptions<"link-matching">,
): Promise<Wish> {
  const plan = await readLinkablePlan(reader, { known, planId: proposal.planId });
  const reading = readAllAddable(reader, { known, planId: plan.id, search: proposal.search });
  const inProject = reading.then((items) => items.map(({ id }) => id));
  const [addable, linkedIds] = await Promise.all([
    reading,
    readScrumPlanIds(reader, { projectId: known.project.id, planId: plan.id, inProject }),
  ]);
  const except = new Set(proposal.exceptIds);
  const matching = addable.filter(({ id }) => !except.has(id) && !linkedIds.has(id));
  const items = matching.slice(0, MAX_ITEMS);
  const { scheduleUndatedOn } = proposal;
  return {
    ...proposeLink({ items, plan, linkedIds, scheduleUndatedOn, facts }),
    items: byId(items),
    matching: matching.length,
    taken: items.length,
    onPlan: linkedIds.size,
  };
}

async function readEdit(reader: Reader, { proposal, known, facts }: WishOptions<"edit">): Promise<Wish> {
  const ids = idsOf(proposal.itemIds, known);
  ensureEdits(proposal.edits, facts);
  const read = await readSelected(reader, { known, ids });
  const { edits, calendar } = proposal;
  const { changes, skipped } = proposeEdit({ items: [...read.items.values()], edits, facts, calendar });
  return {
    changes,
    skipped: [...skipped, ...read.skipped],
    items: read.items,
    matching: ids.length,
    taken: ids.length,
    onPlan: null,
  };
}

async function readUndo(
  reader: Reader,
  {
    proposal,
    known,
    facts,
    database,
    viewer,
    now,
  }: WishOptions<"undo"> & { database: Database; viewer: Owner; now: number },
): Promise<Wish> {
  const record = await findOwn(database, { id: proposal.changeSetId, viewer, projectId: proposal.projectId });
  ensureUndoable(record, now);
  const rows = await readRows(database, { changeSetId: record.id, outcomes: ["applied", "unknown"] });
  const ids = [...new Set(rows.map((row) => row.itemId))];
  const { items, failedIds } = await readItemsNow(reader, { known, ids });
  return {
    ...proposeUndo({ rows, items, failedIds, facts }),
    items,
    matching: ids.length,
    taken: ids.length,
    onPlan: null,
  };
}

function idsOf(itemIds: readonly string[], { project }: KnownProject): string[] {
  const ids = [...new Set(itemIds)];
  ensureItemIds(ids, { kind: project.kind, path: "itemIds" });
  return ids;
}

/** Items in the order of the selection, and a skip for each that is not to be had. */
async function readSelected(
  reader: Reader,
  { known, ids }: { known: KnownProject; ids: readonly string[] },
): Promise<Pick<Wish, "items" | "skipped">> {
  const read = await readItemsNow(reader, { known, ids });
  return {
    items: byId(ids.flatMap((id) => read.items.get(id) ?? [])),
    skipped: ids
      .filter((id) => !read.items.has(id))
      .map((id) => toSkipById(id, read.failedIds.has(id) ? "read-failed" : "not-found")),
  };
}

function byId(items: readonly WorkItem[]): Map<string, WorkItem> {
  return new Map(items.map((item) => [item.id, item]));
}
