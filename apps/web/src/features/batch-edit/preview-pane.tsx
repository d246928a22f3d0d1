import { useEffect, useRef } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PreviewSkeleton } from "../../ui/work-items/preview/preview-skeleton.tsx";
import { PreviewTable } from "../../ui/work-items/preview/preview-table.tsx";
import type { BatchEdit } from "./use-batch-edit.ts";

/** The right half of the dialog: what would change, or why that is not shown. */
export function PreviewPane({ edit }: { edit: BatchEdit }) {
  const words = useWords();
  const { preview } = edit;
  const pane = useRef<HTMLDivElement>(null);
  // On a phone it stands below the form.
  useEffect(() => {
    // In braces: newer browsers return a promise, which is no clean-up.
    pane.current?.scrollIntoView({ block: "nearest" });
  }, [preview]);
  if (edit.isPreviewing) return <PreviewSkeleton label={words.common.loading} />;
  if (edit.error !== null) {
    return <ErrorState error={edit.error} onRetry={edit.isCurrent ? edit.apply : edit.readPreview} />;
  }
  if (preview === null) return <EmptyState icon="eye" text={words.batchEdit.previewHint} />;
  return (
    <div ref={pane} className="flex h-full flex-col">
      {!edit.isCurrent && (
        <Notice
          tone="warning"
          icon="health-at-risk"
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
        <PreviewTable preview={preview} unticked={edit.unticked} onUntick={edit.setUnticked} />
      </div>
    </div>
  );
}
