import { useQuery } from "@tanstack/react-query";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { projectQueries } from "../../queries/project-queries.ts";
import { Button } from "../../ui/button.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Select } from "../../ui/select.tsx";
import { type ChangesSearch, isFiltered } from "./changes-search.ts";

const ALL = "";

/** Whose changes are listed, and of which project and plan. */
export function ChangesToolbar(props: { search: ChangesSearch; onChange: (search: ChangesSearch) => void }) {
  const { search, onChange } = props;
  const { changesList: said } = useWords();
  const format = useFormat();
  const projects = useQuery(projectQueries.all());
  const plans = useQuery({
    ...projectQueries.plans(search.project ?? ""),
    enabled: search.project !== undefined,
  });
  const options = (all: string, named: readonly { id: string; name: string }[] | undefined, chosen?: string) => [
    { value: ALL, label: all },
    ...(named ?? [])
      .map(({ id, name }) => ({ value: id, label: name }))
      .sort((left, right) => format.compare(left.label, right.label)),
    // An address may name what was deleted since, or is being read.
    ...(chosen === undefined || named?.some(({ id }) => id === chosen) === true
      ? []
      : [{ value: chosen, label: chosen }]),
  ];
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-1.5 px-gutter py-2">
      <SegmentedControl
        label={said.whose}
        value={search.by ?? "everybody"}
        segments={[
          { value: "everybody", label: said.everybody },
          { value: "me", label: said.mine },
        ]}
        onChange={(value) => onChange({ ...search, by: value === "me" ? "me" : undefined })}
      />
      <Select
        label={said.project}
        look="button"
        value={search.project ?? ALL}
        options={options(said.allProjects, projects.data, search.project)}
        onChange={(value) => onChange({ ...search, project: value === ALL ? undefined : value, plan: undefined })}
        className="max-w-64"
      />
      {search.project !== undefined && (
        <Select
          label={said.plan}
          look="button"
          value={search.plan ?? ALL}
          options={options(said.allPlans, plans.data, search.plan)}
          onChange={(value) => onChange({ ...search, plan: value === ALL ? undefined : value })}
          className="max-w-64"
        />
      )}
      {isFiltered(search) && (
        <Button variant="ghost" icon="close" onClick={() => onChange({})}>
          {said.clearFilters}
        </Button>
      )}
    </div>
  );
}
