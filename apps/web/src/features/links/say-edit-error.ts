import { ApiError } from "@gantry/api-client";
import { sayError, type SaidError } from "../../i18n/error-words.ts";
import type { Words } from "../../i18n/words.ts";
import { sayRefusal } from "./link-refusal.ts";

/** Why edits of links were not carried out: a ring by the titles of its items, a lost connection as such. */
export function sayEditError(
  error: unknown,
  { words, titleOf, isOnline }: { words: Words; titleOf: (id: string) => string; isOnline: boolean },
): SaidError {
  const said = sayError(error, { words });
  if (!(error instanceof ApiError)) return said;
  if (error.code === "network" && !isOnline) return { ...said, text: words.links.refusal.offline };
  const { itemIds } = error.details;
  if (error.code === "dependency.ring" && itemIds !== undefined)
    return { ...said, text: sayRefusal({ kind: "ring", ids: itemIds }, { words, titleOf }) };
  return said;
}
