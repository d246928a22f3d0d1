import type { IsoDate } from "./days.ts";
import { spareDays, toWorkingSpan, type WorkingSpan } from "./link-check.ts";
import { at, createLinkGraph } from "./link-graph.ts";
import type { NetworkLink } from "./network.ts";
import { findRings } from "./rings.ts";
import type { DaySpan, WorkingCalendar } from "./working-calendar.ts";

/** How far an item may slip as a whole, in working days, before the plan ends later or a link breaks. */
export type ItemSlack<Link extends NetworkLink> = {
  /** Negative where a link is broken already, by the item itself or further on. */
  slackDays: number;
  /** No slack is left. */
  critical: boolean;
  /** The link whose successor holds the item first; null where the plan's last day does. */
  boundBy: Link | null;
};

export type CriticalPath<Link extends NetworkLink> = {
  /** The last day of all items that take part; null where none does. */
  finish: IsoDate | null;
  /** By item id. Items without both dates, or with inverted ones, take no part. */
  slack: ReadonlyMap<string, ItemSlack<Link>>;
  /** Rings among the links, ids with the first repeated at the end; their links are left out of the reckoning. */
  rings: readonly (readonly string[])[];
  ringLinks: ReadonlySet<Link>;
};

/**
 * Slack of every item as planned, reckoned backwards from the plan's last day through the links. Give it the leaves:
 * a parent's dates are its children's. Links to absent or undated items hold nothing. An id that comes twice counts once.
 */
export function findCriticalPath<Link extends NetworkLink>(
  items: Iterable<{ readonly id: string } & DaySpan>,
  { links, calendar }: { links: readonly Link[]; calendar: WorkingCalendar },
): CriticalPath<Link> {
  const { rings, links: ringLinks } = findRings(links);
  const spans = new Map<string, WorkingSpan>();
  let finish: IsoDate | null = null;
  for (const item of items) {
    const span = spans.has(item.id) ? null : toWorkingSpan(item, calendar);
    if (span === null) continue;
    spans.set(item.id, span);
    if (item.end !== null && (finish === null || item.end > finish)) finish = item.end;
  }
  const holding = links.filter((link) => !ringLinks.has(link) && spans.has(link.fromId) && spans.has(link.toId));
  return { finish, slack: reckonBackwards(spans, holding), rings, ringLinks };
}

/** Takes every item after all of its successors, so that each is reckoned once. The links must hold no ring. */
function reckonBackwards<Link extends NetworkLink>(
  spans: ReadonlyMap<string, WorkingSpan>,
  links: readonly Link[],
): Map<string, ItemSlack<Link>> {
  const { ids, from, to, outgoing, incoming } = createLinkGraph(links);
  let last = -Infinity;
  for (const { end } of spans.values()) last = Math.max(last, end);
  const slack = new Map<string, ItemSlack<Link>>();
  for (const [id, { end }] of spans) slack.set(id, toSlack<Link>({ slackDays: last - end, boundBy: null }));

  const spanOf = ids.map((id) => spans.get(id));
  const slackOf = new Int32Array(ids.length);
  const left = Int32Array.from(ids, (_, item) => at(outgoing.first, item + 1) - at(outgoing.first, item));
  const ready = [...ids.keys()].filter((item) => at(left, item) === 0);
  for (const item of ready) {
    const own = reckon(item);
    slackOf[item] = own.slackDays;
    slack.set(ids[item] ?? "", toSlack(own));
    for (let place = at(incoming.first, item); place < at(incoming.first, item + 1); place += 1) {
      const before = at(from, at(incoming.links, place));
      left[before] = at(left, before) - 1;
      if (at(left, before) === 0) ready.push(before);
    }
  }
  return slack;

  /** Where links hold an item equally, the first counts; the plan's last day goes before all. */
  function reckon(item: number): Bound<Link> {
    const span = spanOf[item];
    const bound: Bound<Link> = { slackDays: last - (span?.end ?? last), boundBy: null };
    for (let place = at(outgoing.first, item); place < at(outgoing.first, item + 1); place += 1) {
      const number = at(outgoing.links, place);
      const link = links[number];
      const successor = spanOf[at(to, number)];
      if (span === undefined || link === undefined || successor === undefined) continue;
      const slackDays = spareDays(link, { from: span, to: successor }) + at(slackOf, at(to, number));
      if (slackDays >= bound.slackDays) continue;
      bound.slackDays = slackDays;
      bound.boundBy = link;
    }
    return bound;
  }
}

type Bound<Link> = { slackDays: number; boundBy: Link | null };

function toSlack<Link extends NetworkLink>({ slackDays, boundBy }: Bound<Link>): ItemSlack<Link> {
  return { slackDays, critical: slackDays <= 0, boundBy };
}
