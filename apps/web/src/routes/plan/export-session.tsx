import type { PlanDetail, WorkItem } from "@gantry/api-contract";
import { useMemo, useState } from "react";
import { ExportDialog } from "../../features/export/export-dialog.tsx";
import type { ExportScope, ExportSource } from "../../features/export/export-source.ts";
import { sayFieldValue } from "../../features/plan/field-values.ts";
import type { PlanLayers } from "../../features/plan/plan-layers.ts";
import { FILTER_KEYS, type PlanSearch } from "../../features/plan/plan-search.ts";
import type { GridLayout } from "../../features/plan/use-grid-layout.ts";
import { type PlanView, usePlanView } from "../../features/plan/use-plan-view.ts";
import { usePrintColumns } from "../../features/plan/use-print-columns.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useWorkingDays } from "../../lib/working-days.ts";
import { usePlanQueries } from "./use-plan-queries.ts";

const NO_ITEMS: readonly WorkItem[] = [];

export type ExportSessionProps = {
  plan: { projectId: string; planId: string };
  detail: PlanDetail;
  /** As the page shows it. */
  view: PlanView;
  layers: PlanLayers;
  layout: GridLayout;
  items: readonly WorkItem[];
  search: PlanSearch;
  isPhone: boolean;
  onClose: () => void;
};

/** The plan as a file: hands the export what the page shows, or all of it without filters and folds. */
export function ExportSession(props: ExportSessionProps) {
  const { detail, layers, search } = props;
  const words = useWords();
  const workingDays = useWorkingDays();
  const [scope, setScope] = useState<ExportScope>("shown");
  const { sprints } = usePlanQueries(props.plan);
  const unfiltered = useMemo(() => withoutFilters(search), [search]);
  // Made only when it is asked for.
  const items = scope === "all" ? props.items : NO_ITEMS;
  const whole = usePlanView({ items, sprints, search: unfiltered, layers });
  const view = scope === "all" ? whole : props.view;
  const columns = usePrintColumns({ view, layout: props.layout, isPhone: props.isPhone, sort: search.sort });
  const source = useMemo((): ExportSource => {
    const key = search.colour ?? "status";
    return {
      plan: { name: detail.plan.name, projectId: detail.project.id, projectName: detail.project.name },
      today: view.today,
      scale: search.scale ?? "week",
      rows: view.ganttRows,
      columns,
      itemOf: (id) => {
        const row = view.rowOf(id);
        return row?.kind === "item" ? row.item : undefined;
      },
      links: layers.links,
      sprints: view.sprintBands,
      dayKind: view.dayKind,
      workingDays: workingDays.count,
      ganttWords: view.ganttWords,
      legend: view.colouring.legend.map(({ id, name, category }) => ({
        name: id === null ? words.plan.others : sayFieldValue(name, { key, words }),
        category,
      })),
    };
  }, [detail, view, columns, layers, workingDays, search.scale, search.colour, words]);
  return <ExportDialog source={source} scope={scope} onScopeChange={setScope} onClose={props.onClose} />;
}

function withoutFilters(search: PlanSearch): PlanSearch {
  const none = Object.fromEntries(FILTER_KEYS.map((key) => [key, undefined]));
  return { ...search, ...none, q: undefined, folded: undefined };
}
