import { type IsoDate, isIsoDate, type WorkItem } from "@gantry/api-contract";
import { useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { DragGhost } from "../../ui/drag/drag-ghost.tsx";
import { type Point, usePointerDrag } from "../../ui/drag/use-pointer-drag.ts";
import { Popover } from "../../ui/popover.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { ItemTypeIcon } from "../../ui/work-items/item-type-icon.tsx";

/** Where a drop may land, answered by the chart. */
export type DropTarget = {
  dayAt: (point: Point) => IsoDate | null;
  showDay: (day: IsoDate | null) => void;
};

export type UnscheduledProps = {
  items: readonly WorkItem[];
  today: IsoDate;
  target: DropTarget;
  onSetDates: (item: WorkItem, dates: { start: IsoDate; end: IsoDate }) => void;
  onOpen: (id: string) => void;
};

const MOST_CHIPS = 60;

/** Items without dates: a chip each, to be dragged onto the chart or given dates by hand. */
export function Unscheduled(props: UnscheduledProps) {
  const { items } = props;
  const words = useWords();
  const format = useFormat();
  return (
    <section
      aria-label={words.plan.unscheduled}
      className="flex min-h-0 min-w-0 flex-1 flex-col px-3 py-1.5 short:flex-row short:items-center short:gap-3"
    >
      <div className="mb-1 flex items-baseline gap-2 text-xs short:mb-0">
        <h2 className="font-semibold">{words.plan.unscheduled}</h2>
        <span className="text-muted">{format.number(items.length)}</span>
        <span className="ml-auto truncate text-muted max-md:hidden short:hidden">
          {items.length === 0 ? words.plan.nothingUnscheduled : words.plan.unscheduledHint}
        </span>
      </div>
      <ul className="flex min-h-0 flex-1 flex-wrap content-start gap-1.5 overflow-y-auto max-md:flex-nowrap max-md:overflow-x-auto short:flex-nowrap short:overflow-x-auto">
        {items.slice(0, MOST_CHIPS).map((item) => (
          <li key={item.id} className="min-w-0 max-md:shrink-0 short:shrink-0">
            <Chip item={item} {...props} />
          </li>
        ))}
        {items.length > MOST_CHIPS && (
          <li className="self-center text-xs text-muted">{words.plan.more(items.length - MOST_CHIPS)}</li>
        )}
      </ul>
    </section>
  );
}

function Chip({ item, ...props }: UnscheduledProps & { item: WorkItem }) {
  const words = useWords();
  const format = useFormat();
  const [drag, setDrag] = useState<{ at: Point; day: IsoDate | null } | null>(null);
  const end = () => {
    props.target.showDay(null);
    setDrag(null);
  };
  const { start } = usePointerDrag({
    onMove: (at) => {
      const day = props.target.dayAt(at);
      props.target.showDay(day);
      setDrag({ at, day });
    },
    onDrop: (at) => {
      const day = props.target.dayAt(at);
      end();
      if (day !== null) props.onSetDates(item, { start: day, end: day });
    },
    onCancel: end,
  });
  const chip = (
    <button
      type="button"
      onPointerDown={(event) => event.pointerType !== "touch" && start(event)}
      className={`motion-hover inline-flex h-[1.4375rem] max-w-52 touch-manipulation items-center gap-1.5 rounded-sm border border-dashed border-border-strong bg-surface px-1.5 text-xs hover:bg-hover ${drag === null ? "" : "opacity-45"}`}
    >
      <ItemTypeIcon type={item.type} shape={item.shape} />
      <span className="truncate">{item.title}</span>
    </button>
  );
  return (
    <>
      <Popover label={words.plan.setDatesOf(item.title)} trigger={chip} placement="top-start">
        {(close) => <DatesForm item={item} {...props} close={close} />}
      </Popover>
      {drag !== null && (
        <DragGhost
          at={drag.at}
          icon="add"
          title={item.title}
          lines={[drag.day === null ? words.plan.dropOutside : words.plan.startsOn(format.weekday(drag.day))]}
          stacked={false}
          refused={drag.day === null}
        />
      )}
    </>
  );
}

function DatesForm({
  item,
  today,
  onSetDates,
  onOpen,
  close,
}: UnscheduledProps & { item: WorkItem; close: () => void }) {
  const words = useWords();
  const [start, setStart] = useState<string>(today);
  const [end, setEnd] = useState<string>(today);
  const isInverted = end < start;
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isIsoDate(start) || !isIsoDate(end) || isInverted) return;
        onSetDates(item, { start, end });
        close();
      }}
    >
      <p className="line-clamp-3 font-medium">{item.title}</p>
      <TextField
        label={words.plan.firstDay}
        type="date"
        required
        value={start}
        onChange={(event) => {
          setStart(event.target.value);
          if (end === "" || end < event.target.value) setEnd(event.target.value);
        }}
      />
      <TextField
        label={words.plan.lastDay}
        type="date"
        required
        value={end}
        error={isInverted ? words.plan.endBeforeStart : undefined}
        onChange={(event) => setEnd(event.target.value)}
      />
      <div className="flex justify-between gap-2">
        <Button
          variant="ghost"
          onClick={() => {
            close();
            onOpen(item.id);
          }}
        >
          {words.plan.open}
        </Button>
        <Button type="submit" variant="primary">
          {words.plan.setDates}
        </Button>
      </div>
    </form>
  );
}
