import { planHealthSchema, planTypeSchema } from "@gantry/api-contract";
import { useMemo } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons/icon.tsx";
import { MultiSelect } from "../../ui/multi-select.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { fromValues, type OverviewSearch, toFilters } from "./overview-search.ts";
import type { PlanRow } from "./plan-rows.ts";

export function OverviewToolbar(props: {
  rows: readonly PlanRow[];
  shown: number;
  search: OverviewSearch;
  onChange: (changes: Partial<OverviewSearch>) => void;
}) {
  const words = useWords();
  const format = useFormat();
  const { rows, search, onChange } = props;
  const filters = toFilters(search);
  const projects = useMemo(() => {
    const byId = new Map(rows.map(({ project }) => [project.id, project.name]));
    return [...byId].map(([value, label]) => ({ value, label })).sort((a, b) => format.compare(a.label, b.label));
  }, [rows, format]);
  const creators = useMemo(() => {
    const byId = new Map(
      rows.flatMap(({ plan }) => (plan.creator === null ? [] : [[plan.creator.id, plan.creator] as const])),
    );
    return [...byId.values()]
      .map((person) => ({ value: person.id, label: person.name, start: <Avatar person={person} /> }))
      .sort((a, b) => format.compare(a.label, b.label));
  }, [rows, format]);
  const isFiltered =
    filters.search !== "" ||
    [filters.projects, filters.types, filters.creators, filters.healths].some((values) => values.length > 0);
  const { filter } = words.overview;

  return (
    <div className="flex min-h-11 flex-wrap items-center gap-1.5 px-gutter py-2">
      <SearchField
        label={words.overview.searchPlans}
        value={filters.search}
        onChange={(q) => onChange({ q: q === "" ? undefined : q })}
        className="w-full md:w-60"
      />
      <MultiSelect
        label={filter.project}
        values={filters.projects}
        options={projects}
        onChange={(values) => onChange({ project: fromValues(values) })}
      />
      <MultiSelect
        label={filter.type}
        values={filters.types}
        options={planTypeSchema.options.map((type) => ({
          value: type,
          label: words.overview.planType[type],
          start: <Icon name={type === "gantt" ? "gantt" : "mind-map"} className="text-muted" />,
        }))}
        onChange={(values) => onChange({ type: fromValues(values) })}
      />
      <MultiSelect
        label={filter.creator}
        values={filters.creators}
        options={creators}
        onChange={(values) => onChange({ creator: fromValues(values) })}
      />
      <MultiSelect
        label={filter.health}
        values={filters.healths}
        options={planHealthSchema.options.map((health) => ({ value: health, label: words.overview.health[health] }))}
        onChange={(values) => onChange({ health: fromValues(values) })}
      />
      {isFiltered && (
        <Button
          variant="ghost"
          icon="close"
          onClick={() =>
            onChange({ q: undefined, project: undefined, type: undefined, creator: undefined, health: undefined })
          }
        >
          {words.overview.clearFilters}
        </Button>
      )}
      <output className="ml-auto text-xs text-muted">
        {isFiltered && words.overview.shown(props.shown, rows.length)}
      </output>
    </div>
  );
}
