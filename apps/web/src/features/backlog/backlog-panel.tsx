import { type IsoDate, isIsoDate, MAX_ITEMS } from "@gantry/api-contract";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { BacklogChoice } from "./backlog-choice.tsx";
import { BacklogFooter } from "./backlog-footer.tsx";
import { BacklogGhost } from "./backlog-ghost.tsx";
import { BacklogList } from "./backlog-list.tsx";
import { BacklogSkeleton } from "./backlog-skeleton.tsx";
import { allMatching, type Choice, countChosen, NOTHING } from "./choice.ts";
import { type LinkWish, toWish } from "./link-wish.ts";
import { useBacklogItems } from "./use-backlog-items.ts";
import { type DropTarget, useChartDrag } from "./use-chart-drag.ts";
import { useUndatedCount } from "./use-undated-count.ts";

export type BacklogPanelProps = {
  plan: { projectId: string; planId: string };
  choice: Choice;
  onChoose: (choice: Choice) => void;
  today: IsoDate;
  target: DropTarget;
  /** The chosen items are to be linked; undated ones start on the day, if one is given. */
  onAdd: (wish: LinkWish) => void;
  onClose: () => void;
};

/** "Backlog": what can be added to the plan, chosen by box, range, tick or keyboard, then dragged or added. */
export function BacklogPanel(props: BacklogPanelProps) {
  const { plan, choice, today } = props;
  const words = useWords();
  const [search, setSearch] = useState(choice.kind === "all" ? choice.search : "");
  const [startOn, setStartOn] = useState("");
  const [letGo, setLetGo] = useState<{ choice: Choice & { kind: "all" }; count: number } | null>(null);
  const needle = useDeferredValue(search.trim());
  const backlog = useBacklogItems(plan, needle);
  const undated = useUndatedCount({ plan, items: backlog.items, choice });
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => field.current?.querySelector("input")?.focus(), []);
  const count = countChosen(choice, backlog.total);

  const choose = (next: Choice) => {
    setLetGo(null);
    props.onChoose(next);
  };
  const changeSearch = (text: string) => {
    setSearch(text);
    // All is what matches one search: with another one it would be something else than what was chosen.
    if (choice.kind !== "all" || text.trim() === choice.search) return;
    setLetGo({ choice, count });
    props.onChoose(NOTHING);
  };
  const goBack = () => {
    if (letGo === null) return;
    setSearch(letGo.choice.search);
    choose(letGo.choice);
  };
  const selectAll = () => !backlog.isStale && choose(allMatching(needle));
  const add = (day: IsoDate | null) => props.onAdd(toWish(choice, { total: backlog.total, day }));
  const addFromHere = () => add(isIsoDate(startOn) ? startOn : null);
  const { drag, start } = useChartDrag({ target: props.target, onDrop: add });
  const refusal =
    count === 0
      ? words.backlog.chooseFirst
      : choice.kind === "some" && count > MAX_ITEMS
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
        <SearchField label={words.backlog.search} value={search} onChange={changeSearch} />
      </div>
      <BacklogChoice
        choice={choice}
        count={count}
        total={backlog.total}
        isSearching={backlog.isStale}
        listed={needle === "" ? null : backlog.items}
        letGo={letGo === null ? null : { search: letGo.choice.search, count: letGo.count }}
        onSelectAll={selectAll}
        onClear={() => choose(NOTHING)}
        onGoBack={goBack}
      />
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
          choice={choice}
          onChoose={choose}
          onSelectAll={selectAll}
          hasMore={backlog.hasMore}
          onNearEnd={backlog.loadMore}
          onDragStart={start}
          onSubmit={() => refusal === undefined && addFromHere()}
        />
      )}
      <BacklogFooter
        count={count}
        undated={undated}
        startOn={startOn}
        onStartOnChange={setStartOn}
        refusal={refusal}
        onAdd={addFromHere}
      />
      {drag !== null && <BacklogGhost drag={drag} count={count} undated={undated} />}
    </aside>
  );
}
