import type { IsoDate, PlanDetail, WorkItem } from "@gantry/api-contract";
import type { GanttEngine } from "@gantry/gantt";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { StartWith } from "../../features/batch-edit/draft.ts";
import type { LinkWish } from "../../features/backlog/link-wish.ts";
import { Dock } from "../../features/plan/dock.tsx";
import { ItemPanel } from "../../features/plan/item-panel.tsx";
import { ItemTree } from "../../features/plan/item-tree.tsx";
import { PlanEmpty } from "../../features/plan/plan-empty.tsx";
import { fold, type PlanSearch } from "../../features/plan/plan-search.ts";
import { PlanToolbar } from "../../features/plan/plan-toolbar.tsx";
import { Timeline } from "../../features/plan/timeline.tsx";
import { useGridLayout } from "../../features/plan/use-grid-layout.ts";
import { type PlanView, useColumns } from "../../features/plan/use-plan-view.ts";
import { useReschedule } from "../../features/plan/use-reschedule.ts";
import type { UndoControls } from "../../features/plan/use-undo.ts";
import type { SelectionStore } from "../../features/selection/selection-store.ts";
import { SelectionToolbar } from "../../features/selection/selection-toolbar.tsx";
import { useWords } from "../../i18n/use-words.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { Notice } from "../../ui/notice.tsx";
import { BacklogSide } from "./backlog-side.tsx";

export type PlanBodyProps = {
  plan: { projectId: string; planId: string };
  detail: PlanDetail;
  view: PlanView;
  items: readonly WorkItem[];
  byId: ReadonlyMap<string, WorkItem>;
  search: PlanSearch;
  onChange: (change: Partial<PlanSearch>) => void;
  undo: UndoControls;
  selection: SelectionStore;
  backlogSelection: SelectionStore;
  isBacklogOpen: boolean;
  onEdit: (itemIds: readonly string[], startWith: StartWith) => void;
  onLink: (wish: LinkWish) => void;
  onStarted: (changeSetId: string) => void;
};

/** Below the plan's head: toolbar, grid and chart (or tree), dock, side panels, and the selection's bar. */
export function PlanBody(props: PlanBodyProps) {
  const { detail, view, search, onChange, selection } = props;
  const words = useWords();
  const engine = useRef<GanttEngine>(null);
  const isPhone = useMediaQuery(media.phone);
  const isMind = detail.plan.type === "mind";
  const selectedIds = useStore(selection, (state) => state.ids);
  const layout = useGridLayout({ search, isBacklogOpen: props.isBacklogOpen, items: props.items, today: view.today });
  const columns = useColumns({ view, keys: layout.keys, sizing: layout.sizing, titleWidth: layout.titleWidth });
  const [inView, setInView] = useState<{ start: IsoDate; end: IsoDate } | null>(null);
  const stage = useRef<HTMLDivElement>(null);

  const reschedule = useReschedule({ ...props.plan, onStarted: props.onStarted, onUndo: props.undo.undoOne });
  const folded = useMemo(() => new Set(search.folded), [search.folded]);
  const toggleRow = (id: string, expanded: boolean) => onChange({ folded: [...fold(folded, { id, expanded })] });
  const open = useCallback((id: string) => onChange({ item: id }), [onChange]);
  const target = useMemo(
    () => ({
      dayAt: ({ x, y }: { x: number; y: number }) => engine.current?.hitTest(x, y)?.day ?? null,
      showDay: (day: IsoDate | null) => engine.current?.showDropDay(day),
    }),
    [],
  );
  const noteView = ({ day }: { day: IsoDate }) => {
    const box = stage.current?.getBoundingClientRect();
    const last = box === undefined ? undefined : engine.current?.hitTest(box.right - 24, box.top + box.height / 2);
    setInView({ start: day, end: last?.day ?? day });
  };
  const order = view.rows.map((row) => row.item.id);
  const { set, clear, pick } = selection.getState();
  const setDates = (item: WorkItem, dates: { start: IsoDate; end: IsoDate }) =>
    reschedule([{ id: item.id, ...dates, progress: item.progress }]);

  return (
    <>
      <PlanToolbar
        items={props.items}
        matching={view.matching}
        search={search}
        onChange={onChange}
        undo={props.undo}
        columns={isMind ? layout.treeKeys : layout.keys}
        compact={isPhone}
        chart={
          isMind
            ? null
            : {
                onToday: () => engine.current?.scrollToToday(),
                onFit: () => {
                  const scale = engine.current?.fit();
                  if (scale !== undefined) onChange({ scale });
                },
              }
        }
      />
      {!detail.canLink && (
        <Notice tone="neutral" icon="info" className="mx-gutter my-2 shrink-0 text-xs">
          {isMind ? words.plan.mindNotice : words.plan.ipdNotice}
        </Notice>
      )}
      <div className="relative flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          <div ref={stage} className="relative min-h-0 flex-1">
            {view.rows.length === 0 ? (
              <PlanEmpty
                canLink={detail.canLink}
                isFiltered={props.items.length > 0}
                onClearFilters={() => onChange(NO_FILTERS)}
                onAdd={() => onChange({ panel: "backlog" })}
              />
            ) : isMind ? (
              <ItemTree
                view={view}
                keys={layout.treeKeys}
                rowHeight={isPhone ? 48 : 28}
                selectedIds={selectedIds}
                onPick={(input) => pick({ ...input, order })}
                onSelectAll={() => set(new Set(order))}
                onClear={clear}
                onToggleRow={toggleRow}
                onOpenRow={open}
              />
            ) : (
              <Timeline
                ref={engine}
                view={view}
                columns={columns}
                scale={search.scale ?? "week"}
                gridWidth={layout.gridWidth}
                selectedIds={selectedIds}
                onBarsChange={reschedule}
                onSelectionChange={set}
                onToggleRow={toggleRow}
                onOpenRow={open}
                onGridWidthChange={layout.setGridWidth}
                onViewRest={noteView}
              />
            )}
            <Floating>
              <SelectionToolbar
                count={selectedIds.size}
                onEdit={() => props.onEdit([...selectedIds], "nothing")}
                onAssign={() => props.onEdit([...selectedIds], "assignee")}
                onShift={() => props.onEdit([...selectedIds], "shift")}
                onClear={clear}
              />
            </Floating>
          </div>
          {!isMind && (
            <Dock
              view={view}
              colour={search.colour ?? "status"}
              target={target}
              inView={inView}
              leftWidth={layout.gridWidth}
              onSetDates={setDates}
              onOpen={open}
              onGoTo={(day) => engine.current?.scrollToDay(day)}
            />
          )}
        </div>
        {search.item !== undefined && (
          <ItemPanel
            id={search.item}
            item={props.byId.get(search.item)}
            row={view.rowOf(search.item)}
            parent={props.byId.get(props.byId.get(search.item)?.parentId ?? "")}
            today={view.today}
            onOpen={open}
            onEdit={(item) => props.onEdit([item.id], "nothing")}
            onClose={() => onChange({ item: undefined })}
          />
        )}
        {props.isBacklogOpen && search.item === undefined && (
          <BacklogSide
            plan={props.plan}
            selection={props.backlogSelection}
            today={view.today}
            target={target}
            onAdd={props.onLink}
            onClose={() => onChange({ panel: undefined })}
          />
        )}
      </div>
    </>
  );
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
