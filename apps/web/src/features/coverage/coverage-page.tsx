import { type CoverageKind, coverageKindSchema, type WorkItem } from "@gantry/api-contract";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useFormat } from "../../i18n/format.ts";
import { usePageTitle } from "../../i18n/use-page-title.ts";
import { useWords } from "../../i18n/use-words.ts";
import { sumCoverage } from "../../lib/coverage.ts";
import { coverageQueries, readCoverageOf } from "../../queries/coverage-queries.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import type { IconName } from "../../ui/icons/icons.ts";
import { ReportHead } from "../../ui/report-head.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import type { CoverageSearch } from "./coverage-search.ts";
import { FindingsPane } from "./findings-pane.tsx";
import { ProjectCounts } from "./project-counts.tsx";

const kindIcons: Record<CoverageKind, IconName> = {
  "no-plan": "health-empty",
  "plans-differ": "outcome-conflict",
  "closed-planned": "status-done",
  "outside-sprint": "clock",
};

/** What the chosen items of one project can be given to. */
export type ChosenItems = {
  projectId: string;
  items: readonly WorkItem[];
  clear: () => void;
  /** The project's Gantt charts; null where items can't be added from here. */
  gantts: readonly { id: string; name: string }[] | null;
};

export type CoveragePageProps = {
  search: CoverageSearch;
  onSearchChange: (search: CoverageSearch) => void;
  /** The bar over chosen items. */
  renderToolbar: (chosen: ChosenItems) => ReactNode;
};

/** Items that do not fit their plans: four kinds over all projects, and of one project the items themselves. */
export function CoveragePage({ search, onSearchChange, renderToolbar }: CoveragePageProps) {
  const words = useWords();
  const { coverage: said } = words;
  const format = useFormat();
  const client = useQueryClient();
  const reading = useQuery(coverageQueries.counts());
  usePageTitle(said.title);
  const kind = search.kind ?? "no-plan";
  const projects = reading.data?.projects ?? [];
  const found = projects.filter(({ read }) => (read?.counts[kind] ?? 0) > 0);
  // Nobody has to choose the only one; with several the one with the most is as good a start as any.
  const [most] = found.toSorted((left, right) => (right.read?.counts[kind] ?? 0) - (left.read?.counts[kind] ?? 0));
  const hasCounts = projects.some(({ read }) => read !== null);
  const isSettled = reading.data !== undefined && projects.every(({ isReading }) => !isReading);
  const chosen = projects.find(({ project }) => project.id === search.project) ?? (isSettled ? most : undefined);
  return (
    <div className="flex min-h-full flex-col pb-8">
      <ReportHead
        title={said.title}
        back={
          <Link to="/" className="hover:text-text hover:underline">
            {words.shell.plans}
          </Link>
        }
        projects={{ read: projects.filter(({ read }) => read !== null).length, all: projects.length }}
        readAt={reading.data?.readAt ?? null}
        isReading={reading.isFetching}
        onReadAgain={() => void reading.refetch()}
      />
      {reading.isError && projects.length === 0 ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : isSettled && projects.length === 0 ? (
        <EmptyState icon="project" text={said.noProjects} />
      ) : (
        <Tabs
          label={said.kinds}
          value={kind}
          onChange={(next) => onSearchChange({ kind: next, project: search.project })}
          tabs={coverageKindSchema.options.map((value) => ({
            value,
            label: said.kind[value],
            icon: kindIcons[value],
            ...(reading.data !== undefined && hasCounts && { count: format.number(sumCoverage(reading.data, value)) }),
          }))}
          panelClassName="flex min-h-0 flex-1 flex-col"
        >
          <p className="max-w-4xl px-gutter pt-3 pb-2 text-xs text-muted">{said.rule[kind]}</p>
          <div className="flex min-h-0 flex-1 max-lg:flex-col">
            <ProjectCounts
              projects={projects}
              kind={kind}
              chosenId={chosen?.project.id}
              onChoose={(project) => onSearchChange({ kind, project })}
              onReadAgain={(projectId) => void readCoverageOf(client, projectId)}
            />
            <div className="min-w-0 flex-1 max-lg:border-t max-lg:border-border">
              {chosen === undefined ? (
                isSettled && <EmptyState icon="check" text={found.length === 0 ? said.allFit : said.chooseProject} />
              ) : (
                <FindingsPane
                  key={`${chosen.project.id} ${kind}`}
                  project={chosen.project}
                  kind={kind}
                  renderToolbar={renderToolbar}
                />
              )}
            </div>
          </div>
        </Tabs>
      )}
    </div>
  );
}
