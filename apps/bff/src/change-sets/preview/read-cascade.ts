import type { Change, WorkItem } from "@gantry/api-contract";
import type { WorkingCalendar } from "@gantry/schedule";
import type { Database } from "../../database/schema.ts";
import { readDependencies } from "../../features/dependencies/store.ts";
import type { KnownProject } from "../../features/projects/from-upstream.ts";
import type { Rights } from "../../features/projects/rights.ts";
import type { Reader } from "../../features/reader.ts";
import { proposeCascade } from "./cascade.ts";
import type { ProjectFacts } from "./facts.ts";
import type { Proposed } from "./proposed.ts";
import { readItemsNow, readPlanItemsNow } from "./reads.ts";

/**
 * The cascade of a proposal, on fresh reads: the plan's items, which also tell parents and leaves, and whatever else the
 * links lead to. Without a plan every item stands for itself.
 */
export async function readCascade(
  reader: Reader,
  options: {
    database: Database;
    domainId: string;
    known: KnownProject;
    planId: string | null;
    /** The selected items as they were just read. */
    selected: ReadonlyMap<string, WorkItem>;
    asked: readonly Change[];
    calendar: WorkingCalendar;
    rights: Rights;
    facts: ProjectFacts;
  },
): Promise<Proposed> {
  const { database, domainId, known, planId, selected, asked } = options;
  if (!asked.some(({ field }) => field === "start" || field === "end")) return { changes: [], skipped: [] };
  const links = await readDependencies(database, { domainId, projectId: known.project.id });
  if (links.length === 0) return { changes: [], skipped: [] };
  const ofPlan = planId === null ? [] : await readPlanItemsNow(reader, { known, planId });
  const items = new Map([...ofPlan.map((item) => [item.id, item] as const), ...selected]);
  const missing = new Map<string, "not-found" | "read-failed">();
  for (;;) {
    const proposed = proposeCascade({ ...options, links, known: { items, missing } });
    if (proposed.unread.length === 0) return proposed;
    const read = await readItemsNow(reader, { known, ids: proposed.unread });
    for (const id of proposed.unread) {
      const item = read.items.get(id);
      if (item === undefined) missing.set(id, read.failedIds.has(id) ? "read-failed" : "not-found");
      else items.set(id, item);
    }
  }
}
