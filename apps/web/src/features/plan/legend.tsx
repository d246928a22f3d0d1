import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import type { LegendEntry } from "./colour-by.ts";
import { sayFieldValue } from "./field-values.ts";
import type { ColourKey } from "./plan-search.ts";

const swatches = {
  1: "bg-cat-1-done border-cat-1",
  2: "bg-cat-2-done border-cat-2",
  3: "bg-cat-3-done border-cat-3",
  4: "bg-cat-4-done border-cat-4",
  5: "bg-cat-5-done border-cat-5",
  6: "bg-cat-6-done border-cat-6",
  7: "bg-cat-7-done border-cat-7",
  8: "bg-cat-8-done border-cat-8",
} as const;

/** What the bars' colours mean, with how many items have each. */
export function Legend(props: { colour: ColourKey; entries: readonly LegendEntry[] }) {
  const words = useWords();
  const format = useFormat();
  const nameOf = ({ id, name }: LegendEntry) => {
    if (id === null) return words.plan.others;
    return sayFieldValue(name, { key: props.colour, words });
  };
  return (
    <ul
      aria-label={words.plan.legend}
      className="flex max-h-8 min-w-0 flex-1 flex-wrap justify-end gap-x-3 overflow-hidden text-xs text-muted"
    >
      {props.entries.map((entry) => (
        <li key={entry.id ?? ""} className="flex shrink-0 items-center gap-1.5">
          <span
            aria-hidden="true"
            className={`h-2.5 w-3.5 rounded-xs border border-l-[3px] ${swatches[entry.category]}`}
          />
          {nameOf(entry)}
          <span className="text-faint">{format.number(entry.count)}</span>
        </li>
      ))}
    </ul>
  );
}
