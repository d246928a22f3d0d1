import { planHealthSchema, planTypeSchema } from "@gantry/api-contract";
import { type ReactNode, useMemo } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { MultiSelect } from "../../ui/multi-select.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { HEALTH_TONES } from "./health-tones.ts";
import { ALL, fromValues, isFiltered, noFilters, type OverviewSearch, toFilters } from "./overview-search.ts";
import type { PlanRow } from "./plan-rows.ts";
import { useTypedText } from "./use-typed-text.ts";

export function OverviewToolbar(props: {
  rows: readonly PlanRow[];
  shown: number;
  search: OverviewSearch;
  onChange: (changes: Partial<OverviewSearch>) => void;
  /** Right end: what the view has of its own. */
  children?: ReactNode;
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
  const [typed, setTyped] = useTypedText(search.q ?? "", (q) => onChange({ q: q === "" ? undefined : q }));
  const isNarrowed = isFiltered(search);
  const isGrouped = search.group !== undefined;
  const isFolded = search.folded === ALL;
  const isPhone = useMediaQuery(media.phone);
  const onGroup = () => onChange({ group: isGrouped ? undefined : "project", folded: undefined });
  const { filter } = words.overview;

  return (
    <div className="flex min-h-11 flex-wrap items-center gap-1.5 px-gutter py-2">
      <SearchField
        label={words.overview.searchPlans}
        value={typed}
        onChange={setTyped}
        className="max-md:flex-1 md:w-56"
      />
      <div className="flex flex-wrap items-center gap-1.5 max-md:order-last max-md:w-full">
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
          options={planHealthSchema.options.map((health) => ({
            value: health,
            label: words.overview.health[health],
            start: <Icon name={`health-${health}`} className={HEALTH_TONES[health]} />,
          }))}
          onChange={(values) => onChange({ health: fromValues(values) })}
        />
        {isNarrowed && (
          <Button variant="ghost" icon="close" onClick={() => onChange(noFilters)}>
            {words.overview.clearFilters}
          </Button>
        )}
        <output className="text-xs whitespace-nowrap text-muted">
          {isNarrowed && words.overview.shown(props.shown, rows.length)}
        </output>
      </div>
      <span className="flex items-center gap-1.5 md:ml-auto">
        {isGrouped && (
          <IconButton
            icon={isFolded ? "chevron-down" : "chevron-up"}
            label={isFolded ? words.overview.unfoldAll : words.overview.foldAll}
            onClick={() => onChange({ folded: isFolded ? undefined : ALL })}
          />
        )}
        {isPhone ? (
          <IconButton icon="project" label={words.overview.groupByProject} pressed={isGrouped} onClick={onGroup} />
        ) : (
          <Button
            variant="ghost"
            icon="project"
            aria-pressed={isGrouped}
            className={cx(isGrouped && "forced-chosen bg-accent-soft text-accent-text!")}
            onClick={onGroup}
          >
            {words.overview.groupByProject}
          </Button>
        )}
        {props.children}
      </span>
    </div>
  );
}
