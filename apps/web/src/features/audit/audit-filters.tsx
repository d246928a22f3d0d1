import { auditKindSchema, type AuditRow, isIsoDate } from "@gantry/api-contract";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { projectQueries } from "../../queries/project-queries.ts";
import { sessionQueries } from "../../queries/session-queries.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { type AuditSearch, isFiltered } from "./audit-search.ts";

const ALL = "";

export type AuditFiltersProps = {
  search: AuditSearch;
  /** What is listed now: who did something can be chosen from it. */
  rows: readonly AuditRow[];
  projectNames: ReadonlyMap<string, string>;
  onChange: (search: AuditSearch) => void;
};

export function AuditFilters({ search, rows, projectNames, onChange }: AuditFiltersProps) {
  const { audit: said } = useWords();
  const format = useFormat();
  const people = usePeople(rows, search);
  const named = (names: ReadonlyMap<string, string>, all: string, chosen: string | undefined) => [
    { value: ALL, label: all },
    ...[...names]
      .map(([value, label]) => ({ value, label }))
      .sort((left, right) => format.compare(left.label, right.label)),
    ...(chosen === undefined || names.has(chosen) ? [] : [{ value: chosen, label: chosen }]),
  ];
  const kinds = new Map(auditKindSchema.options.map((kind) => [kind, said.kind[kind]] as const));
  const change = (changes: Partial<AuditSearch>) => onChange({ ...search, ...changes });
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-1.5 px-gutter py-2">
      <Select
        label={said.project}
        look="button"
        value={search.project ?? ALL}
        options={named(projectNames, said.allProjects, search.project)}
        onChange={(value) => change({ project: value || undefined })}
        className="max-w-64"
      />
      <Select
        label={said.person}
        look="button"
        value={search.who ?? ALL}
        options={named(people, said.everybody, search.who)}
        onChange={(value) => change({ who: value || undefined })}
        className="max-w-56"
      />
      <Select
        label={said.what}
        look="button"
        value={search.kind ?? ALL}
        options={[{ value: ALL, label: said.anything }, ...[...kinds].map(([value, label]) => ({ value, label }))]}
        onChange={(value) => change({ kind: auditKindSchema.options.find((kind) => kind === value) })}
        className="max-w-64"
      />
      <DayField label={said.from} value={search.from} onChange={(from) => change({ from })} />
      <DayField label={said.until} value={search.until} onChange={(until) => change({ until })} />
      {search.changeSet !== undefined && (
        <Button icon="close" onClick={() => change({ changeSet: undefined })}>
          {said.oneChangeSet}
        </Button>
      )}
      {isFiltered(search) && (
        <Button variant="ghost" icon="close" onClick={() => onChange({})}>
          {said.clearFilters}
        </Button>
      )}
    </div>
  );
}

function DayField(props: { label: string; value: string | undefined; onChange: (day: AuditSearch["from"]) => void }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-sm">
      <span aria-hidden="true" className="text-muted">
        {props.label}
      </span>
      <TextField
        type="date"
        hideLabel
        label={props.label}
        value={props.value ?? ""}
        onChange={({ target: { value } }) => props.onChange(isIsoDate(value) ? value : undefined)}
        className="w-36"
      />
    </span>
  );
}

/** Who can be chosen: the reader, the members of the chosen project, and whoever did something that is listed. */
function usePeople(rows: readonly AuditRow[], { project }: AuditSearch): ReadonlyMap<string, string> {
  const me = useQuery(sessionQueries.current()).data?.session;
  const members = useQuery({ ...projectQueries.members(project ?? ""), enabled: project !== undefined });
  return new Map([
    ...(me === null || me === undefined ? [] : [[me.userId, me.displayName] as const]),
    ...(members.data ?? []).map(({ id, name }) => [id, name] as const),
    ...rows.flatMap(({ actor }) => (actor === null ? [] : [[actor.userId, actor.name] as const])),
  ]);
}
