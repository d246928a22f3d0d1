import type { WorkItem } from "@gantry/api-contract";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Select } from "../../ui/select.tsx";
import { FilterChips, FilterPopover } from "./filter-popover.tsx";
import { COLOUR_KEYS, type ColumnKey, type PlanSearch, SCALES } from "./plan-search.ts";
import type { UndoControls } from "./use-undo.ts";
import { ColumnChooser, SortMenu } from "./view-menus.tsx";

export type PlanToolbarProps = {
  items: readonly WorkItem[];
  /** Items that fit the filters. */
  matching: number;
  search: PlanSearch;
  onChange: (change: Partial<PlanSearch>) => void;
  undo: UndoControls;
  columns: readonly ColumnKey[];
  /** Null for a mind map: it has no time axis. */
  chart: { onToday: () => void; onFit: () => void } | null;
  /** A phone shows scale and Today; the rest waits for more room. */
  compact: boolean;
};

/** Everything that changes how the plan is shown, and taking back what was done to it. */
export function PlanToolbar(props: PlanToolbarProps) {
  const { search, onChange, chart, compact } = props;
  const words = useWords();
  const scales = compact ? SCALES.slice(0, 3) : SCALES;
  return (
    <div
      role="toolbar"
      aria-label={words.plan.toolbar}
      className="flex min-h-(--g-toolbar) shrink-0 flex-wrap items-center gap-x-2 gap-y-1.5 border-b border-border px-gutter py-1.5"
    >
      {!compact && <UndoButtons undo={props.undo} />}
      <SearchField
        label={words.plan.searchItems}
        value={search.q ?? ""}
        onChange={(q) => onChange({ q: q === "" ? undefined : q })}
        className={compact ? "min-w-0 flex-1 basis-48" : "w-40"}
      />
      <FilterPopover items={props.items} search={search} onChange={onChange} />
      <FilterChips items={props.items} search={search} onChange={onChange} />
      <p role="status" className="text-xs text-muted">
        {props.matching < props.items.length && words.plan.matching(props.matching, props.items.length)}
      </p>
      <span className="flex-1 max-md:hidden" />
      {chart !== null && (
        <>
          <SegmentedControl
            label={words.plan.scale}
            value={search.scale ?? "week"}
            segments={scales.map((scale) => ({ value: scale, label: words.plan.scales[scale] }))}
            onChange={(scale) => onChange({ scale })}
          />
          <Button onClick={chart.onToday}>{words.plan.todayButton}</Button>
          {!compact && (
            <Button icon="fit" onClick={chart.onFit}>
              {words.plan.fit}
            </Button>
          )}
        </>
      )}
      {!compact && (
        <>
          {chart !== null && (
            <Select
              look="button"
              label={words.plan.colourBy}
              prefix={words.plan.colourBy}
              value={search.colour ?? "status"}
              options={COLOUR_KEYS.map((key) => ({ value: key, label: words.workItems.fields[key] ?? key }))}
              onChange={(colour) => onChange({ colour })}
            />
          )}
          <SortMenu search={search} onChange={onChange} />
          <ColumnChooser shown={props.columns} search={search} onChange={onChange} />
        </>
      )}
    </div>
  );
}

function UndoButtons({ undo }: { undo: UndoControls }) {
  const words = useWords();
  const busy = undo.isBusy ? words.plan.undoRuns : undefined;
  return (
    <span className="mr-1 flex items-center border-r border-border pr-2">
      <IconButton
        icon="undo"
        label={words.plan.undo}
        disabledReason={undo.canUndo ? busy : words.plan.nothingToUndo}
        onClick={undo.undo}
      />
      <IconButton
        icon="redo"
        label={words.plan.redo}
        disabledReason={undo.canRedo ? busy : words.plan.nothingToRedo}
        onClick={undo.redo}
      />
    </span>
  );
}
