import type { ChangeSet } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n/use-words.ts";
import { changeSetMutations } from "../../queries/change-set-mutations.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { countOf } from "../../ui/work-items/outcomes.ts";
import { titleOf } from "./title.ts";
import { useDownload } from "./use-download.ts";

/** What it is, its state, and what can be done with it now. */
export function ChangeSetHeader(props: { changeSet: ChangeSet; onOpen: (id: string) => void }) {
  const { changeSet } = props;
  const words = useWords();
  const said = words.changeSet;
  const queryClient = useQueryClient();
  const undo = useMutation(changeSetMutations.undo(queryClient));
  const retry = useMutation(changeSetMutations.retry(queryClient));
  const cancel = useMutation(changeSetMutations.cancel(queryClient));
  const download = useDownload(changeSet.id);
  const isOver = changeSet.state === "finished";
  const isWaiting = changeSet.state.startsWith("waiting");
  const undoRefusal = changeSet.canUndo
    ? undefined
    : !isOver
      ? said.stillRuns
      : changeSet.undoneBy === null
        ? said.cannotUndo
        : said.undoneAlready;
  const failed = countOf(changeSet, "failed");
  const retryRefusal = !isOver ? said.stillRuns : changeSet.canRetry && failed > 0 ? undefined : said.cannotRetry;
  return (
    <header className="flex min-h-(--g-head) shrink-0 flex-wrap items-center gap-x-3 gap-y-2 px-gutter py-2">
      <nav aria-label={said.breadcrumb} className="flex items-center gap-3 text-sm text-muted max-md:hidden">
        <Link to="/changes" className="hover:text-text hover:underline">
          {said.changes}
        </Link>
        <span aria-hidden="true" className="text-faint">
          /
        </span>
      </nav>
      <h1 className="min-w-0 truncate text-xl font-semibold">{titleOf(changeSet, words)}</h1>
      <Badge
        tone={isOver ? "neutral" : isWaiting ? "warning" : "accent"}
        icon={isOver ? "check" : isWaiting ? "clock" : "outcome-sending"}
      >
        {words.changes.state[changeSet.state]}
      </Badge>
      <span className="flex-1 max-md:hidden" />
      <div className="flex flex-wrap items-center gap-2">
        <Button icon="export" busy={download.isPending} onClick={() => download.mutate()}>
          {said.downloadCsv}
        </Button>
        <Button
          icon="undo"
          disabledReason={undoRefusal}
          busy={undo.isPending}
          onClick={() => undo.mutate({ id: changeSet.id }, { onSuccess: (undoing) => props.onOpen(undoing.id) })}
        >
          {said.undo}
        </Button>
        <Button
          icon="retry"
          variant={retryRefusal === undefined ? "primary" : "secondary"}
          disabledReason={retryRefusal}
          busy={retry.isPending}
          onClick={() => retry.mutate({ id: changeSet.id, unknown: false })}
        >
          {said.retry}
        </Button>
        {changeSet.canCancel && (
          <Button
            icon="stop"
            variant="danger"
            busy={cancel.isPending}
            onClick={() => cancel.mutate({ id: changeSet.id })}
          >
            {said.cancel}
          </Button>
        )}
      </div>
    </header>
  );
}
