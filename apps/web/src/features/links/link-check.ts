import type { Dependency } from "@gantry/api-contract";
import { checkLink, findRings, type WorkingCalendar } from "@gantry/schedule";
import { itemsAlong, type PlanNetwork } from "./plan-network.ts";

/** What is wrong with a plan's links: those that the dates break, and rings. */
export type LinkFaults = {
  /** Working days by which the successor comes too early; 0 where it does not, or can't be judged. */
  brokenBy: (link: Dependency) => number;
  broken: readonly Dependency[];
  /** Ids along each ring, the first repeated at the end. */
  rings: readonly (readonly string[])[];
};

export function toLinkFaults(
  links: readonly Dependency[],
  { network, calendar }: { network: PlanNetwork; calendar: WorkingCalendar },
): LinkFaults {
  const days = new Map<Dependency, number>();
  for (const link of links) {
    const [from, to] = [network.datesOf(link.fromId), network.datesOf(link.toId)];
    if (from === undefined || to === undefined) continue;
    const { brokenByDays = 0 } = checkLink(link, { from, to, calendar }) ?? {};
    if (brokenByDays > 0) days.set(link, brokenByDays);
  }
  return {
    brokenBy: (link) => days.get(link) ?? 0,
    broken: [...days.keys()],
    rings: findRings(network.links).rings.map(itemsAlong),
  };
}
