import type { IsoDate } from "@gantry/api-contract";
import { daysBetween } from "@gantry/schedule";
import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";
import { isFar } from "./item-dates.ts";
import type { LinkProblem } from "./plan-layers.ts";
import type { PlanTree } from "./plan-tree.ts";

const LONGEST_DAYS = 3_653;

/** What is wrong with an item's own data. */
export type ItemProblem =
  | { itemId: string; kind: "unreadable"; text: string }
  | { itemId: string; kind: "inverted"; start: IsoDate; end: IsoDate }
  | { itemId: string; kind: "far"; day: IsoDate }
  | { itemId: string; kind: "long"; start: IsoDate; end: IsoDate }
  | { itemId: string; kind: "ring" };

/**
 * Data that can't be right: dates that are no days, an end before its start, years before 1970 or after 2100, more than
 * ten years for one item, a parent that is its own descendant. Nothing is hidden or mended; it is listed and explained.
 */
export function findProblems({ items, ringHeads }: Pick<PlanTree, "items" | "ringHeads">): ItemProblem[] {
  const problems: ItemProblem[] = [];
  for (const item of items) {
    const { id: itemId, start, end, badDates } = item;
    if (badDates !== undefined) problems.push({ itemId, kind: "unreadable", text: badDates });
    const far = [start, end].find((day) => day !== null && isFar(day));
    if (far !== undefined && far !== null) problems.push({ itemId, kind: "far", day: far });
    if (start !== null && end !== null) {
      if (end < start) problems.push({ itemId, kind: "inverted", start, end });
      else if (far === undefined && start.slice(0, 3) !== end.slice(0, 3) && daysBetween(start, end) > LONGEST_DAYS)
        problems.push({ itemId, kind: "long", start, end });
    }
    if (ringHeads.has(itemId)) problems.push({ itemId, kind: "ring" });
  }
  return problems;
}

function sayProblem(problem: ItemProblem, { words, format }: { words: Words; format: Format }): string {
  const said = words.plan.problems;
  switch (problem.kind) {
    case "unreadable":
      return said.unreadable(problem.text);
    case "inverted":
      return said.inverted(format.longDay(problem.start), format.longDay(problem.end));
    case "far":
      return said.far(format.longDay(problem.day));
    case "long":
      return said.long(format.longDay(problem.start), format.longDay(problem.end));
    case "ring":
      return said.ring;
  }
}

/** All problems in words, by item: the items' own, and those of their links. */
export function sayProblems(
  problems: { own: readonly ItemProblem[]; links: readonly LinkProblem[] },
  speech: { words: Words; format: Format },
): Map<string, string[]> {
  const said = new Map<string, string[]>();
  const add = (itemId: string, text: string) => {
    const known = said.get(itemId);
    if (known === undefined) said.set(itemId, [text]);
    else known.push(text);
  };
  for (const problem of problems.own) add(problem.itemId, sayProblem(problem, speech));
  for (const { itemId, text } of problems.links) add(itemId, text);
  return said;
}
