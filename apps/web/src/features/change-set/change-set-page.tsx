import type { ChangeResult, ChangeSet } from "@gantry/api-contract";
import { useCallback, useState } from "react";
import { usePageTitle } from "../../i18n/use-page-title.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useIsMine } from "../../queries/use-is-mine.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { ChangeSetProgress } from "../../ui/work-items/change-set-progress.tsx";
import { ChangeSetHeader } from "./change-set-header.tsx";
import type { ChangeSetSearch } from "./change-set-search.ts";
import { ChangeSetSide } from "./change-set-side.tsx";
import { ChangeSetSkeleton } from "./change-set-skeleton.tsx";
import { CodeList } from "./codes/code-list.tsx";
import { CodeSelect } from "./codes/code-select.tsx";
import { DownloadStrip } from "./download/download-strip.tsx";
import { useDownload } from "./download/use-download.ts";
import { OutcomeTabs } from "./outcome-tabs.tsx";
import { ResultDialog } from "./result-dialog.tsx";
import { ResultsTable } from "./results-table.tsx";
import { StateHint } from "./state-hint.tsx";
import { titleOf } from "./title.ts";
import { useResults } from "./use-results.ts";

export type ChangeSetPageProps = {
  id: string;
  search: ChangeSetSearch;
  onSearchChange: (search: ChangeSetSearch) => void;
  /** The reader wants to undo it (or redo, where it undid something). */
  onUndo: (changeSet: ChangeSet) => void;
};

const NOBODY = { createdBy: { id: "", numericId: null, name: "" } };

/** One change set: how far it is, what became of each change and why, and the ways on. */
export function ChangeSetPage({ id, search, onSearchChange, onUndo }: ChangeSetPageProps) {
  const words = useWords();
  const said = words.changeSet;
  const { head, results, show } = useResults(id, search);
  const [opened, setOpened] = useState<ChangeResult | null>(null);
  const download = useDownload(id);
  const changeSet = head.data?.changeSet;
  const isMine = useIsMine(changeSet ?? NOBODY);
  usePageTitle(changeSet === undefined ? said.changes : titleOf(changeSet, words));
  const onCode = useCallback(
    (code: string | undefined) => onSearchChange({ ...search, code }),
    [search, onSearchChange],
  );

  if (changeSet === undefined) {
    return head.error === null ? (
      <ChangeSetSkeleton />
    ) : (
      <ErrorState error={head.error} onRetry={() => void head.refetch()} />
    );
  }
  const codes = head.data?.codes ?? [];
  const isFiltered = search.outcome !== undefined || search.code !== undefined;
  return (
    <div className="flex h-full min-h-0 flex-col max-lg:h-auto max-lg:min-h-full">
      <ChangeSetHeader
        changeSet={changeSet}
        isMine={isMine}
        isDownloading={download.state.kind === "reading"}
        onDownload={download.start}
        onUndo={() => onUndo(changeSet)}
      />
      <div className="shrink-0 px-gutter pb-4">
        <DownloadStrip download={download} />
        <ChangeSetProgress changeSet={changeSet} end={<StateHint changeSet={changeSet} isMine={isMine} />} />
      </div>
      <div className="flex min-h-0 flex-1 max-lg:flex-col">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col max-lg:h-[32rem] max-lg:flex-none">
          <OutcomeTabs
            changeSet={changeSet}
            outcome={search.outcome}
            onOutcome={(outcome) => onSearchChange({ ...search, outcome })}
            end={<CodeSelect codes={codes} code={search.code} onCode={onCode} />}
          >
            {results.length === 0 ? (
              <EmptyState
                icon="outcome-unchanged"
                text={isFiltered ? (search.code === undefined ? said.nothingHere : said.nothingFits) : said.gone}
                action={isFiltered && <Button onClick={() => onSearchChange({})}>{said.clearFilters}</Button>}
              />
            ) : (
              <ResultsTable results={results} onShow={show} onOpen={setOpened} />
            )}
          </OutcomeTabs>
        </div>
        <ChangeSetSide changeSet={changeSet} isMine={isMine}>
          <CodeList codes={codes} code={search.code} onCode={onCode} />
        </ChangeSetSide>
      </div>
      {opened !== null && <ResultDialog result={opened} changeSet={changeSet} onClose={() => setOpened(null)} />}
    </div>
  );
}
