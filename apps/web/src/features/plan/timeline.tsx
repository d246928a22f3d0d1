import type {
  GanttBarChange,
  GanttColumn,
  GanttEngine,
  GanttLink,
  GanttPlace,
  GanttScale,
  GanttViewport,
} from "@gantry/gantt";
import "@gantry/gantt/gantt.css";
import { GanttView } from "@gantry/gantt/react";
import type { Ref } from "react";
import { useLanguage, useSettings } from "../../lib/settings.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import type { LinkGestures } from "./plan-layers.ts";
import type { PlanView } from "./use-plan-view.ts";

export type TimelineProps = {
  view: PlanView;
  links: readonly GanttLink[];
  linkGestures: LinkGestures;
  columns: readonly GanttColumn[];
  scale: GanttScale;
  gridWidth: number;
  selectedIds: ReadonlySet<string>;
  onBarsChange: (changes: readonly GanttBarChange[]) => void;
  onRefused?: ((reason: string) => void) | undefined;
  onSelectionChange: (ids: ReadonlySet<string>) => void;
  onToggleRow: (id: string, expanded: boolean) => void;
  onOpenRow: (id: string) => void;
  onColumnSort: (id: string) => void;
  onColumnMove: (id: string, toIndex: number) => void;
  onColumnResize: (id: string, width: number) => void;
  onScaleChange: (scale: GanttScale) => void;
  onGridWidthChange: (width: number) => void;
  /** Where the view starts; read when the chart is made. */
  place: GanttPlace | null;
  onViewMove: (viewport: GanttViewport) => void;
  onViewRest: (place: GanttPlace) => void;
  ref: Ref<GanttEngine | null>;
};

/** The tree-grid "Work items" beside the chart "Timeline", in one scroll. */
export function Timeline({ ref, ...props }: TimelineProps) {
  const { view } = props;
  const locale = useLanguage();
  const density = useSettings((settings) => settings.density);
  const isCoarse = useMediaQuery(media.coarse);
  const isPhone = useMediaQuery(media.phone);
  const { rowHeight, barHeight } = sizesOf({ isTouch: isCoarse || isPhone, density });
  return (
    <GanttView
      ref={ref}
      rows={view.ganttRows}
      links={props.links}
      columns={props.columns}
      sprints={view.sprintBands}
      scale={props.scale}
      today={view.today}
      locale={locale}
      words={view.ganttWords}
      rowHeight={rowHeight}
      barHeight={barHeight}
      gridWidth={props.gridWidth}
      dayKind={view.dayKind}
      selectedIds={props.selectedIds}
      onBarsChange={props.onBarsChange}
      onSelectionChange={props.onSelectionChange}
      onToggleRow={props.onToggleRow}
      onOpenRow={props.onOpenRow}
      onColumnSort={props.onColumnSort}
      onColumnMove={props.onColumnMove}
      onColumnResize={props.onColumnResize}
      onScaleChange={props.onScaleChange}
      onGridWidthChange={props.onGridWidthChange}
      place={props.place}
      onViewMove={props.onViewMove}
      onViewRest={props.onViewRest}
      {...props.linkGestures}
      {...(props.onRefused === undefined ? {} : { onRefused: props.onRefused })}
    />
  );
}

/** Pixels of a row and its bar, after the look's tokens. */
function sizesOf(on: { isTouch: boolean; density: "compact" | "comfortable" }): {
  rowHeight: number;
  barHeight: number;
} {
  if (on.isTouch) return { rowHeight: 48, barHeight: 16 };
  return on.density === "comfortable" ? { rowHeight: 36, barHeight: 20 } : { rowHeight: 28, barHeight: 16 };
}
