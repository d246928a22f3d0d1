import { useWords } from "../../i18n/use-words.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Menu, MenuChoices, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { Popover } from "../../ui/popover.tsx";
import {
  ALL,
  COLUMN_KEYS,
  type ColumnKey,
  fromColumns,
  fromSort,
  type PlanSearch,
  SORT_KEYS,
  toSort,
} from "./plan-search.ts";
import { ToolButton, type ToolLook } from "./tool-button.tsx";

type ViewProps = { onChange: (change: Partial<PlanSearch>) => void; look: ToolLook };

/** Which columns stand beside the title. */
export function ColumnChooser(props: ViewProps & { shown: readonly ColumnKey[] }) {
  const words = useWords();
  return (
    <Popover
      label={words.plan.columns}
      trigger={<ToolButton look={props.look} icon="columns" label={words.plan.columns} />}
    >
      {() => (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 text-xs font-medium text-muted">{words.plan.columns}</legend>
          {COLUMN_KEYS.map((key) => (
            <Checkbox
              key={key}
              label={words.workItems.fields[key] ?? key}
              checked={props.shown.includes(key)}
              onChange={(on) =>
                props.onChange({
                  columns: fromColumns(COLUMN_KEYS.filter((one) => (one === key ? on : props.shown.includes(one)))),
                })
              }
            />
          ))}
        </fieldset>
      )}
    </Popover>
  );
}

const PLAN_ORDER = "plan";

/** The order of siblings, and folding all branches. */
export function SortMenu({ search, onChange, look }: ViewProps & { search: PlanSearch }) {
  const words = useWords();
  const sort = toSort(search.sort);
  const direction = sort?.descending === true ? "descending" : "ascending";
  return (
    <Menu trigger={<ToolButton look={look} icon="sort" label={words.plan.sort} pressed={sort !== null} />}>
      <MenuChoices
        label={words.plan.sortBy}
        value={sort?.key ?? PLAN_ORDER}
        choices={[
          { value: PLAN_ORDER, label: words.plan.planOrder },
          ...SORT_KEYS.map((key) => ({ value: key as string, label: words.workItems.fields[key] ?? key })),
        ]}
        onChange={(key) =>
          onChange({ sort: key === PLAN_ORDER ? undefined : fromSort(withKey(key, direction === "descending")) })
        }
      />
      {sort !== null && (
        <>
          <MenuSeparator />
          <MenuChoices
            label={words.plan.sortDirection}
            value={direction}
            choices={[
              { value: "ascending", label: words.plan.ascending },
              { value: "descending", label: words.plan.descending },
            ]}
            onChange={(next) => onChange({ sort: fromSort({ ...sort, descending: next === "descending" }) })}
          />
        </>
      )}
      <MenuSeparator />
      <MenuItem onSelect={() => onChange({ folded: [ALL] })}>{words.plan.foldAll}</MenuItem>
      <MenuItem onSelect={() => onChange({ folded: undefined })}>{words.plan.unfoldAll}</MenuItem>
    </Menu>
  );
}

function withKey(text: string, descending: boolean): ReturnType<typeof toSort> {
  const key = SORT_KEYS.find((candidate) => candidate === text);
  return key === undefined ? null : { key, descending };
}
