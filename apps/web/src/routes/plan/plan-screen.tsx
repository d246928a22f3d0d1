import type { ChangeSet } from "@gantry/api-contract";
import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Suspense, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { StartWith } from "../../features/batch-edit/draft.ts";
import { countOverdue } from "../../features/plan/item-dates.ts";
import { PlanHeader } from "../../features/plan/plan-header.tsx";
import { PlanSkeleton } from "../../features/plan/plan-skeleton.tsx";
import { toStep } from "../../features/plan/edit-history.ts";
import { recordStep } from "../../features/plan/history-store.ts";
import { useJobWatch } from "../../features/plan/use-job-watch.ts";
import { usePlanView } from "../../features/plan/use-plan-view.ts";
import { type UndoToSee, useUndo } from "../../features/plan/use-undo.ts";
import { useUndoKeys } from "../../features/plan/use-undo-keys.ts";
import { NOTHING } from "../../features/backlog/choice.ts";
import { createChoiceStore } from "../../features/backlog/choice-store.ts";
import type { LinkWish } from "../../features/backlog/link-wish.ts";
import { createSelectionStore } from "../../features/selection/selection-store.ts";
import { useWords } from "../../i18n/use-words.ts";
import { usePageTitle } from "../../i18n/use-page-title.ts";
import { useShownProjects } from "../../lib/shown-projects.ts";
import { planQueries } from "../../queries/plan-queries.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { useOnFirstAct } from "../../lib/use-on-first-act.ts";
import { EditSession, LinkSession, loadLater, UndoSession } from "./later.ts";
import { PlanBody } from "./plan-body.tsx";
import { SharePlan } from "./share-plan.tsx";
import { usePlanMarks } from "./use-plan-marks.ts";
import { usePlanQueries } from "./use-plan-queries.ts";
import { usePlanAddress } from "./use-plan-address.ts";

const route = getRouteApi("/app/projects/$projectId/plans/$planId");

/** What lies over the page: editing some items, linking some, or what an undo would put back. */
type Over =
  | { kind: "edit"; itemIds: readonly string[]; startWith: StartWith }
  | { kind: "link"; wish: LinkWish }
  | { kind: "undo"; undo: UndoToSee };

/** A plan's page: puts its features side by side and lets them know of each other. */
export function PlanScreen() {
  const plan = route.useParams();
  const { search, change, place } = usePlanAddress();
  const navigate = route.useNavigate();
  const queryClient = useQueryClient();
  const words = useWords();
  const { detail, items, list, byId, sprints } = usePlanQueries(plan);
  const [selection] = useState(createSelectionStore);
  const [backlogChoice] = useState(createChoiceStore);
  const [over, setOver] = useState<Over | null>(null);
  useOnFirstAct(loadLater);
  const prune = useStore(selection, (state) => state.prune);
  usePageTitle(detail.data?.plan.name ?? words.shell.plans);
  useShownProjects([plan.projectId]);
  useEffect(() => prune(new Set(byId.keys())), [byId, prune]);

  const seeChangeSet = (id: string) => void navigate({ to: "/changes/$id", params: { id } });
  const watch = useJobWatch(plan, seeChangeSet);
  const undo = useUndo(plan, {
    onStarted: (id) => void watch(id),
    onSee: (toSee) => setOver({ kind: "undo", undo: toSee }),
    isCovered: over !== null,
  });
  useUndoKeys(undo);
  const isChart = detail.data?.plan.type === "gantt";
  const marks = usePlanMarks({ plan, items: list, byId, search, isChart, onUndo: undo.undoOne });
  const view = usePlanView({ items: list, sprints, search, layers: marks.layers });
  const started = (changeSet: ChangeSet) => {
    recordStep(plan.planId, toStep(changeSet));
    return watch(changeSet.id);
  };
  const present = (ids: readonly string[]) => {
    const now = queryClient.getQueryData(planQueries.items(plan).queryKey)?.items ?? [];
    const wanted = new Set(ids);
    return new Set(now.flatMap(({ id }) => (wanted.has(id) ? [id] : [])));
  };
  const overdue = useMemo(() => countOverdue(list, view.today), [list, view.today]);

  const error = detail.error ?? (items.data === undefined ? items.error : null);
  if (error !== null) {
    const readAgain = () => void Promise.all([detail.refetch(), items.refetch()]);
    return <ErrorState error={error} onRetry={readAgain} />;
  }
  if (detail.data === undefined) return <PlanSkeleton />;
  const { canLink } = detail.data;
  const isBacklogOpen = canLink && search.panel === "backlog";
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PlanHeader
        detail={detail.data}
        read={items.data === undefined ? null : { total: items.data.total, at: items.data.readAt, overdue }}
        isReading={items.isFetching}
        onReadAgain={() => void items.refetch()}
        backlog={
          canLink
            ? { isOpen: isBacklogOpen, toggle: () => change({ panel: isBacklogOpen ? undefined : "backlog" }) }
            : null
        }
        actions={<SharePlan detail={detail.data} items={list} />}
      />
      {items.data === undefined ? (
        <PlanSkeleton />
      ) : (
        <PlanBody
          plan={plan}
          detail={detail.data}
          view={view}
          marks={marks}
          items={list}
          byId={byId}
          search={search}
          onChange={change}
          place={place}
          undo={undo}
          selection={selection}
          backlogChoice={backlogChoice}
          isBacklogOpen={isBacklogOpen}
          onEdit={(itemIds, startWith) => setOver({ kind: "edit", itemIds, startWith })}
          onLink={(wish) => setOver({ kind: "link", wish })}
          onStarted={(changeSet) => void started(changeSet)}
        />
      )}
      <Suspense>
        {over?.kind === "edit" && (
          <EditSession
            projectId={plan.projectId}
            plan={detail.data.plan}
            itemIds={over.itemIds}
            byId={byId}
            startWith={over.startWith}
            onStarted={(changeSet) => void started(changeSet)}
            onSeeChangeSet={seeChangeSet}
            onClose={() => setOver(null)}
          />
        )}
        {over?.kind === "link" && (
          <LinkSession
            plan={{ ...plan, name: detail.data.plan.name }}
            wish={over.wish}
            onStarted={(changeSet, itemIds) => {
              // The next step is mostly with what was added.
              void started(changeSet).then(() => selection.getState().set(present(itemIds)));
              backlogChoice.getState().choose(NOTHING);
            }}
            onSeeChangeSet={seeChangeSet}
            onClose={() => setOver(null)}
          />
        )}
        {over?.kind === "undo" && (
          <UndoSession
            changeSet={over.undo.step}
            mode={over.undo.mode}
            onStarted={over.undo.onStarted}
            onSeeChangeSet={seeChangeSet}
            onClose={({ isFutile }) => {
              if (isFutile) over.undo.onFutile();
              setOver(null);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
