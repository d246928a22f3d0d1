import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Menu, MenuChoices, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { Popover } from "../../ui/popover.tsx";
import { ALL, COLUMN_KEYS, type ColumnKey, fromSort, type PlanSearch, SORT_KEYS, toSort } from "./plan-search.ts";
import { ToolButton, type ToolLook } from "./tool-button.tsx";

/** What the columns' menu shows and does. */
export type ColumnChoice = {
  shown: readonly ColumnKey[];
  choose: (keys: readonly ColumnKey[]) => void;
  /** Whether columns or widths differ from what Gantry chooses. */
  isChanged: boolean;
  reset: () => void;
};

/** Which columns stand beside the title, and the way back to the usual ones. */
export function ColumnChooser({ choice, look, hasChart }: { choice: ColumnChoice; look: ToolLook; hasChart: boolean }) {
  const words = useWords();
  const keys = hasChart ? COLUMN_KEYS : COLUMN_KEYS.filter((key) => key !== "shift");
  return (
    <Popover
      label={words.plan.columns}
      placement="bottom-end"
      trigger={<ToolButton look={look} icon="columns" label={words.plan.columns} />}
    >
      {() => (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 text-xs font-medium text-muted">{words.plan.columns}</legend>
          {keys.map((key) => (
            <Checkbox
              key={key}
              label={words.workItems.fields[key] ?? key}
              checked={choice.shown.includes(key)}
              onChange={(on) => choice.choose(on ? withColumn(choice.shown, key) : withoutColumn(choice.shown, key))}
            />
          ))}
          <Button
            variant="ghost"
            className="mt-1 self-start"
            onClick={choice.reset}
            disabledReason={choice.isChanged ? undefined : words.plan.usualColumnsShown}
          >
            {words.plan.usualColumns}
          </Button>
        </fieldset>
      )}
    </Popover>
  );
}

/** Before the first column that usually stands after it. */
function withColumn(shown: readonly ColumnKey[], key: ColumnKey): ColumnKey[] {
  const before = shown.findIndex((one) => COLUMN_KEYS.indexOf(one) > COLUMN_KEYS.indexOf(key));
  return shown.toSpliced(before === -1 ? shown.length : before, 0, key);
}

function withoutColumn(shown: readonly ColumnKey[], key: ColumnKey): ColumnKey[] {
  return shown.filter((one) => one !== key);
}

const PLAN_ORDER = "plan";

/** The order of siblings, and folding all branches. */
export function SortMenu(props: {
  search: PlanSearch;
  onChange: (change: Partial<PlanSearch>) => void;
  look: ToolLook;
}) {
  const { search, onChange, look } = props;
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
