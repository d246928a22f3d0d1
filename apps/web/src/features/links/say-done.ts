import type { DependencyEdit } from "@gantry/api-contract";
import type { Words } from "../../i18n/words.ts";

/** What edits of links did, in a few words. */
export function sayDone(edits: readonly DependencyEdit[], words: Words): string {
  if (edits.every(({ before }) => before === null)) return words.links.drawn(edits.length);
  return edits.every(({ after }) => after === null) ? words.links.removed : words.links.changed;
}
