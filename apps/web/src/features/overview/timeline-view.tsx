import type { IsoDate } from "@gantry/api-contract";
import type { GanttEngine, GanttScale } from "@gantry/gantt";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { toGanttWords } from "../../i18n/gantt-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { useWorkingDays } from "../../lib/working-days.ts";
import { StillGantt } from "../../ui/still-gantt.tsx";
import type { OverviewLine } from "./plan-lines.ts";
import type { PlanRow } from "./plan-rows.ts";
import { toTimelineColumns } from "./timeline-columns.ts";
import { type TimelineEntry, toTimelineEntries } from "./timeline-entries.ts";
import { toTimelineRows } from "./timeline-rows.ts";
import { useOpenedPlans } from "./use-opened-plans.ts";
import { useShownEntries } from "./use-shown-entries.ts";

const ROW_HEIGHT_PX = 36;
const GRID_WIDTH_PX = 528;
const GROUPED_GRID_WIDTH_PX = 440;
const NARROW_GRID_WIDTH_PX = 150;

const noneFolded: ReadonlySet<string> = new Set();

export type TimelineViewProps = {
  lines: readonly OverviewLine[];
  rows: readonly PlanRow[];
  isGrouped: boolean;
  /** Ids of the plans whose items are shown. */
  openIds: readonly string[];
  today: IsoDate;
  onFold: (projectId: string) => void;
  onOpen: (planId: string) => void;
};

/** Every plan as one bar of one chart, in the table's order and under its filters; a plan opens into its items. */
export function TimelineView(props: TimelineViewProps) {
  const { lines, rows, isGrouped, openIds, today } = props;
  const words = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const isNarrow = useMediaQuery(media.tablet);
  const workingDays = useWorkingDays();
  const [scale, setScale] = useState<GanttScale>("month");
  const [folded, setFolded] = useState<ReadonlySet<string>>(noneFolded);
  const engine = useRef<GanttEngine | null>(null);
  const { opened, readAgain } = useOpenedPlans(rows, openIds);
  const entries = useMemo(() => toTimelineEntries(lines, { opened, folded }), [lines, opened, folded]);
  const byId = useMemo(() => new Map(entries.map((entry) => [entry.id, entry])), [entries]);
  const ganttRows = useMemo(() => toTimelineRows(entries, { words, format, today }), [entries, words, format, today]);
  const columns = useMemo(
    () => toTimelineColumns({ entryOf: (id) => byId.get(id), words, format, isNarrow, isGrouped }),
    [byId, words, format, isNarrow, isGrouped],
  );
  const ganttWords = useMemo(
    () => ({
      ...toGanttWords({ words, format, workingDays }),
      grid: words.overview.title,
      chart: words.overview.timeline,
    }),
    [words, format, workingDays],
  );
  // The chart keeps its listeners; what they do is looked up when something happens.
  const toggle = (entry: TimelineEntry | undefined) => {
    if (entry?.kind === "group") props.onFold(entry.group.project.id);
    if (entry?.kind === "plan") props.onOpen(entry.row.plan.id);
    if (entry?.kind === "item") setFolded((now) => flip(now, entry.id));
  };
  const go = (entry: TimelineEntry | undefined) => {
    if (entry === undefined) return;
    if (entry.kind === "group") return toggle(entry);
    if (entry.kind === "note") return entry.note === "failed" ? readAgain(entry) : undefined;
    const plan = entry.kind === "plan" ? { projectId: entry.row.project.id, planId: entry.row.plan.id } : entry;
    void navigate({
      to: "/projects/$projectId/plans/$planId",
      params: { projectId: plan.projectId, planId: plan.planId },
      ...(entry.kind === "item" && { search: { item: entry.item.id } }),
    });
  };
  const onViewMove = useShownEntries(entries);
  const latest = useRef({ byId, entries, toggle, go });
  useEffect(() => {
    latest.current = { byId, entries, toggle, go };
  });
  const listeners = useMemo(
    () => ({
      onToggleRow: (id: string) => latest.current.toggle(latest.current.byId.get(id)),
      onOpenRow: (id: string) => latest.current.go(latest.current.byId.get(id)),
    }),
    [],
  );
  useEffect(() => {
    const chosen = engine.current?.fit();
    if (chosen !== undefined) setScale(chosen);
  }, []);
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const index = nameRowOf(event);
      if (index !== null) latest.current.go(latest.current.entries[index]);
    };
    const element = host.current;
    element?.addEventListener("click", onClick);
    return () => element?.removeEventListener("click", onClick);
  }, []);
  return (
    <div ref={host} className="names-open min-h-104 flex-1 border-t border-border">
      <StillGantt
        ref={engine}
        rows={ganttRows}
        columns={columns}
        scale={scale}
        words={ganttWords}
        rowHeight={ROW_HEIGHT_PX}
        gridWidth={isNarrow ? NARROW_GRID_WIDTH_PX : isGrouped ? GROUPED_GRID_WIDTH_PX : GRID_WIDTH_PX}
        onScaleChange={setScale}
        onViewMove={onViewMove}
        {...listeners}
      />
    </div>
  );
}

/** Which row's name was pressed; null = something else was. */
function nameRowOf(event: MouseEvent): number | null {
  if (!(event.target instanceof Element)) return null;
  const name = event.target.closest('[data-column="title"] .g-gantt-cell-text');
  const index = name?.closest<HTMLElement>(".g-gantt-row")?.dataset["index"];
  return index === undefined ? null : Number(index);
}

function flip(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
