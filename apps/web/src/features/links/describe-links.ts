import type { Dependency } from "@gantry/api-contract";
import type { Words } from "../../i18n/words.ts";

type Ends = {
  predecessorsOf: (id: string) => readonly Dependency[];
  successorsOf: (id: string) => readonly Dependency[];
};
type Speech = { words: Words; titleOf: (id: string) => string };

const MOST_NAMED = 3;

/** An item's links for its spoken name: what it comes after, and what it comes before. */
export function describeLinks(id: string, { ends, words, titleOf }: Speech & { ends: Ends }): string[] {
  const { after, before, andMore } = words.links.describe;
  const names = (ids: readonly string[]) => {
    const more = ids.length - MOST_NAMED;
    const named = ids.slice(0, MOST_NAMED).map(titleOf).join(words.common.comma);
    return more > 0 ? andMore(named, more) : named;
  };
  const predecessors = ends.predecessorsOf(id).map(({ fromId }) => fromId);
  const successors = ends.successorsOf(id).map(({ toId }) => toId);
  return [
    ...(predecessors.length > 0 ? [after(names(predecessors))] : []),
    ...(successors.length > 0 ? [before(names(successors))] : []),
  ];
}

/** What is wrong with links, each on the item that it leads to. */
export function sayLinkFaults(
  faults: {
    broken: readonly Dependency[];
    brokenBy: (link: Dependency) => number;
    rings: readonly (readonly string[])[];
  },
  { words, titleOf }: Speech,
): { itemId: string; text: string }[] {
  const { problems, path } = words.links;
  const rings = faults.rings.map((ids) => ({
    itemId: ids[0] ?? "",
    text: problems.ring(path(ids.map(titleOf))),
  }));
  const broken = faults.broken.map((link) => ({
    itemId: link.toId,
    text: problems.broken(titleOf(link.fromId), faults.brokenBy(link)),
  }));
  return [...rings, ...broken];
}

/** A link in one line: "Design → Test, finish to start, +2 working days". */
export function sayLink(link: Dependency, { words, titleOf }: Speech): string {
  const { path, withLag } = words.links;
  return (
    path([titleOf(link.fromId), titleOf(link.toId)]) +
    words.common.comma +
    withLag(words.chart.linkTypes[link.type], link.lagDays)
  );
}
