import type { Dependency } from "@gantry/api-contract";
import type { GanttLink } from "@gantry/gantt";
import { linkIdOf } from "./link-id.ts";

/** What a link needs to know of a row that is shown. */
type ShownRow = { id: string; folded: boolean };

export type GanttLinksInput = {
  links: readonly Dependency[];
  rowOf: (id: string) => ShownRow | undefined;
  parentOf: (id: string) => string | null;
  isCritical: (link: Dependency) => boolean;
  isBroken: (link: Dependency) => boolean;
};

export type DrawnLinks = {
  ganttLinks: GanttLink[];
  /** The links that one drawn link stands for. */
  behind: ReadonlyMap<string, readonly Dependency[]>;
};

/**
 * The links as the chart draws them. An end in a folded row is drawn at that row; links that fall together there are
 * drawn as one. Links with an end that is filtered away, or on no row of this plan, are not drawn.
 */
export function toGanttLinks(input: GanttLinksInput): DrawnLinks {
  const byPlace = new Map<string, { link: GanttLink; behind: Dependency[] }>();
  for (const dependency of input.links) {
    const from = shownAt(dependency.fromId, input);
    const to = shownAt(dependency.toId, input);
    if (from === null || to === null || from === to) continue;
    const place = `${linkIdOf({ fromId: from, toId: to })} ${dependency.type}`;
    const known = byPlace.get(place);
    const critical = input.isCritical(dependency);
    const broken = input.isBroken(dependency);
    if (known === undefined) {
      const link = { id: linkIdOf(dependency), from, to, type: dependency.type, critical, broken };
      byPlace.set(place, { link, behind: [dependency] });
    } else {
      known.behind.push(dependency);
      known.link = { ...known.link, critical: known.link.critical || critical, broken: known.link.broken || broken };
    }
  }
  const drawn = [...byPlace.values()];
  return {
    ganttLinks: drawn.map(({ link }) => link),
    behind: new Map(drawn.map(({ link, behind }) => [link.id, behind])),
  };
}

/** The row at which an item is seen: its own, or the folded one that holds it. */
function shownAt(id: string, { rowOf, parentOf }: GanttLinksInput): string | null {
  if (rowOf(id) !== undefined) return id;
  const walked = new Set([id]);
  for (let at = parentOf(id); at !== null && !walked.has(at); at = parentOf(at)) {
    const row = rowOf(at);
    if (row !== undefined) return row.folded ? at : null;
    walked.add(at);
  }
  return null;
}
