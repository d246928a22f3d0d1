import type { GanttBarChange, GanttEngine, GanttViewport } from "@gantry/gantt";
import { type ReactNode, type Ref, Suspense } from "react";
import { useStore } from "zustand";
import type { StartWith } from "../../features/batch-edit/draft.ts";
import { PlanEmpty } from "../../features/plan/plan-empty.tsx";
import type { LinkGestures, PlanLayers } from "../../features/plan/plan-layers.ts";
import { fold, nextSort, type PlanSearch } from "../../features/plan/plan-search.ts";
import { Timeline } from "../../features/plan/timeline.tsx";
import type { GridLayout } from "../../features/plan/use-grid-layout.ts";
import { type PlanView, useColumns } from "../../features/plan/use-plan-view.ts";
import type { SelectionStore } from "../../features/selection/selection-store.ts";
import { SelectionToolbar } from "../../features/selection/selection-toolbar.tsx";
import { ItemTree } from "./later.ts";
import type { KeptPlace } from "./use-plan-address.ts";

export type PlanStageProps = {
  engine: Ref<GanttEngine | null>;
  view: PlanView;
  layers: PlanLayers;
  linkGestures: LinkGestures;
  layout: GridLayout;
  search: PlanSearch;
  onChange: (change: Partial<PlanSearch>) => void;
  selection: SelectionStore;
  isMind: boolean;
  isPhone: boolean;
  /** Whether the plan has work items at all, and whether it takes more. */
  hasItems: boolean;
  canLink: boolean;
  onOpen: (id: string) => void;
  onEdit: (itemIds: readonly string[], startWith: StartWith) => void;
  onBarsChange: (changes: readonly GanttBarChange[]) => void;
  onRefused: (reason: string) => void;
  /** Links items one after the other, in the order of the lines; null on a mind map. */
  onChain: ((ids: readonly string[]) => void) | null;
  place: KeptPlace;
  onViewMove: (viewport: GanttViewport) => void;
};

/** Where the plan is drawn: grid and chart, or a mind map's tree, or why there is nothing; the selection's bar over it. */
export function PlanStage({ engine, ...props }: PlanStageProps) {
  const { view, layout, search, onChange, selection } = props;
  const { keys, sizing, titleWidth } = layout;
  const columns = useColumns({ view, keys, sizing, titleWidth, sort: search.sort });
  const selectedIds = useStore(selection, (state) => state.ids);
  const toggleRow = (id: string, expanded: boolean) =>
    onChange({ folded: [...fold(new Set(search.folded), { id, expanded })] });
  const { set, clear, pick } = selection.getState();
  const order = view.itemIds;
  const isEmpty = view.rows.length === 0;
  const edit = (startWith: StartWith) => props.onEdit([...selectedIds], startWith);
  return (
    <div className="relative min-h-0 flex-1">
      {isEmpty && (
        <PlanEmpty
          canLink={props.canLink}
          isFiltered={props.hasItems}
          onClearFilters={() => onChange(NO_FILTERS)}
          onAdd={() => onChange({ panel: "backlog" })}
        />
      )}
      {props.isMind ? (
        !isEmpty && (
          <Suspense>
            <ItemTree
              view={view}
              keys={layout.treeKeys.filter((key) => key !== "shift")}
              rowHeight={props.isPhone ? 48 : 28}
              selectedIds={selectedIds}
              onPick={(input) => pick({ ...input, order })}
              onSelectAll={() => set(new Set(order))}
              onClear={clear}
              onToggleRow={toggleRow}
              onOpenRow={props.onOpen}
            />
          </Suspense>
        )
      ) : (
        // Kept while a filter leaves nothing, so that the view is where it was when rows come back.
        <div className={isEmpty ? "invisible absolute inset-0" : "h-full"}>
          <Timeline
            ref={engine}
            view={view}
            links={props.layers.links}
            linkGestures={props.linkGestures}
            columns={columns}
            scale={search.scale ?? "week"}
            gridWidth={layout.gridWidth}
            selectedIds={selectedIds}
            onBarsChange={props.onBarsChange}
            onRefused={props.onRefused}
            onSelectionChange={set}
            onToggleRow={toggleRow}
            onOpenRow={props.onOpen}
            onColumnSort={(id) => onChange({ sort: nextSort(search.sort, id) })}
            onColumnMove={layout.moveColumn}
            onColumnResize={layout.resizeColumn}
            onScaleChange={(scale) => onChange({ scale })}
            onGridWidthChange={layout.setGridWidth}
            place={props.place.start()}
            onViewMove={props.onViewMove}
            onViewRest={props.place.note}
          />
        </div>
      )}
      <Floating>
        <SelectionToolbar
          count={selectedIds.size}
          onEdit={() => edit("nothing")}
          onAssign={() => edit("assignee")}
          onShift={() => edit("shift")}
          onLink={chainOf(props.onChain, selectedIds.size < 2 ? NO_IDS : order.filter((id) => selectedIds.has(id)))}
          onClear={clear}
        />
      </Floating>
    </div>
  );
}

const NO_IDS: readonly string[] = [];

function chainOf(chain: PlanStageProps["onChain"], ids: readonly string[]): (() => void) | undefined {
  return chain === null || ids.length < 2 ? undefined : () => chain(ids);
}

const NO_FILTERS = {
  q: undefined,
  status: undefined,
  type: undefined,
  assignee: undefined,
  sprint: undefined,
  priority: undefined,
} satisfies Partial<PlanSearch>;

/** Over the chart's lower edge, without catching what is meant for the chart. */
function Floating(props: { children: ReactNode }) {
  return (
    <div className="pointer-events-none absolute inset-x-3 bottom-3.5 z-(--g-z-toolbar) flex justify-center">
      {props.children}
    </div>
  );
}
