import { type CoverageKind, MAX_ITEMS, type Project } from "@gantry/api-contract";
import { type ReactNode, useMemo, useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { EMPTY_SELECTION, pick, prune, rangeOf, type SelectionModel, union } from "../../lib/selection-model.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import type { ChosenItems } from "./coverage-page.tsx";
import { FindingsTable } from "./findings-table.tsx";
import { useFindings } from "./use-findings.ts";

type FindingsPaneProps = {
  project: Project;
  kind: CoverageKind;
  renderToolbar: (chosen: ChosenItems) => ReactNode;
};

/** The items of one kind in a project, of which some are chosen and changed at once. */
export function FindingsPane({ project, kind, renderToolbar }: FindingsPaneProps) {
  const { coverage: said } = useWords();
  const findings = useFindings({ projectId: project.id, kind });
  const [model, setModel] = useState<SelectionModel>(EMPTY_SELECTION);
  const [isLoadingAll, setLoadingAll] = useState(false);
  const { loaded, shown, total, head } = findings;
  // What has come to fit is gone from the list, and so from what is chosen.
  const selection = useMemo(() => prune(model, new Set(loaded.map(({ item }) => item.id))), [model, loaded]);
  const order = useMemo(() => shown.map(({ item }) => item.id), [shown]);
  const items = useMemo(
    () => loaded.flatMap(({ item }) => (selection.ids.has(item.id) ? [item] : [])),
    [loaded, selection],
  );

  const tick = (id: string, { shift }: { shift: boolean }) =>
    setModel(
      shift && selection.anchorId !== null
        ? {
            ids: union(selection.ids, rangeOf(order, { from: selection.anchorId, to: id })),
            anchorId: selection.anchorId,
          }
        : pick(selection, { id, order, shift: false, toggle: true }),
    );
  const selectAll = async () => {
    setLoadingAll(true);
    try {
      const all = await findings.loadAll(MAX_ITEMS);
      setModel({ ids: new Set(all.map(({ item }) => item.id)), anchorId: null });
    } finally {
      setLoadingAll(false);
    }
  };

  if (findings.error !== null) return <ErrorState error={findings.error} onRetry={findings.readAgain} />;
  if (findings.isPending || head === undefined) return <PaneSkeleton />;
  if (total === 0) return <EmptyState icon="check" text={said.nothing(project.name)} />;
  const gantts = head.canLink ? head.projectPlans.filter(({ type }) => type === "gantt") : null;
  const all = Math.min(total, MAX_ITEMS);
  return (
    <section aria-label={said.list(said.kind[kind], project.name)} className="flex flex-col">
      <div className="flex min-h-10 flex-wrap items-center gap-x-2 px-gutter py-1 text-xs text-muted lg:px-4">
        <span className="flex-1">{said.shown(shown.length, total)}</span>
        {selection.ids.size < all ? (
          <Button variant="link" className="text-xs" busy={isLoadingAll} onClick={() => void selectAll()}>
            {said.selectAll(all)}
          </Button>
        ) : (
          <Button variant="link" className="text-xs" onClick={() => setModel(EMPTY_SELECTION)}>
            {said.clear}
          </Button>
        )}
      </div>
      {head.failedPlans > 0 && (
        <Notice tone="warning" icon="health-at-risk" className="mx-gutter mb-2 lg:mx-4">
          {said.failedPlans(head.failedPlans)}
        </Notice>
      )}
      <FindingsTable
        label={said.list(said.kind[kind], project.name)}
        kind={kind}
        findings={shown}
        plans={head.projectPlans}
        projectId={project.id}
        ids={selection.ids}
        onTick={tick}
        onTickAll={(isOn) => setModel(isOn ? { ids: union(selection.ids, order), anchorId: null } : EMPTY_SELECTION)}
      />
      {shown.length < total && (
        <div className="px-gutter py-3 lg:px-4">
          <Button busy={findings.isReading} onClick={findings.showMore}>
            {said.more}
          </Button>
        </div>
      )}
      <div className="pointer-events-none sticky bottom-3.5 z-(--g-z-header) mt-4 flex min-h-10 justify-center px-2">
        {renderToolbar({ projectId: project.id, items, gantts, clear: () => setModel(EMPTY_SELECTION) })}
      </div>
    </section>
  );
}

function PaneSkeleton() {
  const words = useWords();
  return (
    <output className="motion-late block">
      <span className="sr-only">{words.common.loading}</span>
      {["w-64", "w-72", "w-56", "w-64", "w-48"].map((width, row) => (
        <div key={row} className="flex h-9 items-center gap-6 border-b border-border px-gutter lg:px-4">
          <Skeleton className={width} />
          <span className="flex-1" />
          <Skeleton className="w-28" />
        </div>
      ))}
    </output>
  );
}
