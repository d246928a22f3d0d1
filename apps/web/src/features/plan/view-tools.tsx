import { useWords } from "../../i18n/use-words.ts";
import { Select } from "../../ui/select.tsx";
import { COLOUR_KEYS, GROUP_KEYS, NONE, type PlanSearch } from "./plan-search.ts";
import type { ToolLook } from "./tool-button.tsx";
import { type ColumnChoice, ColumnChooser, SortMenu } from "./view-menus.tsx";

type Change = (change: Partial<PlanSearch>) => void;

/** How the plan's lines are coloured and grouped. */
export function LookTools(props: { search: PlanSearch; onChange: Change; hasChart: boolean }) {
  const { search, onChange } = props;
  const words = useWords();
  const nameOf = (key: string) => words.workItems.fields[key] ?? key;
  return (
    <>
      {props.hasChart && (
        <Select
          look="button"
          label={words.plan.colourBy}
          prefix={words.plan.colourBy}
          value={search.colour ?? "status"}
          options={COLOUR_KEYS.map((key) => ({ value: key, label: nameOf(key) }))}
          onChange={(colour) => onChange({ colour })}
        />
      )}
      <Select
        look="button"
        label={words.plan.groupBy}
        prefix={words.plan.groupBy}
        value={search.group ?? NONE}
        options={[
          { value: NONE, label: words.plan.none },
          ...GROUP_KEYS.map((key) => ({ value: key as string, label: nameOf(key) })),
        ]}
        onChange={(chosen) => onChange({ group: GROUP_KEYS.find((key) => key === chosen) })}
      />
    </>
  );
}

/** How the plan's lines are sorted, and which columns they have. */
export function LineTools(props: {
  search: PlanSearch;
  onChange: Change;
  /** Null where there is no room for columns. */
  columns: ColumnChoice | null;
  hasChart: boolean;
  look: ToolLook;
}) {
  const { look } = props;
  return (
    <>
      <SortMenu search={props.search} onChange={props.onChange} look={look} />
      {props.columns !== null && <ColumnChooser choice={props.columns} look={look} hasChart={props.hasChart} />}
    </>
  );
}
