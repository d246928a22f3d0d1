import { type IsoDate, isIsoDate, type Skip } from "@gantry/api-contract";
import type { Format } from "../../../i18n/format.ts";
import type { Words } from "../../../i18n/words.ts";

/** Why an item is left as it is; with what it holds now, where that is the reason. */
export function saySkip(
  skip: Pick<Skip, "reason" | "foundLabel">,
  { words, format, today }: { words: Words; format: Format; today: IsoDate },
): string {
  const reason = words.changes.skip[skip.reason];
  const found = skip.foundLabel ?? null;
  if (found === null) return reason;
  const value = isIsoDate(found) ? format.day(found, { near: today }) : found;
  return skip.reason === "conflict" ? words.preview.willHold(reason, value) : words.preview.nowHolds(reason, value);
}
