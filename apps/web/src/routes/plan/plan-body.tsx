import type { IsoDate, PlanDetail, WorkItem } from "@gantry/api-contract";
import type { GanttEngine } from "@gantry/gantt";
import { useCallback, useMemo, useRef, useState } from "react";
import type { StartWith } from "../../features/batch-edit/draft.ts";
import type { LinkWish } from "../../features/backlog/link-wish.ts";
import { Dock } from "../../features/plan/dock.tsx";
import type { LinkGestures, PlanLayers } from "../../features/plan/plan-layers.ts";
import type { PlanSearch } from "../../features/plan/plan-search.ts";
import { PlanToolbar } from "../../features/plan/plan-toolbar.tsx";
import { useGridLayout } from "../../features/plan/use-grid-layout.ts";
import type { PlanView } from "../../features/plan/use-plan-view.ts";
import { useReschedule } from "../../features/plan/use-reschedule.ts";
import type { UndoControls } from "../../features/plan/use-undo.ts";
import type { SelectionStore } from "../../features/selection/selection-store.ts";
import { useWords } from "../../i18n/use-words.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { Notice } from "../../ui/notice.tsx";
import { PlanSide } from "./plan-side.tsx";
import { PlanStage } from "./plan-stage.tsx";

export type PlanBodyProps = {
  plan: { projectId: string; planId: string };
  detail: PlanDetail;
  view: PlanView;
  layers: PlanLayers;
  linkGestures: LinkGestures;
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

/** Below the plan's head: toolbar, stage, dock and side panels, which meet here. */
export function PlanBody(props: PlanBodyProps) {
  const { detail, view, search, onChange } = props;
  const words = useWords();
  const engine = useRef<GanttEngine>(null);
  const stage = useRef<HTMLDivElement>(null);
  const isPhone = useMediaQuery(media.phone);
  const isMind = detail.plan.type === "mind";
  const layout = useGridLayout({ search, isBacklogOpen: props.isBacklogOpen, items: props.items, today: view.today });
  const [inView, setInView] = useState<{ start: IsoDate; end: IsoDate } | null>(null);

  const reschedule = useReschedule({ ...props.plan, onStarted: props.onStarted, onUndo: props.undo.undoOne });
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
  const setDates = (item: WorkItem, dates: { start: IsoDate; end: IsoDate }) =>
    reschedule([{ id: item.id, ...dates, progress: item.progress }]);
  const chartTools = {
    onToday: () => engine.current?.scrollToToday(),
    onFit: () => {
      const scale = engine.current?.fit();
      if (scale !== undefined) onChange({ scale });
    },
  };

  return (
    <>
      <PlanToolbar
        items={props.items}
        matching={view.matching}
        search={search}
        onChange={onChange}
        undo={props.undo}
        columns={isMind ? layout.treeKeys : layout.keys}
        chart={isMind ? null : chartTools}
      />
      {!detail.canLink && (
        <Notice tone="neutral" icon="info" className="mx-gutter my-2 shrink-0 text-xs">
          {isMind ? words.plan.mindNotice : words.plan.ipdNotice}
        </Notice>
      )}
      <div className="relative flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          <PlanStage
            engine={engine}
            stage={stage}
            view={view}
            layers={props.layers}
            linkGestures={props.linkGestures}
            layout={layout}
            search={search}
            onChange={onChange}
            selection={props.selection}
            isMind={isMind}
            isPhone={isPhone}
            hasItems={props.items.length > 0}
            canLink={detail.canLink}
            onOpen={open}
            onEdit={props.onEdit}
            onBarsChange={reschedule}
            onViewRest={noteView}
          />
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
        <PlanSide
          plan={props.plan}
          view={view}
          byId={props.byId}
          today={view.today}
          target={target}
          itemId={search.item}
          isBacklogOpen={props.isBacklogOpen}
          backlogSelection={props.backlogSelection}
          onChange={onChange}
          onOpen={open}
          onEdit={(ids) => props.onEdit(ids, "nothing")}
          onLink={props.onLink}
        />
      </div>
    </>
  );
}
