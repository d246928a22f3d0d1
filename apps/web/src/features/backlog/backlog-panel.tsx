import { type IsoDate, isIsoDate, MAX_ITEMS } from "@gantry/api-contract";
import { useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { addableQueries } from "../../queries/addable-queries.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { BacklogFooter } from "./backlog-footer.tsx";
import { BacklogGhost } from "./backlog-ghost.tsx";
import { BacklogList } from "./backlog-list.tsx";
import { BacklogSkeleton } from "./backlog-skeleton.tsx";
import type { LinkWish } from "./link-wish.ts";
import { useBacklogItems } from "./use-backlog-items.ts";
import { type DropTarget, useChartDrag } from "./use-chart-drag.ts";
import { type AllMatching, useUndatedCount } from "./use-undated-count.ts";

export type BacklogPanelProps = {
  plan: { projectId: string; planId: string };
  selectedIds: ReadonlySet<string>;
  onPick: (input: { id: string; shift: boolean; toggle: boolean; order: readonly string[] }) => void;
  onSelect: (ids: ReadonlySet<string>) => void;
  today: IsoDate;
  target: DropTarget;
  /** The chosen items are to be linked; undated ones start on the day, if one is given. */
  onAdd: (wish: LinkWish) => void;
  onClose: () => void;
};

/** "Backlog": what can be added to the plan, chosen by box, range, tick or keyboard, then dragged or added. */
export function BacklogPanel(props: BacklogPanelProps) {
  const { plan, selectedIds, onSelect, today } = props;
  const words = useWords();
  const queryClient = useQueryClient();
  const [search, setSearch] = useState("");
  const [startOn, setStartOn] = useState("");
  const [all, setAll] = useState<AllMatching | null>(null);
  const needle = useDeferredValue(search.trim());
  const backlog = useBacklogItems(plan, needle);
  const undated = useUndatedCount({ items: backlog.items, selectedIds, all });
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => field.current?.querySelector("input")?.focus(), []);

  const selectAll = async () => {
    const answer = await queryClient.fetchQuery({ ...addableQueries.ids(plan, { search: needle }), staleTime: 0 });
    const ids = new Set(answer.ids);
    setAll({ ids, undated: answer.undated });
    onSelect(ids);
  };
  const add = (day: IsoDate | null) => props.onAdd({ itemIds: [...selectedIds], scheduleUndatedOn: day });
  const addFromHere = () => add(isIsoDate(startOn) ? startOn : null);
  const { drag, start } = useChartDrag({ target: props.target, onDrop: add });
  const refusal =
    selectedIds.size === 0
      ? words.backlog.chooseFirst
      : selectedIds.size > MAX_ITEMS
        ? words.backlog.tooMany(MAX_ITEMS)
        : undefined;

  return (
    <aside
      aria-label={words.backlog.panel}
      className="flex w-82 shrink-0 flex-col border-l border-border bg-surface max-xl:absolute max-xl:inset-y-0 max-xl:right-0 max-xl:z-(--g-z-panel) max-xl:shadow-lg max-md:fixed max-md:inset-0 max-md:z-(--g-z-dialog) max-md:w-full"
    >
      <header className="flex items-baseline gap-2 px-4 pt-3">
        <h2 className="text-lg font-semibold">{words.backlog.panel}</h2>
        <span className="flex-1 text-xs text-muted">
          {!backlog.isPending && backlog.error === null && words.backlog.canBeAdded(backlog.total)}
        </span>
        <IconButton icon="close" label={words.common.close} onClick={props.onClose} className="-mr-1.5 self-center" />
      </header>
      <div ref={field} className="px-4 pt-2">
        <SearchField label={words.backlog.search} value={search} onChange={setSearch} />
      </div>
      <div className="flex h-10 shrink-0 items-center justify-between gap-2 border-b border-border px-4 text-xs">
        <span role="status" className={selectedIds.size === 0 ? "text-faint" : "text-text"}>
          {words.backlog.selected(selectedIds.size)}
        </span>
        {selectedIds.size > 0 && selectedIds.size >= backlog.total ? (
          <Button variant="link" className="text-xs" onClick={() => onSelect(new Set())}>
            {words.backlog.clear}
          </Button>
        ) : (
          backlog.total > 0 && (
            <Button variant="link" className="text-xs" onClick={() => void selectAll()}>
              {words.backlog.selectAllMatching(backlog.total)}
            </Button>
          )
        )}
      </div>
      {backlog.error !== null ? (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <ErrorState error={backlog.error} onRetry={backlog.readAgain} />
        </div>
      ) : backlog.isPending ? (
        <BacklogSkeleton />
      ) : backlog.items.length === 0 ? (
        <div className="min-h-0 flex-1">
          <EmptyState icon="search" text={needle === "" ? words.backlog.empty : words.backlog.noneMatch(needle)} />
        </div>
      ) : (
        <BacklogList
          items={backlog.items}
          total={backlog.total}
          today={today}
          selectedIds={selectedIds}
          onPick={props.onPick}
          onSelect={onSelect}
          onSelectAll={() => void selectAll()}
          hasMore={backlog.hasMore}
          onNearEnd={backlog.loadMore}
          onDragStart={start}
          onSubmit={() => refusal === undefined && addFromHere()}
        />
      )}
      <BacklogFooter
        count={selectedIds.size}
        undated={undated}
        startOn={startOn}
        onStartOnChange={setStartOn}
        refusal={refusal}
        onAdd={addFromHere}
      />
      {drag !== null && <BacklogGhost drag={drag} count={selectedIds.size} undated={undated} />}
    </aside>
  );
}
