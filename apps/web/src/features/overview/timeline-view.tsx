import type { IsoDate } from "@gantry/api-contract";
import type { GanttEngine, GanttScale } from "@gantry/gantt";
import "@gantry/gantt/gantt.css";
import { GanttView } from "@gantry/gantt/react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { toGanttWords } from "../../i18n/gantt-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useLanguage } from "../../lib/settings.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { useWorkingDays } from "../../lib/working-days.ts";
import type { PlanRow } from "./plan-rows.ts";
import { toTimelineColumns, toTimelineRows } from "./timeline-rows.ts";

const ROW_HEIGHT_PX = 36;
const BAR_HEIGHT_PX = 20;
const GRID_WIDTH_PX = 518;
const NARROW_GRID_WIDTH_PX = 140;

const nothing: readonly never[] = [];
const noSelection: ReadonlySet<string> = new Set();
const ignore = () => undefined;

/** Every plan as one bar of one chart, in the table's order and under its filters. */
export function TimelineView(props: { rows: readonly PlanRow[]; today: IsoDate }) {
  const { rows, today } = props;
  const words = useWords();
  const format = useFormat();
  const locale = useLanguage();
  const navigate = useNavigate();
  const isNarrow = useMediaQuery(media.tablet);
  const workingDays = useWorkingDays();
  const [scale, setScale] = useState<GanttScale>("month");
  const engine = useRef<GanttEngine | null>(null);
  const ganttRows = useMemo(() => toTimelineRows(rows, { words, format }), [rows, words, format]);
  const columns = useMemo(() => toTimelineColumns(rows, { words, format, isNarrow }), [rows, words, format, isNarrow]);
  const ganttWords = useMemo(
    () => ({
      ...toGanttWords({ words, format, workingDays }),
      grid: words.overview.title,
      chart: words.overview.timeline,
    }),
    [words, format, workingDays],
  );
  const openPlan = useMemo(() => {
    const projects = new Map(rows.map(({ plan, project }) => [plan.id, project.id]));
    return (planId: string) =>
      void navigate({
        to: "/projects/$projectId/plans/$planId",
        params: { projectId: projects.get(planId) ?? "", planId },
      });
  }, [rows, navigate]);
  useEffect(() => {
    const chosen = engine.current?.fit();
    if (chosen !== undefined) setScale(chosen);
  }, []);
  return (
    <div className="min-h-80 flex-1 border-t border-border">
      <GanttView
        ref={engine}
        rows={ganttRows}
        links={nothing}
        columns={columns}
        sprints={nothing}
        scale={scale}
        today={today}
        locale={locale}
        words={ganttWords}
        rowHeight={ROW_HEIGHT_PX}
        barHeight={BAR_HEIGHT_PX}
        gridWidth={isNarrow ? NARROW_GRID_WIDTH_PX : GRID_WIDTH_PX}
        dayKind={workingDays.kindOf}
        selectedIds={noSelection}
        onBarsChange={ignore}
        onSelectionChange={ignore}
        onToggleRow={ignore}
        onOpenRow={openPlan}
        onScaleChange={setScale}
      />
    </div>
  );
}
