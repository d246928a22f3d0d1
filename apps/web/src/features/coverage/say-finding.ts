import type { CoverageFinding, CoverageReason, IsoDate } from "@gantry/api-contract";
import type { Format } from "../../i18n/format.ts";
import type { Words } from "../../i18n/words.ts";

type Saying = { words: Words; format: Format };
type Said = Saying & { planNames: ReadonlyMap<string, string> };

/** Why an item is listed, in a few words. */
export function sayReasons({ reasons }: CoverageFinding, said: Said): string {
  return reasons.map((reason) => sayReason(reason, said)).join(said.words.common.comma);
}

/** From when to when, as far as it has dates; the year where it changes. */
export function sayDates(
  { start, end }: Pick<CoverageFinding["item"], "start" | "end">,
  { words, format, today }: Saying & { today: IsoDate },
): string {
  if (start === null && end === null) return words.coverage.noDates;
  const from = start === null ? "" : format.day(start, { near: today });
  const until = end === null ? "" : format.day(end, { near: start ?? today });
  return `${from} – ${until}`.trim();
}

function sayReason(reason: CoverageReason, { words, format, planNames }: Said): string {
  const { coverage } = words;
  const plans = format.list((reason.planIds ?? []).flatMap((id) => planNames.get(id) ?? []));
  return coverage.reasons[reason.rule](reason.days ?? reason.count ?? 0, plans);
}
