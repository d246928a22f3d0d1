import type { IsoDate, WorkItem } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Legend } from "./legend.tsx";
import { Minimap } from "./minimap/minimap.tsx";
import type { ColourKey } from "./plan-search.ts";
import { type DropTarget, Unscheduled } from "./unscheduled.tsx";
import type { PlanView } from "./use-plan-view.ts";
import type { ViewChannel } from "./view-channel.ts";

export type DockProps = {
  view: PlanView;
  colour: ColourKey;
  target: DropTarget;
  inView: ViewChannel;
  /** Width of the tree-grid above; 0 on a phone. */
  leftWidth: number;
  onSetDates: (item: WorkItem, dates: { start: IsoDate; end: IsoDate }) => void;
  onOpen: (id: string) => void;
  /** Brings a point of the plan to the middle of the chart. */
  onGoTo: (point: { day: number; row: number }) => void;
};

/** Below the chart: what has no dates, and the whole plan in small with the colours' meaning. */
export function Dock(props: DockProps) {
  const { view, leftWidth } = props;
  const words = useWords();
  const format = useFormat();
  const { span } = view;
  return (
    <div className="flex h-22 shrink-0 border-t border-border bg-sunken max-md:h-auto short:h-auto">
      <div className="flex min-w-0 shrink-0 max-md:w-full" style={leftWidth === 0 ? {} : { width: leftWidth }}>
        <Unscheduled
          items={view.unscheduled}
          today={view.today}
          target={props.target}
          onSetDates={props.onSetDates}
          onOpen={props.onOpen}
        />
      </div>
      {span !== null && (
        <div className="@container flex min-w-0 flex-1 flex-col gap-1 border-l border-border px-3 py-1.5 max-md:hidden short:hidden">
          <div className="flex items-baseline justify-between gap-4">
            <p className="hidden shrink-0 text-xs text-muted @2xl:block">
              {words.plan.wholePlan(format.monthAndYear(span.start), format.monthAndYear(span.end))}
            </p>
            <Legend colour={props.colour} entries={view.colouring.legend} />
          </div>
          <Minimap rows={view.ganttRows} span={span} today={view.today} view={props.inView} onGoTo={props.onGoTo} />
        </div>
      )}
    </div>
  );
}
