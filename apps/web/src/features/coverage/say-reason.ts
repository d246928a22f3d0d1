import type { CoverageReason } from "@gantry/api-contract";
import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";

type Said = { words: Words; format: Format; planNames: ReadonlyMap<string, string> };

/** Why an item is listed, in a few words. */
export function sayReason(reason: CoverageReason, { words, format, planNames }: Said): string {
  const { coverage } = words;
  const plans = format.list((reason.planIds ?? []).flatMap((id) => planNames.get(id) ?? []));
  return coverage.reasons[reason.rule](reason.days ?? reason.count ?? 0, plans);
}
