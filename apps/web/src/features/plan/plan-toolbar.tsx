import type { WorkItem } from "@gantry/api-contract";
import type { ReactNode } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { FilterChips, FilterPopover } from "./filter-popover.tsx";
import { MoreTools } from "./more-tools.tsx";
import { type PlanSearch, SCALES } from "./plan-search.ts";
import type { ToolLook } from "./tool-button.tsx";
import type { UndoControls } from "./use-undo.ts";
import type { ColumnChoice } from "./view-menus.tsx";
import { LineTools, LookTools } from "./view-tools.tsx";

export type PlanToolbarProps = {
  items: readonly WorkItem[];
  /** Items that fit the filters. */
  matching: number;
  search: PlanSearch;
  onChange: (change: Partial<PlanSearch>) => void;
  undo: UndoControls;
  /** Null where there is no room for any. */
  columns: ColumnChoice | null;
  /** Null for a mind map: it has no time axis. */
  chart: { onToday: () => void; onFit: () => void } | null;
  /** What is wrong with the plan's data; null where nothing is. */
  problems: ReactNode;
  /** Critical path and baseline: what is marked in the chart. */
  marks?: (look: ToolLook) => ReactNode;
  /** Export. */
  takeAway?: (look: ToolLook) => ReactNode;
};

/**
 * Everything that changes how the plan is shown, and taking back what was done to it. What there is no room for moves
 * into "More": colours and groups first, where filters stand beside them, then all but search, filter and the time axis.
 */
export function PlanToolbar(props: PlanToolbarProps) {
  const { search, onChange, chart } = props;
  const words = useWords();
  const isPhone = useMediaQuery(media.phone);
  const isLaptop = useMediaQuery(media.laptop);
  const scale = search.scale ?? "week";
  // A phone has room for the finer ones, and for the one that a link or a pinch has led to.
  const scales = SCALES.filter((one, index) => !isPhone || index < 3 || one === scale);
  const isCrowded = useMediaQuery(media.desktop) && (props.problems !== null || props.matching < props.items.length);
  const hasChart = chart !== null;
  const look = <LookTools search={search} onChange={onChange} hasChart={hasChart} />;
  const others = (how: ToolLook) => (
    <>
      <LineTools {...props} look={how} hasChart={hasChart} />
      {props.marks?.(how)}
      {props.takeAway?.(how)}
    </>
  );
  return (
    <div
      role="toolbar"
      aria-label={words.plan.toolbar}
      className="flex min-h-(--g-toolbar) shrink-0 flex-wrap items-center gap-x-2 gap-y-1.5 border-b border-border px-gutter py-1.5"
    >
      {!isPhone && <UndoButtons undo={props.undo} />}
      <SearchField
        label={words.plan.searchItems}
        value={search.q ?? ""}
        onChange={(q) => onChange({ q: q === "" ? undefined : q })}
        className={isPhone ? "min-w-0 flex-1 basis-40" : "w-40"}
      />
      <FilterPopover items={props.items} search={search} onChange={onChange} />
      <FilterChips items={props.items} search={search} onChange={onChange} />
      <p role="status" className="text-xs text-muted">
        {props.matching < props.items.length && words.plan.matching(props.matching, props.items.length)}
      </p>
      {props.problems}
      <span className="flex-1 max-md:hidden" />
      {chart !== null && (
        <>
          <SegmentedControl
            label={words.plan.scale}
            value={scale}
            segments={scales.map((one) => ({ value: one, label: words.plan.scales[one] }))}
            onChange={(next) => onChange({ scale: next })}
          />
          <Button onClick={chart.onToday}>{words.plan.todayButton}</Button>
          {!isPhone && (
            <Button icon="fit" onClick={chart.onFit}>
              {words.plan.fit}
            </Button>
          )}
        </>
      )}
      {!isLaptop && !isCrowded && look}
      {!isLaptop && others("icon")}
      {(isLaptop || isCrowded) && (
        <MoreTools>
          {look}
          {isLaptop && others("row")}
        </MoreTools>
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
