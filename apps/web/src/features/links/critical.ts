import type { Dependency } from "@gantry/api-contract";
import { type CriticalPath, findCriticalPath, spareDays, toWorkingSpan, type WorkingCalendar } from "@gantry/schedule";
import { itemOfNode, itemsAlong, type PlanLink, type PlanNetwork } from "./plan-network.ts";

/** How far an item may slip; `boundById` is the item that holds it first, null where the plan's end does. */
export type Slack = { slackDays: number; critical: boolean; boundById: string | null };

export type Critical = {
  /** Null for items without dates to reckon with. */
  slackOf: (id: string) => Slack | null;
  isCritical: (id: string) => boolean;
  isCriticalLink: (link: Dependency) => boolean;
  /** Items that are critical by themselves, without parents. */
  count: number;
  /** Ids along each ring, the first repeated at the end. */
  rings: readonly (readonly string[])[];
};

/** Slack and the critical path of a whole plan. A parent has as little slack as its tightest item. */
export function toCritical(network: PlanNetwork, { calendar }: { calendar: WorkingCalendar }): Critical {
  const { slack, rings } = findCriticalPath(network.nodes, { links: network.links, calendar });
  const byItem = new Map<string, Slack>();
  for (const [nodeId, { slackDays, critical, boundBy }] of slack) {
    if (network.parentIds.has(itemOfNode(nodeId))) continue;
    byItem.set(nodeId, { slackDays, critical, boundById: boundBy === null ? null : itemOfNode(boundBy.toId) });
  }
  const count = [...byItem.values()].filter(({ critical }) => critical).length;
  // Parents come before their children, so that from the end every child is done before its parent.
  for (const { fromId, toId, type, source } of network.links.toReversed()) {
    if (source !== null || type !== "SS") continue;
    const [child, parent] = [byItem.get(toId), byItem.get(fromId)];
    if (child !== undefined && (parent === undefined || child.slackDays < parent.slackDays)) byItem.set(fromId, child);
  }
  return {
    slackOf: (id) => byItem.get(id) ?? null,
    isCritical: (id) => byItem.get(id)?.critical === true,
    isCriticalLink: criticalLinkTest(network, { slack, calendar }),
    count,
    rings: rings.map(itemsAlong),
  };
}

/** Of the links between two critical items only those that hold: with room to spare, the path runs elsewhere. */
function criticalLinkTest(
  network: PlanNetwork,
  { slack, calendar }: { slack: CriticalPath<PlanLink>["slack"]; calendar: WorkingCalendar },
): Critical["isCriticalLink"] {
  const bySource = new Map(network.links.map((link) => [link.source, link]));
  const nodes = new Map(network.nodes.map((node) => [node.id, node]));
  const spanOf = (nodeId: string) => {
    const node = nodes.get(nodeId);
    return node === undefined ? null : toWorkingSpan(node, calendar);
  };
  return (dependency) => {
    const link = bySource.get(dependency);
    if (link === undefined) return false;
    const [before, after] = [slack.get(link.fromId), slack.get(link.toId)];
    if (before?.critical !== true || after?.critical !== true) return false;
    const [from, to] = [spanOf(link.fromId), spanOf(link.toId)];
    return from !== null && to !== null && spareDays(link, { from, to }) + after.slackDays === before.slackDays;
  };
}
