import type { ChangeSet, LoadItem } from "@gantry/api-contract";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { usePageTitle } from "../../i18n/use-page-title.ts";
import { useWords } from "../../i18n/use-words.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { DragGhost } from "../../ui/drag/drag-ghost.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { CellPanel } from "./cell-panel.tsx";
import { LoadGrid, type LoadGridHandle } from "./load-grid.tsx";
import { toTable } from "./load-rows.ts";
import { LoadTroubles } from "./load-troubles.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { MovesDialog } from "./moves-dialog.tsx";
import { TeamHead } from "./team-head.tsx";
import { type CellKey, fromOpenCell, type TeamSearch, toOpenCell } from "./team-search.ts";
import { TeamSkeleton } from "./team-skeleton.tsx";
import { TeamToolbar } from "./team-toolbar.tsx";
import { UnscheduledMenu } from "./unscheduled-menu.tsx";
import { useTeamLoad } from "./use-team-load.ts";
import { useTeamMoves } from "./use-team-moves.ts";
import { useWeekWindow } from "./use-week-window.ts";

export type TeamPageProps = {
  search: TeamSearch;
  onSearchChange: (search: TeamSearch) => void;
  /** The row of saved views. */
  views: ReactNode;
  /** A change set from its start to its outcome. */
  renderJob: (changeSet: ChangeSet) => ReactNode;
  onSeeChangeSet: (id: string) => void;
};

const NO_ITEMS: readonly LoadItem[] = [];

/** Who has too much to do, and when: people by weeks, and a cell's work beside it, from where it is moved. */
export function TeamPage({ search, onSearchChange, views, renderJob, onSeeChangeSet }: TeamPageProps) {
  const words = useWords();
  const format = useFormat();
  const isPhone = useMediaQuery(media.phone);
  usePageTitle(words.team.title);
  const { query, reading, load, whole, frame, overview, team } = useTeamLoad(search);
  const { area, first, count, steps } = useWeekWindow(load, { from: search.from, isPhone });
  const [items, setItems] = useState(NO_ITEMS);
  const grid = useRef<LoadGridHandle>(null);
  const openKey = toOpenCell(search);
  const open = openKey !== null && load !== undefined ? openKey : null;
  const isFiltered = search.project !== undefined || search.plan !== undefined;
  const moving = useTeamMoves({ cell: open, load: whole, frame, items, isFiltered });
  const change = (changes: Partial<TeamSearch>) => onSearchChange({ ...search, ...changes });
  const openCell = (cell: CellKey) => change(fromOpenCell(cell));
  const close = () => {
    change(fromOpenCell(null));
    setItems(NO_ITEMS);
    if (open !== null) grid.current?.focusCell(open);
  };
  const onItems = useCallback((known: readonly LoadItem[]) => setItems(known), []);
  const table = useMemo(
    () =>
      load === undefined
        ? null
        : toTable(load, {
            first,
            count,
            search: search.q ?? "",
            show: search.show ?? "everyone",
            compare: format.compare,
          }),
    [load, first, count, search.q, search.show, format],
  );
  const hasRows = table !== null && (table.rows.length > 0 || table.nobody !== null);

  return (
    <div className="relative flex h-full flex-col">
      <TeamHead
        load={load}
        people={table?.people ?? 0}
        byItems={search.by === "items"}
        progress={overview}
        isReadingMembers={team.isFetching}
      />
      {views}
      <TeamToolbar load={load} search={search} steps={steps} onChange={change} />
      <LoadTroubles
        error={load === undefined ? null : reading.error}
        failed={overview.failed}
        areMembersMissing={team.isError || (team.data?.failed.length ?? 0) > 0}
        onRetry={() => {
          overview.readAgain();
          void reading.refetch();
          void team.refetch();
        }}
      />
      <div className="flex min-h-0 flex-1">
        <div ref={area} className="flex min-w-0 flex-1 flex-col">
          {reading.isError && load === undefined && (
            <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
          )}
          {reading.isPending && <TeamSkeleton />}
          {table !== null && !hasRows && <EmptyState icon="team" text={sayEmpty(table.people)} />}
          {table !== null && hasRows && (
            <LoadGrid
              table={table}
              today={load?.today ?? table.columns[0]?.start ?? "1970-01-01"}
              byItems={search.by === "items"}
              open={open}
              drop={moving.drop}
              onOpen={openCell}
              handle={grid}
            />
          )}
          {load !== undefined && table !== null && (
            <div className="mt-auto flex shrink-0 flex-wrap items-center gap-3 border-t border-border px-3 empty:hidden">
              <UnscheduledMenu load={load} sum={table.unscheduled} onOpen={openCell} />
              {hasRows && table.foot.every((sum) => sum.items === 0) && (
                <p className="py-1.5 text-xs text-muted">{words.team.nothingLeft}</p>
              )}
            </div>
          )}
        </div>
        {open !== null && load !== undefined && (
          <CellPanel
            key={`${open.personId} ${open.week}`}
            cell={open}
            person={load.people.find(({ person }) => person?.id === open.personId)?.person ?? null}
            load={load}
            query={query}
            isFiltered={isFiltered}
            heldId={moving.drag?.item.item.id ?? null}
            onPointerDown={moving.onPointerDown}
            onItems={onItems}
            onMove={moving.ask}
            onRebalance={moving.rebalanceCell}
            onClose={close}
          />
        )}
      </div>
      <div aria-live="polite" className="sr-only">
        {moving.spoken}
      </div>
      {moving.ghost !== null && <DragGhost {...moving.ghost} icon="shift" stacked />}
      {moving.asking !== null && (
        <MoveDialog
          key={moving.asking.item.item.id}
          {...moving.asking}
          onPreview={(move) => moving.propose([move])}
          onClose={() => moving.ask(null)}
        />
      )}
      {moving.proposed !== null && (
        <MovesDialog
          {...moving.proposed}
          renderJob={renderJob}
          onSeeChangeSet={onSeeChangeSet}
          onClose={moving.endProposal}
        />
      )}
    </div>
  );

  function sayEmpty(people: number): string {
    if (people === 0) return overview.isReading || team.isFetching ? words.common.loading : words.team.noPeople;
    if (search.q !== undefined || search.show === undefined) return words.team.noMatch;
    return words.team.noneShown[search.show];
  }
}
