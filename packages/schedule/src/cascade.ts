import { toFamilies, type Families } from "./cascade-families.ts";
import { toIsoDate, type IsoDate } from "./days.ts";
import { toWorkingSpan, type WorkingSpan } from "./link-check.ts";
import { at, createLinkGraph, type LinkEnds } from "./link-graph.ts";
import type { NetworkLink } from "./network.ts";
import { findRings } from "./rings.ts";
import type { TreeItem } from "./tree.ts";
import type { DaySpan, WorkingCalendar } from "./working-calendar.ts";
import { workingDayAt } from "./working-index.ts";

export type CascadeItem = TreeItem & DaySpan;

/** Where an item is pushed to, and the link that decides how far. */
export type Push<Link extends NetworkLink> = { readonly start: IsoDate; readonly end: IsoDate; readonly cause: Link };

/** Why an item that a link reaches stays where it is. */
export type Stay<Link extends NetworkLink> = {
  readonly why: "no-dates" | "inverted" | "locked" | "outside-calendar" | "ring";
  readonly cause: Link;
};

export type Cascade<Link extends NetworkLink> = {
  /** By item id, predecessors before successors. */
  readonly pushed: ReadonlyMap<string, Push<Link>>;
  readonly staying: ReadonlyMap<string, Stay<Link>>;
  /** Items that links name and `items` do not hold, at the far end of a link from something that moved later. */
  readonly unknown: ReadonlyMap<string, Link>;
};

/** The latest that a node is held to, and by which link: from its begin, and from its end. */
type Holds = { begin: Hold | null; end: Hold | null };
type Hold = { number: number; link: number };

/**
 * What new dates of some items push along links, and what that pushes in turn. A link pushes only where the end that
 * holds it comes later than before, and only as far as it takes to keep it; nothing is pulled earlier. An item keeps its
 * length in working days. What was moved on purpose stays where it was put. A parent's dates are those of the leaves
 * below it: a link to it holds each of them, one from it goes by the earliest or latest. Links in rings push nothing.
 * @param options.moved the new dates of items that were moved on purpose
 * @param options.isLocked items that may not be changed: they stay, and nothing goes on from them
 */
export function findCascade<Link extends NetworkLink>(
  items: readonly CascadeItem[],
  options: {
    moved: ReadonlyMap<string, DaySpan>;
    links: readonly Link[];
    calendar: WorkingCalendar;
    isLocked?: (id: string) => boolean;
  },
): Cascade<Link> {
  const { moved, links, calendar, isLocked = () => false } = options;
  const families = toFamilies(items, { links, moved });
  const edges = toEdges(links, families);
  const ringEdges = findRings(edges).links;
  const graph = createLinkGraph(edges);
  const itemOf = new Map(items.map((item) => [item.id, item]));
  const newDates = new Map<string, DaySpan>(moved);
  const holdsOf = new Map<string, Holds>();
  const pushed = new Map<string, Push<Link>>();
  const staying = new Map<string, Stay<Link>>();
  const unknown = new Map<string, Link>();
  for (const node of inOrder()) {
    settle(node);
    holdSuccessors(node);
  }
  // An item in a ring can be pushed by a link that is in none.
  for (const id of pushed.keys()) staying.delete(id);
  return { pushed, staying, unknown };

  /** Decides where an item goes, once all that holds it is known. */
  function settle(node: number): void {
    const id = graph.ids[node] ?? "";
    const holds = holdsOf.get(id);
    if (holds === undefined || families.isJoint(id) || moved.has(id)) return;
    const item = itemOf.get(id);
    const span = item === undefined ? null : toWorkingSpan(item, calendar);
    const cause = holds.begin ?? holds.end;
    const link = cause === null ? undefined : links[cause.link];
    if (link === undefined) return;
    if (item === undefined) return void unknown.set(id, link);
    if (span === null) {
      const why = item.start === null || item.end === null ? "no-dates" : "inverted";
      return void staying.set(id, { why, cause: link });
    }
    const wanted = pushOf(span, holds);
    const decider = wanted === null ? undefined : links[wanted.link];
    if (wanted === null || decider === undefined) return;
    if (isLocked(id)) return void staying.set(id, { why: "locked", cause: decider });
    const to = toDays({ begin: wanted.begin, end: wanted.begin + lengthOf(span) }, calendar);
    if (to === null) return void staying.set(id, { why: "outside-calendar", cause: decider });
    pushed.set(id, { ...to, cause: decider });
    newDates.set(id, to);
  }

  /** Hands on what a node holds, or, for the joint of a parent, what the parent is held to. */
  function holdSuccessors(node: number): void {
    const id = graph.ids[node] ?? "";
    const { first, links: outgoing } = graph.outgoing;
    let spans: { before: WorkingSpan | null; after: WorkingSpan | null } | null = null;
    for (let place = at(first, node); place < at(first, node + 1); place += 1) {
      const number = at(outgoing, place);
      const edge = edges[number];
      if (edge === undefined) continue;
      if (edge.link === null) {
        const held = holdsOf.get(id);
        if (held?.begin) tighten(edge.toId, { side: "begin", hold: held.begin });
        if (held?.end) tighten(edge.toId, { side: "end", hold: held.end });
        continue;
      }
      spans ??= spansOf(id);
      const link = links[edge.link];
      if (link === undefined || spans.after === null) continue;
      const holdsByEnd = link.type === "FS" || link.type === "FF";
      const now = holdsByEnd ? spans.after.end : spans.after.begin;
      const then = spans.before === null ? -Infinity : holdsByEnd ? spans.before.end : spans.before.begin;
      if (now <= then) continue;
      if (ringEdges.has(edge)) {
        for (const member of families.membersAt(edge.toId)) noteRing(member, link);
        continue;
      }
      const side = link.type === "FS" || link.type === "SS" ? "begin" : "end";
      tighten(edge.toId, { side, hold: { number: now + link.lagDays, link: edge.link } });
    }
  }

  function noteRing(id: string, link: Link): void {
    if (!moved.has(id)) staying.set(id, { why: "ring", cause: link });
  }

  function tighten(id: string, { side, hold }: { side: "begin" | "end"; hold: Hold }): void {
    const holds = holdsOf.get(id) ?? { begin: null, end: null };
    const known = holds[side];
    if (known === null || hold.number > known.number || (hold.number === known.number && hold.link < known.link))
      holds[side] = hold;
    holdsOf.set(id, holds);
  }

  /** Working spans before and after, of an item, or of all leaves below a parent. */
  function spansOf(id: string): { before: WorkingSpan | null; after: WorkingSpan | null } {
    const leaves = families.leavesAt(id);
    const before = leaves.flatMap((leaf) => itemOf.get(leaf) ?? []);
    const after = leaves.flatMap((leaf) => newDates.get(leaf) ?? itemOf.get(leaf) ?? []);
    return { before: toWorkingSpan(hull(before), calendar), after: toWorkingSpan(hull(after), calendar) };
  }

  /** Every node after all that lead to it, links in rings not counted. */
  function inOrder(): number[] {
    const { ids, to, incoming, outgoing } = graph;
    const left = Int32Array.from(ids, (_, node) => {
      let count = 0;
      for (let place = at(incoming.first, node); place < at(incoming.first, node + 1); place += 1)
        if (!isRingEdge(at(incoming.links, place))) count += 1;
      return count;
    });
    const ready = [...ids.keys()].filter((node) => at(left, node) === 0);
    for (const node of ready) {
      for (let place = at(outgoing.first, node); place < at(outgoing.first, node + 1); place += 1) {
        const number = at(outgoing.links, place);
        if (isRingEdge(number)) continue;
        const next = at(to, number);
        left[next] = at(left, next) - 1;
        if (at(left, next) === 0) ready.push(next);
      }
    }
    return ready;
  }

  function isRingEdge(number: number): boolean {
    const edge = edges[number];
    return edge !== undefined && edge.link !== null && ringEdges.has(edge);
  }
}

/** `link` is the place of the link that somebody drew; null for what a parent has to do with its leaves. */
type Edge = LinkEnds & { readonly link: number | null };

function toEdges(links: readonly LinkEnds[], families: Families): Edge[] {
  const drawn = links.map(({ fromId, toId }, link) => ({
    fromId: families.leavingNode(fromId),
    toId: families.enteringNode(toId),
    link,
  }));
  return [...drawn, ...families.inner.map((ends) => ({ ...ends, link: null }))];
}

/** How far a span must be pushed so that both of its holds are kept; null where they are. */
function pushOf(span: WorkingSpan, { begin, end }: Holds): { begin: number; link: number } | null {
  const wanted: { begin: number; link: number }[] = [];
  if (begin !== null && span.begin < begin.number) wanted.push({ begin: begin.number, link: begin.link });
  if (end !== null && span.end < end.number) wanted.push({ begin: end.number - lengthOf(span), link: end.link });
  const [one, other] = wanted;
  if (one === undefined || other === undefined) return one ?? null;
  return other.begin > one.begin || (other.begin === one.begin && other.link < one.link) ? other : one;
}

/** An item on days off alone takes one working day as soon as it is pushed, as where it is shifted. */
function lengthOf({ begin, end }: WorkingSpan): number {
  return Math.max(1, end - begin);
}

function toDays({ begin, end }: WorkingSpan, calendar: WorkingCalendar): { start: IsoDate; end: IsoDate } | null {
  try {
    return {
      start: toIsoDate(workingDayAt(begin, calendar.index)),
      end: toIsoDate(workingDayAt(end - 1, calendar.index)),
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The earliest and the latest day of all, as a parent's dates are rolled up; one span alone stays as it is. */
function hull(spans: readonly DaySpan[]): DaySpan {
  const [only, ...others] = spans;
  if (only !== undefined && others.length === 0) return only;
  let start: IsoDate | null = null;
  let end: IsoDate | null = null;
  for (const span of spans) {
    for (const day of [span.start, span.end]) {
      if (day === null) continue;
      if (start === null || day < start) start = day;
      if (end === null || day > end) end = day;
    }
  }
  return { start, end };
}
