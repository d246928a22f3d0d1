import type { Load, LoadItem, LoadQuery, Person } from "@gantry/api-contract";
import { MOST_WEEKS_LATER } from "@gantry/schedule";
import { type PointerEvent, useEffect, useRef, useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { capacityOf, hoursTooMany } from "./load-rows.ts";
import { PanelHead, type PanelSum } from "./panel-head.tsx";
import { PanelItem } from "./panel-item.tsx";
import type { CellKey } from "./team-search.ts";
import { useCellItems } from "./use-cell-items.ts";

export type CellPanelProps = {
  cell: CellKey;
  person: Person | null;
  load: Load;
  query: LoadQuery;
  isFiltered: boolean;
  /** The item at the pointer. */
  heldId: string | null;
  onPointerDown: (item: LoadItem, event: PointerEvent) => void;
  /** What is there, whenever it was read, for members and moves. */
  onItems: (items: readonly LoadItem[]) => void;
  onMove: (item: LoadItem) => void;
  /** Answers what came of it, where nothing did. */
  onRebalance: (items: readonly LoadItem[]) => string | null;
  onClose: () => void;
};

/** The work of one cell, from which items are moved. */
export function CellPanel(props: CellPanelProps) {
  const { cell, person, load, onItems } = props;
  const words = useWords();
  const format = useFormat();
  const said = words.team.panel;
  const { reading, items, total } = useCellItems(props.query, cell);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [came, setCame] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [cell.personId, cell.week]);
  useEffect(() => onItems(items), [onItems, items]);
  useEscape(panel, props.onClose);
  const week = load.weeks.findIndex(({ start }) => start === cell.week);
  const sum = sumOf(props, week);
  const chosen = items.filter(({ item }) => selected.has(item.id));
  const canRebalance = week >= 0 && (person === null ? sum.hours > 0 : sum.tooMany > 0);
  const onSelect = (id: string, on: boolean) => {
    const next = new Set(selected);
    if (on) next.add(id);
    else next.delete(id);
    setSelected(next);
    setCame(null);
  };
  return (
    <aside
      ref={panel}
      aria-label={said.label}
      className="flex w-78 shrink-0 flex-col border-l border-border bg-surface max-lg:absolute max-lg:inset-y-0 max-lg:right-0 max-lg:z-(--g-z-panel) max-lg:shadow-lg max-md:w-full"
    >
      <PanelHead
        person={person}
        when={
          cell.week === "unscheduled" ? words.team.unscheduledTitle : words.team.week.name(format.longDay(cell.week))
        }
        sum={sum}
        heading={heading}
        onClose={props.onClose}
      />
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-0.5 pb-3">
        {reading.isPending && (
          <div role="status" aria-label={said.loading} className="flex flex-col gap-6 py-4">
            <Skeleton className="w-44" />
            <Skeleton className="w-52" />
            <Skeleton className="w-36" />
          </div>
        )}
        {reading.isError && items.length === 0 && (
          <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
        )}
        <ul className="flex flex-col gap-2">
          {items.map((item) => (
            <PanelItem
              key={item.item.id}
              item={item}
              today={load.today}
              isSelected={selected.has(item.item.id)}
              isHeld={props.heldId === item.item.id}
              onSelect={(on) => onSelect(item.item.id, on)}
              onMove={() => props.onMove(item)}
              onPointerDown={(event) => props.onPointerDown(item, event)}
            />
          ))}
        </ul>
        {reading.hasNextPage && (
          <Button
            variant="link"
            className="mt-2"
            busy={reading.isFetchingNextPage}
            onClick={() => void reading.fetchNextPage()}
          >
            {said.more(total - items.length)}
          </Button>
        )}
        {reading.isSuccess && items.length === 0 && <p className="py-6 text-muted">{said.empty}</p>}
        {items.length > 0 && <p className="mt-3 text-xs text-muted max-md:hidden">{said.hint}</p>}
        {items.length > 0 && <p className="mt-3 text-xs text-muted md:hidden">{said.touchHint}</p>}
        {props.isFiltered && <p className="mt-1 text-xs text-muted">{said.filtered}</p>}
      </div>
      {items.length > 0 && week >= 0 && (
        <footer className="border-t border-border px-4 py-3">
          <Button
            icon="team"
            disabledReason={canRebalance ? undefined : said.notOver}
            onClick={() => setCame(props.onRebalance(chosen.length > 0 ? chosen : items))}
          >
            {said.rebalance(chosen.length)}
          </Button>
          <output className="mt-2 block text-xs text-muted empty:hidden">{came}</output>
          {came === null && canRebalance && (
            <p className="mt-2 text-xs text-muted">
              {words.common.sentences([
                said.rebalanceHow(MOST_WEEKS_LATER),
                chosen.length === 0 && items.length < total ? said.rebalanceShown(items.length) : "",
              ])}
            </p>
          )}
        </footer>
      )}
    </aside>
  );
}

function sumOf({ cell, load, person }: CellPanelProps, week: number): PanelSum {
  const mine = load.people.find((one) => (one.person?.id ?? null) === cell.personId);
  if (cell.week === "unscheduled") {
    const { hours = 0, withoutHours = 0 } = mine?.unscheduled ?? {};
    return { hours, capacity: null, tooMany: 0, withoutHours, overdue: 0 };
  }
  const { hours = 0, withoutHours = 0, overdue = 0 } = mine?.cells.find((one) => one.week === week) ?? {};
  const known = load.weeks[week];
  const capacity = known === undefined ? 0 : capacityOf(known);
  return { hours, capacity, tooMany: person === null ? 0 : hoursTooMany(hours, capacity), withoutHours, overdue };
}

/** Escape pressed anywhere inside closes it. */
function useEscape(panel: { current: HTMLElement | null }, onClose: () => void): void {
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    const element = panel.current;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      latest.current();
    };
    element?.addEventListener("keydown", onKeyDown);
    return () => element?.removeEventListener("keydown", onKeyDown);
  }, [panel]);
}
