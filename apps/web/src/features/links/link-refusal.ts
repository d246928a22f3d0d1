import { MOST_DEPENDENCY_EDITS } from "@gantry/api-contract";
import type { Words } from "../../i18n/words.ts";
import type { LinkPair } from "./link-id.ts";

/** Why a link may not be drawn. */
export type LinkRefusal =
  | { kind: "itself" }
  | { kind: "heading" }
  | { kind: "exists"; pair: LinkPair }
  | { kind: "family"; parentId: string; childId: string }
  | { kind: "ring"; ids: readonly string[] }
  | { kind: "tooMany" };

export type RefusalInput = {
  isItem: (id: string) => boolean;
  parentOf: (id: string) => string | null;
  isLinked: (pair: LinkPair) => boolean;
  ringClosedBy: (pairs: readonly LinkPair[]) => string[] | null;
};

/** Everything that speaks against drawing these links together; empty where nothing does. */
export function refusalsOf(pairs: readonly LinkPair[], input: RefusalInput): LinkRefusal[] {
  if (pairs.length > MOST_DEPENDENCY_EDITS) return [{ kind: "tooMany" }];
  const refusals = pairs.flatMap((pair): LinkRefusal[] => {
    const refusal = refusalOf(pair, input);
    return refusal === null ? [] : [refusal];
  });
  if (refusals.length > 0) return refusals;
  const ids = input.ringClosedBy(pairs);
  return ids === null ? [] : [{ kind: "ring", ids }];
}

function refusalOf(pair: LinkPair, { isItem, parentOf, isLinked }: RefusalInput): LinkRefusal | null {
  const { fromId, toId } = pair;
  if (!isItem(fromId) || !isItem(toId)) return { kind: "heading" };
  if (fromId === toId) return { kind: "itself" };
  if (isLinked(pair)) return { kind: "exists", pair };
  if (isAbove(fromId, toId, parentOf)) return { kind: "family", parentId: fromId, childId: toId };
  if (isAbove(toId, fromId, parentOf)) return { kind: "family", parentId: toId, childId: fromId };
  return null;
}

/** Whether an item is a parent of another, at any distance. A ring of parents ends the walk. */
function isAbove(id: string, below: string, parentOf: (id: string) => string | null): boolean {
  const walked = new Set<string>();
  for (let at = parentOf(below); at !== null && !walked.has(at); at = parentOf(at)) {
    if (at === id) return true;
    walked.add(at);
  }
  return false;
}

type Saying = { words: Words; titleOf: (id: string) => string };

export function sayRefusal(refusal: LinkRefusal, { words, titleOf }: Saying): string {
  const said = words.links.refusal;
  const path = (ids: readonly string[]) => words.links.path(ids.map(titleOf));
  switch (refusal.kind) {
    case "itself":
      return said.itself;
    case "heading":
      return said.heading;
    case "exists":
      return said.exists(path([refusal.pair.fromId, refusal.pair.toId]));
    case "family":
      return said.family(titleOf(refusal.parentId), titleOf(refusal.childId));
    case "ring":
      return said.ring(path(refusal.ids));
    case "tooMany":
      return said.tooMany(MOST_DEPENDENCY_EDITS);
  }
}

const MOST_SAID = 3;

/** The first reasons in full, and how many more there are. */
export function sayRefusals(refusals: readonly LinkRefusal[], saying: Saying): string {
  const said = refusals.slice(0, MOST_SAID).map((refusal) => sayRefusal(refusal, saying));
  const more = refusals.length - said.length;
  return [...said, ...(more > 0 ? [saying.words.links.moreReasons(more)] : [])].join(" ");
}
