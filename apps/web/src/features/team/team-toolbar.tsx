import type { Load } from "@gantry/api-contract";
import { useMemo } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { MultiSelect } from "../../ui/multi-select.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Select } from "../../ui/select.tsx";
import type { ShownPeople } from "./load-rows.ts";
import { fromList, type TeamSearch, toList } from "./team-search.ts";

export type WeekSteps = {
  /** First days of the weeks that the steps lead to; null = no further that way. */
  earlier: TeamSearch["from"] | null;
  later: TeamSearch["from"] | null;
};

const shownPeople = ["everyone", "busy", "overloaded", "free"] as const satisfies readonly ShownPeople[];

export function TeamToolbar(props: {
  load: Load | undefined;
  search: TeamSearch;
  steps: WeekSteps;
  onChange: (changes: Partial<TeamSearch>) => void;
}) {
  const { load, search, steps, onChange } = props;
  const words = useWords();
  const format = useFormat();
  const { filter } = words.team;
  const projects = useMemo(
    () =>
      (load?.projects ?? [])
        .map(({ id, name }) => ({ value: id, label: name }))
        .sort((left, right) => format.compare(left.label, right.label)),
    [load?.projects, format],
  );
  const chosen = toList(search.project);
  const plans = useMemo(
    () =>
      (load?.projects ?? [])
        .filter(({ id }) => search.project === undefined || toList(search.project).includes(id))
        .flatMap((project) => project.plans.map(({ id, name }) => ({ value: id, label: name, hint: project.name })))
        .sort((left, right) => format.compare(left.label, right.label)),
    [load?.projects, search.project, format],
  );
  const isFiltered = [search.q, search.project, search.plan, search.show].some((value) => value !== undefined);
  const go = (from: TeamSearch["from"] | null) => from !== null && onChange({ from });
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-1.5 border-b border-border px-gutter py-2">
      <SearchField
        label={words.team.searchPeople}
        value={search.q ?? ""}
        onChange={(q) => onChange({ q: q === "" ? undefined : q })}
        className="w-full md:w-50"
      />
      <MultiSelect
        label={filter.project}
        values={chosen}
        options={projects}
        onChange={(values) => onChange({ project: fromList(values), plan: undefined })}
      />
      <MultiSelect
        label={filter.plan}
        values={toList(search.plan)}
        options={plans}
        onChange={(values) => onChange({ plan: fromList(values) })}
      />
      <Select
        label={words.team.show}
        look="button"
        prefix={words.team.show}
        value={search.show ?? "everyone"}
        options={shownPeople.map((value) => ({ value, label: words.team.shown[value] }))}
        onChange={(show) => onChange({ show: show === "everyone" ? undefined : show })}
      />
      {isFiltered && (
        <Button
          variant="ghost"
          icon="close"
          onClick={() => onChange({ q: undefined, project: undefined, plan: undefined, show: undefined })}
        >
          {words.team.clearFilters}
        </Button>
      )}
      <div className="ml-auto flex items-center gap-1.5 max-md:ml-0 max-md:w-full">
        <SegmentedControl
          label={words.team.measure}
          value={search.by ?? "hours"}
          segments={[
            { value: "hours", label: words.team.byHours },
            { value: "items", label: words.team.byItems },
          ]}
          onChange={(by) => onChange({ by: by === "items" ? by : undefined })}
          className="max-md:mr-auto"
        />
        <div role="group" aria-label={words.team.weeks} className="flex gap-1.5">
          <IconButton
            icon="chevron-left"
            variant="secondary"
            label={words.team.earlierWeeks}
            disabledReason={steps.earlier === null ? words.team.noEarlier : undefined}
            onClick={() => go(steps.earlier)}
          />
          <Button onClick={() => onChange({ from: undefined })}>{words.team.today}</Button>
          <IconButton
            icon="chevron-right"
            variant="secondary"
            label={words.team.laterWeeks}
            disabledReason={steps.later === null ? words.team.noLater : undefined}
            onClick={() => go(steps.later)}
          />
        </div>
      </div>
    </div>
  );
}
