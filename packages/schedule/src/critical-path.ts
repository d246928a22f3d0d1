import type { IsoDate } from "./days.ts";
import { spareDays, toWorkingSpan, type WorkingSpan } from "./link-check.ts";
import { createNetwork, type NetworkLink } from "./network.ts";
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

/** Takes every item after all of its successors, so that no item is looked at twice. */
function reckonBackwards<Link extends NetworkLink>(
  spans: ReadonlyMap<string, WorkingSpan>,
  links: readonly Link[],
): Map<string, ItemSlack<Link>> {
  const network = createNetwork(links);
  let last = -Infinity;
  for (const { end } of spans.values()) last = Math.max(last, end);
  const open = new Map<string, number>();
  for (const id of spans.keys()) open.set(id, network.linksFrom(id).length);
  const ready = [...spans.keys()].filter((id) => open.get(id) === 0);
  const slack = new Map<string, ItemSlack<Link>>();
  for (const id of ready) {
    const from = spans.get(id);
    if (from === undefined) continue;
    slack.set(id, slackOf(id, from));
    for (const { fromId } of network.linksTo(id)) {
      const left = (open.get(fromId) ?? 0) - 1;
      open.set(fromId, left);
      if (left === 0) ready.push(fromId);
    }
  }
  return slack;

  function slackOf(id: string, from: WorkingSpan): ItemSlack<Link> {
    let slackDays = last - from.end;
    let boundBy: Link | null = null;
    for (const link of network.linksFrom(id)) {
      const to = spans.get(link.toId);
      if (to === undefined) continue;
      const allowed = spareDays(link, { from, to }) + (slack.get(link.toId)?.slackDays ?? 0);
      if (allowed >= slackDays) continue;
      slackDays = allowed;
      boundBy = link;
    }
    return { slackDays, critical: slackDays <= 0, boundBy };
  }
}
