import { type IsoDate, isIsoDate, type Skip } from "@gantry/api-contract";
import type { Format } from "../../../i18n/format.ts";
import type { Words } from "../../../i18n/words.ts";

/** What a skipped field holds now, or will hold, where that is the reason; else nothing. */
export function sayFound(
  skip: Pick<Skip, "reason" | "foundLabel">,
  { words, format, today }: { words: Words; format: Format; today: IsoDate },
): string {
  const found = skip.foundLabel ?? null;
  if (found === null) return skip.reason === "changed-since" ? words.preview.nowHolds(words.workItems.nothing) : "";
  const value = isIsoDate(found) ? format.day(found, { near: today }) : found;
  return skip.reason === "conflict" ? words.preview.willHold(value) : words.preview.nowHolds(value);
}
