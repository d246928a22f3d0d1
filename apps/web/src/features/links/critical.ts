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
  let count = 0;
  for (const [nodeId, { slackDays, critical, boundBy }] of slack) {
    const id = itemOfNode(nodeId);
    if (network.leavesOf(id) !== undefined) continue;
    byItem.set(id, { slackDays, critical, boundById: boundBy === null ? null : itemOfNode(boundBy.toId) });
    if (critical) count += 1;
  }
  for (const parentId of network.parentIds) {
    const tightest = tightestOf((network.leavesOf(parentId) ?? []).map((id) => byItem.get(id)));
    if (tightest !== null) byItem.set(parentId, tightest);
  }
  return {
    slackOf: (id) => byItem.get(id) ?? null,
    isCritical: (id) => byItem.get(id)?.critical === true,
    isCriticalLink: criticalLinkTest(network, { slack, calendar }),
    count,
    rings: rings.map(itemsAlong),
  };
}

function tightestOf(slacks: readonly (Slack | undefined)[]): Slack | null {
  let tightest: Slack | null = null;
  for (const slack of slacks)
    if (slack !== undefined && (tightest === null || slack.slackDays < tightest.slackDays)) tightest = slack;
  return tightest;
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
