import type { WorkItem } from "@gantry/api-contract";
import { useMemo } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons/icon.tsx";
import { MultiSelect } from "../../ui/multi-select.tsx";
import { Popover } from "../../ui/popover.tsx";
import { sayFieldValue } from "./field-values.ts";
import { filterOptionsOf } from "./filter-items.ts";
import { FILTER_KEYS, type PlanSearch } from "./plan-search.ts";

export type FilterProps = {
  items: readonly WorkItem[];
  search: PlanSearch;
  onChange: (change: Partial<PlanSearch>) => void;
};

/** Button "Filter": what the plan's items are narrowed to, by the values that occur in it. */
export function FilterPopover(props: FilterProps) {
  const words = useWords();
  return (
    <Popover label={words.plan.filters} trigger={<Button icon="filter">{words.plan.filter}</Button>}>
      {() => <FilterFields {...props} />}
    </Popover>
  );
}

function FilterFields({ items, search, onChange }: FilterProps) {
  const words = useWords();
  const format = useFormat();
  const options = useMemo(() => FILTER_KEYS.map((key) => ({ key, options: filterOptionsOf(items, key) })), [items]);
  return (
    <div className="flex flex-col gap-3">
      {options.map(({ key, options: values }) => (
        <div key={key}>
          <p aria-hidden="true" className="mb-1 text-xs font-medium text-muted">
            {words.workItems.fields[key]}
          </p>
          <MultiSelect
            look="field"
            label={words.workItems.fields[key] ?? key}
            values={search[key] ?? []}
            placeholder={words.changeSet.all}
            options={values.map((option) => ({
              value: option.id,
              label: sayFieldValue(option.name, { key, words }),
              hint: format.number(option.count),
            }))}
            onChange={(chosen) => onChange({ [key]: chosen })}
          />
        </div>
      ))}
    </div>
  );
}

/** A chip for each filter that is on, with its cross. */
export function FilterChips({ items, search, onChange }: FilterProps) {
  const words = useWords();
  return FILTER_KEYS.filter((key) => (search[key]?.length ?? 0) > 0).map((key) => {
    const chosen = filterOptionsOf(items, key).filter((option) => search[key]?.includes(option.id) === true);
    const [first] = chosen;
    const what =
      chosen.length === 1 && first !== undefined
        ? sayFieldValue(first.name, { key, words })
        : words.plan.filterCount(words.workItems.fields[key] ?? key, search[key]?.length ?? 0);
    return (
      <button
        key={key}
        type="button"
        aria-label={words.plan.removeFilter(what)}
        onClick={() => onChange({ [key]: undefined })}
        className="motion-hover inline-flex h-6 max-w-44 min-w-0 items-center gap-1 rounded-sm border border-accent-line bg-accent-soft px-1.5 text-xs font-medium text-accent-text hover:bg-hover"
      >
        <span className="truncate">{what}</span>
        <Icon name="close" size={12} />
      </button>
    );
  });
}
