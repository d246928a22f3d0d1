import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../../ui/class-names.ts";
import { type OverviewSearch, toFilters } from "./overview-search.ts";
import { filterRows, type PlanRow } from "./plan-rows.ts";

type PresetKey = "all" | "mine" | "late" | "maps";

const noFilters = { q: undefined, project: undefined, type: undefined, creator: undefined, health: undefined };

/** Ready-made filters, a press away. Each is an address like any other. */
export function Presets(props: {
  rows: readonly PlanRow[];
  me: string | undefined;
  search: OverviewSearch;
  onChange: (search: OverviewSearch) => void;
}) {
  const words = useWords();
  const format = useFormat();
  const { rows, me, search } = props;
  const presets: { key: PresetKey; filters: Partial<OverviewSearch> }[] = [
    { key: "all", filters: {} },
    ...(me === undefined ? [] : [{ key: "mine" as const, filters: { creator: me } }]),
    { key: "late", filters: { health: "late,at-risk" } },
    { key: "maps", filters: { type: "mind" } },
  ];
  return (
    <fieldset
      aria-label={words.overview.presets.label}
      className="mt-1 flex min-w-0 overflow-x-auto border-b border-border px-gutter"
    >
      {presets.map(({ key, filters }) => {
        const target: OverviewSearch = { view: search.view, sort: search.sort, ...noFilters, ...filters };
        const isCurrent = (["q", "project", "type", "creator", "health"] as const).every(
          (name) => search[name] === target[name],
        );
        return (
          <button
            key={key}
            type="button"
            aria-pressed={isCurrent}
            onClick={() => props.onChange(target)}
            className={cx(
              "focus-inset -mb-px inline-flex h-9 shrink-0 items-center gap-1.5 border-b-2 px-2.5 font-medium",
              isCurrent ? "forced-chosen border-accent text-text" : "border-transparent text-muted hover:text-text",
            )}
          >
            {words.overview.presets[key]}
            <span className="font-normal text-muted">{format.number(filterRows(rows, toFilters(target)).length)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
