import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { ChangesTable } from "./changes-table.tsx";
import type { BatchEdit } from "./use-batch-edit.ts";

const SKELETON_ROWS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** The right half of the dialog: what would change, or why that is not shown. */
export function PreviewPane({ edit }: { edit: BatchEdit }) {
  const words = useWords();
  const { preview } = edit;
  if (edit.isPreviewing) {
    return (
      <div role="status" aria-label={words.common.loading} className="px-4 pt-2">
        {SKELETON_ROWS.map((row) => (
          <div key={row} className="flex h-8 items-center gap-6 border-b border-border">
            <Skeleton className="w-4" />
            <Skeleton className="w-40" />
            <Skeleton className="w-24" />
            <Skeleton className="w-24" />
          </div>
        ))}
      </div>
    );
  }
  if (edit.error !== null) {
    return <ErrorState error={edit.error} onRetry={edit.isCurrent ? edit.apply : edit.readPreview} />;
  }
  if (preview === null) return <EmptyState icon="eye" text={words.batchEdit.previewHint} />;
  return (
    <div className="flex h-full flex-col">
      {!edit.isCurrent && (
        <Notice
          tone="warning"
          icon="health-watch"
          className="m-2"
          action={
            <Button variant="link" onClick={edit.readPreview}>
              {words.batchEdit.previewAgain}
            </Button>
          }
        >
          {words.batchEdit.stale}
        </Notice>
      )}
      {preview.changes.length === 0 && <p className="px-4 py-3 text-md">{words.batchEdit.nothingToChange}</p>}
      <div className={`min-h-0 flex-1 ${edit.isCurrent ? "" : "opacity-60"}`}>
        <ChangesTable preview={preview} unticked={edit.unticked} onUntick={edit.setUnticked} />
      </div>
    </div>
  );
}
