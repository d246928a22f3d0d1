import type { Change, Dependency, Skip, SkipReason, WorkItem } from "@gantry/api-contract";
import { findCascade, type DaySpan, type Stay, type WorkingCalendar } from "@gantry/schedule";
import type { Rights } from "../../features/projects/rights.ts";
import { refusalOf } from "./apply-rights.ts";
import type { ProjectFacts } from "./facts.ts";
import type { Proposed } from "./proposed.ts";
import { toChange, toSkip, toSkipById } from "./to-change.ts";

/** Most items that are read at once because they may be pushed next. */
const READ_AHEAD = 400;

/** Items of the plan, and others that links name, as they are known so far. */
type KnownItems = {
  items: ReadonlyMap<string, WorkItem>;
  /** Asked for and not to be had: there is no such item, or nobody knows. */
  missing: ReadonlyMap<string, "not-found" | "read-failed">;
};

type CascadeOptions = {
  /** What was asked for: its dates push others and stay as asked. */
  asked: readonly Change[];
  links: readonly Dependency[];
  known: KnownItems;
  calendar: WorkingCalendar;
  rights: Rights;
  facts: ProjectFacts;
};

/** Also says which items must be read before all is known; empty = all is. */
export type CascadeProposal = Proposed & { unread: string[] };

/** What new dates push along Gantry's links, each change with the link that decides. Pure. */
export function proposeCascade(options: CascadeOptions): CascadeProposal {
  const { asked, links, known, calendar, rights, facts } = options;
  const moved = movedDates(asked, known.items);
  const isLocked = (id: string) => lockOf(id) !== null;
  const { pushed, staying, unknown } = findCascade([...known.items.values()], { moved, links, calendar, isLocked });
  const changes: Change[] = [];
  const skipped: Skip[] = [];
  for (const [id, push] of pushed) {
    const item = known.items.get(id);
    if (item === undefined) continue;
    const other = known.items.get(push.cause.fromId);
    const cause = {
      itemId: push.cause.fromId,
      itemNumber: other?.number ?? push.cause.fromId,
      itemTitle: other?.title ?? "",
      linkType: push.cause.type,
      lagDays: push.cause.lagDays,
    };
    for (const field of ["start", "end"] as const) {
      if (item[field] !== push[field]) changes.push({ ...toChange(item, { field, to: push[field], facts }), cause });
    }
  }
  for (const [id, { why }] of staying) {
    const item = known.items.get(id);
    if (item !== undefined) skipped.push(toSkip(item, { field: null, reason: reasonOf(why, lockOf(id)) }));
  }
  const unread: string[] = [];
  for (const id of unknown.keys()) {
    const why = known.missing.get(id);
    if (why === undefined) unread.push(id);
    else skipped.push(toSkipById(id, why));
  }
  return { changes, skipped, unread: readAhead(unread, { links, known }) };

  function lockOf(id: string): SkipReason | null {
    const item = known.items.get(id);
    return item === undefined ? null : refusalOf(item, { changes: [{ field: "start" }], rights });
  }
}

/** New dates of the items whose dates were asked to change. */
function movedDates(asked: readonly Change[], items: ReadonlyMap<string, WorkItem>): Map<string, DaySpan> {
  const moved = new Map<string, DaySpan>();
  for (const { itemId, field, to } of asked) {
    const item = items.get(itemId);
    if (item === undefined || (field !== "start" && field !== "end")) continue;
    const { start, end } = moved.get(itemId) ?? item;
    moved.set(itemId, { start, end, [field]: to });
  }
  return moved;
}

function reasonOf(why: Stay<Dependency>["why"], lock: SkipReason | null): SkipReason {
  if (why === "locked") return lock ?? "not-permitted";
  return why === "inverted" ? "end-before-start" : why;
}

/** Items to read, with those behind them, since a chain of links would else be read link by link. */
function readAhead(
  unread: readonly string[],
  { links, known }: { links: readonly Dependency[]; known: KnownItems },
): string[] {
  if (unread.length === 0) return [];
  const successors = new Map<string, string[]>();
  for (const { fromId, toId } of links) {
    const list = successors.get(fromId);
    if (list === undefined) successors.set(fromId, [toId]);
    else list.push(toId);
  }
  const wanted = new Set(unread);
  for (const id of wanted) {
    if (wanted.size >= READ_AHEAD) break;
    for (const next of successors.get(id) ?? [])
      if (!known.items.has(next) && !known.missing.has(next)) wanted.add(next);
  }
  return [...wanted];
}
