import type { ChangeSet, IsoDate, PlanDetail, WorkItem } from "@gantry/api-contract";
import type { GanttEngine } from "@gantry/gantt";
import { Suspense, useCallback, useMemo, useRef, useState } from "react";
import type { StartWith } from "../../features/batch-edit/draft.ts";
import type { ChoiceStore } from "../../features/backlog/choice-store.ts";
import type { LinkWish } from "../../features/backlog/link-wish.ts";
import { Dock } from "../../features/plan/dock.tsx";
import { EDIT_TOPIC } from "../../features/plan/edit-topic.ts";
import type { LinkPair } from "../../features/links/link-id.ts";
import type { PlanSearch } from "../../features/plan/plan-search.ts";
import { ToolButton, type ToolLook } from "../../features/plan/tool-button.tsx";
import { PlanToolbar } from "../../features/plan/plan-toolbar.tsx";
import { ProblemsButton } from "../../features/plan/problems-button.tsx";
import { useGridLayout } from "../../features/plan/use-grid-layout.ts";
import type { PlanView } from "../../features/plan/use-plan-view.ts";
import { useReschedule } from "../../features/plan/use-reschedule.ts";
import type { UndoControls } from "../../features/plan/use-undo.ts";
import type { SelectionStore } from "../../features/selection/selection-store.ts";
import { createViewChannel } from "../../features/plan/view-channel.ts";
import { useWords } from "../../i18n/use-words.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { showToast } from "../../ui/toasts.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ExportSession, ItemMarks, MarkDialogs } from "./later.ts";
import type { MarkDialog } from "./mark-dialogs.tsx";
import { MarkStrip } from "./mark-strip.tsx";
import { MarkTools } from "./mark-tools.tsx";
import { PlanSide } from "./plan-side.tsx";
import type { KeptPlace } from "./use-plan-address.ts";
import { useGoToRow } from "./use-go-to-row.ts";
import { useDrawnLinks } from "./use-drawn-links.ts";
import type { PlanMarks } from "./use-plan-marks.ts";
import { PlanStage } from "./plan-stage.tsx";

export type PlanBodyProps = {
  plan: { projectId: string; planId: string };
  detail: PlanDetail;
  view: PlanView;
  marks: PlanMarks;
  items: readonly WorkItem[];
  byId: ReadonlyMap<string, WorkItem>;
  search: PlanSearch;
  onChange: (change: Partial<PlanSearch>) => void;
  place: KeptPlace;
  undo: UndoControls;
  selection: SelectionStore;
  backlogChoice: ChoiceStore;
  isBacklogOpen: boolean;
  onEdit: (itemIds: readonly string[], startWith: StartWith) => void;
  onLink: (wish: LinkWish) => void;
  onStarted: (changeSet: ChangeSet) => void;
};

/** Below the plan's head: toolbar, stage, dock and side panels, which meet here. */
export function PlanBody(props: PlanBodyProps) {
  const { detail, view, search, onChange, marks } = props;
  const words = useWords();
  const engine = useRef<GanttEngine>(null);
  const isPhone = useMediaQuery(media.phone);
  const isMind = detail.plan.type === "mind";
  const layout = useGridLayout({ ...props, today: view.today });
  const [inView] = useState(createViewChannel);

  const reschedule = useReschedule({ ...props.plan, onStarted: props.onStarted, onUndo: props.undo.undoOne });
  const open = useCallback((id: string) => onChange({ item: id }), [onChange]);
  const target = useMemo(
    () => ({
      dayAt: ({ x, y }: { x: number; y: number }) => engine.current?.hitTest(x, y)?.day ?? null,
      showDay: (day: IsoDate | null) => engine.current?.showDropDay(day),
    }),
    [],
  );
  const setDates = (item: WorkItem, dates: { start: IsoDate; end: IsoDate }) =>
    reschedule([{ id: item.id, ...dates, progress: item.progress }]);
  const goTo = useGoToRow({ engine, view, byId: props.byId, search, onChange });
  const [dialog, setDialog] = useState<MarkDialog | null>(null);
  const openLinks = (pairs: readonly LinkPair[]) => setDialog({ kind: "links", pairs });
  const drawn = useDrawnLinks({ marks, view, isChart: !isMind, onOpen: openLinks });
  const chartTools = {
    onToday: () => engine.current?.scrollToToday(),
    onFit: () => {
      const scale = engine.current?.fit();
      if (scale !== undefined) onChange({ scale });
    },
  };

  const chooseBaseline = (baseline: string | undefined) => onChange({ baseline });
  const markTools = (look: ToolLook) => (
    <MarkTools look={look} marks={marks} search={search} onChange={onChange} onOpen={setDialog} />
  );

  const [isExporting, setExporting] = useState(false);
  const exportTool = (look: ToolLook) => (
    <ToolButton look={look} icon="export" label={words.takeAway.button} onClick={() => setExporting(true)} />
  );

  return (
    <>
      <PlanToolbar
        items={props.items}
        matching={view.matching}
        search={search}
        onChange={onChange}
        undo={props.undo}
        columns={isMind ? layout.treeChoice : layout.choice}
        chart={isMind ? null : chartTools}
        {...(isMind ? {} : { marks: markTools })}
        takeAway={exportTool}
        problems={
          view.problems.size > 0 ? <ProblemsButton problems={view.problems} byId={props.byId} onGoTo={goTo} /> : null
        }
      />
      <MarkStrip marks={marks} onGoTo={goTo} onClearBaseline={() => chooseBaseline(undefined)} />
      {!detail.canLink && (
        <Notice tone="neutral" icon="info" className="mx-gutter my-2 shrink-0 text-xs">
          {isMind ? words.plan.mindNotice : words.plan.ipdNotice}
        </Notice>
      )}
      <div className="relative flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          <PlanStage
            engine={engine}
            view={view}
            layers={drawn.layers}
            linkGestures={drawn.gestures}
            onChain={drawn.chain}
            onRefused={(text) => showToast({ text, isSpoken: true, topic: EDIT_TOPIC })}
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
            place={props.place}
            onViewMove={inView.tell}
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
              onGoTo={(point) => engine.current?.centreOn(point)}
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
          backlogChoice={props.backlogChoice}
          onChange={onChange}
          onOpen={open}
          onEdit={(ids) => props.onEdit(ids, "nothing")}
          onLink={props.onLink}
          marksOf={(itemId) =>
            isMind ? null : (
              <ItemMarks
                key={itemId}
                itemId={itemId}
                marks={marks}
                items={props.items}
                onOpenItem={open}
                onOpenLink={(pair) => openLinks([pair])}
              />
            )
          }
        />
        <Suspense>
          {dialog !== null && (
            <MarkDialogs
              dialog={dialog}
              onOpen={setDialog}
              plan={props.plan}
              marks={marks}
              today={view.today}
              onGoTo={goTo}
              onChooseBaseline={chooseBaseline}
            />
          )}
          {isExporting && (
            <ExportSession
              plan={props.plan}
              detail={detail}
              view={view}
              layers={marks.layers}
              layout={layout}
              items={props.items}
              search={search}
              isPhone={isPhone}
              onClose={() => setExporting(false)}
            />
          )}
        </Suspense>
      </div>
    </>
  );
}
