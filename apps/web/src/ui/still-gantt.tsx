import type { GanttEngine } from "@gantry/gantt";
import "@gantry/gantt/gantt.css";
import { GanttView, type GanttViewProps } from "@gantry/gantt/react";
import type { Ref } from "react";
import { useToday } from "../lib/clock.ts";
import { useLanguage } from "../lib/settings.ts";
import { media, useMediaQuery } from "../lib/use-media-query.ts";
import { useWorkingDays } from "../lib/working-days.ts";

const COARSE_ROW_PX = 48;
const BAR_HEIGHT_PX = 16;

const nothing: readonly never[] = [];
const noSelection: ReadonlySet<string> = new Set();
const ignore = () => undefined;

type Told =
  | "rows"
  | "columns"
  | "scale"
  | "words"
  | "gridWidth"
  | "onToggleRow"
  | "onOpenRow"
  | "onScaleChange"
  | "onViewMove";

export type StillGanttProps = Pick<GanttViewProps, Told> & {
  ref: Ref<GanttEngine | null>;
  /** Under a pointer; under a finger rows are taller. */
  rowHeight: number;
};

/** A chart that is read: nothing in it is chosen, moved or linked. */
export function StillGantt({ rowHeight, ...told }: StillGanttProps) {
  const today = useToday();
  const locale = useLanguage();
  const isCoarse = useMediaQuery(media.coarse);
  const workingDays = useWorkingDays();
  return (
    <GanttView
      {...told}
      links={nothing}
      sprints={nothing}
      today={today}
      locale={locale}
      rowHeight={isCoarse ? COARSE_ROW_PX : rowHeight}
      barHeight={BAR_HEIGHT_PX}
      dayKind={workingDays.kindOf}
      selectedIds={noSelection}
      onBarsChange={ignore}
      onSelectionChange={ignore}
    />
  );
}
