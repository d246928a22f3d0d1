import { routeLink } from "../../model/link-route.ts";
import type { GanttLink } from "../../types.ts";
import { ROW_HEIGHT } from "../layout.ts";
import { INK } from "../palette.ts";
import { posterBarBox, type Scene, type Tile } from "./scene.ts";

export type PlacedLink = { link: GanttLink; from: number; to: number };

/** The links whose two ends are on the poster, with their rows. */
export function placeLinks({ data, rows }: Scene): PlacedLink[] {
  return data.links.flatMap((link) => {
    const from = rows.indexOf(link.from);
    const to = rows.indexOf(link.to);
    return from === undefined || to === undefined ? [] : [{ link, from, to }];
  });
}

/** Beneath the bars: those links that touch the rows and days of a page. Critical ones lie on top. */
export function drawLinks(scene: Scene, { links, tile }: { links: readonly PlacedLink[]; tile: Tile }): void {
  for (const critical of [false, true])
    for (const { link, from, to } of links) {
      if (link.critical !== critical) continue;
      if (Math.max(from, to) < tile.fromRow || Math.min(from, to) >= tile.toRow) continue;
      const start = posterBarBox(scene, from);
      const end = posterBarBox(scene, to);
      if (!start || !end) continue;
      const left = Math.min(start.x, end.x) - ROW_HEIGHT;
      const right = Math.max(start.x + start.width, end.x + end.width) + ROW_HEIGHT;
      if (right < tile.fromX || left > tile.toX) continue;
      const { line, head } = routeLink({ type: link.type, from: start, to: end, rowHeight: ROW_HEIGHT });
      const ink = critical ? INK.critical : link.broken ? INK.warning : INK.link;
      const dash = link.broken ? { dash: [4, 2] } : {};
      scene.surface.path(line, { stroke: ink, strokeWidth: critical ? 1.75 : 1.25, ...dash });
      scene.surface.path(head, { fill: ink });
    }
}
