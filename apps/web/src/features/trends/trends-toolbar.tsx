import { trendDaysSchema } from "@gantry/api-contract";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { projectQueries } from "../../queries/project-queries.ts";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Select } from "../../ui/select.tsx";
import { DEFAULT_DAYS, type TrendsSearch } from "./trends-search.ts";

const ALL = "";

/** Of what the trend is, over how many days, and how it is shown. */
export function TrendsToolbar({
  search,
  onChange,
}: {
  search: TrendsSearch;
  onChange: (change: Partial<TrendsSearch>) => void;
}) {
  const { trends: said } = useWords();
  const format = useFormat();
  const projects = useQuery(projectQueries.all());
  const plans = useQuery({ ...projectQueries.plans(search.project ?? ""), enabled: search.project !== undefined });
  const options = (all: string, named: readonly { id: string; name: string }[] = []) => [
    { value: ALL, label: all },
    ...named
      .map(({ id, name }) => ({ value: id, label: name }))
      .sort((left, right) => format.compare(left.label, right.label)),
  ];
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-1.5 border-b border-border px-gutter py-2">
      <Select
        label={said.project}
        look="button"
        value={search.project ?? ALL}
        options={options(said.allProjects, projects.data)}
        onChange={(value) => onChange({ project: value === ALL ? undefined : value, plan: undefined })}
        className="max-w-64"
      />
      {search.project !== undefined && (
        <Select
          label={said.plan}
          look="button"
          value={search.plan ?? ALL}
          options={options(said.allPlans, plans.data)}
          onChange={(value) => onChange({ plan: value === ALL ? undefined : value })}
          className="max-w-64"
        />
      )}
      <span className="flex-1" />
      <SegmentedControl
        label={said.range}
        value={search.days ?? DEFAULT_DAYS}
        segments={trendDaysSchema.options.map((value) => ({ value, label: said.days[value] }))}
        onChange={(days) => onChange({ days: days === DEFAULT_DAYS ? undefined : days })}
      />
      <SegmentedControl
        label={said.view}
        value={search.view ?? "chart"}
        segments={[
          { value: "chart", label: said.chart },
          { value: "table", label: said.table },
        ]}
        onChange={(view) => onChange({ view: view === "table" ? view : undefined })}
      />
    </div>
  );
}
