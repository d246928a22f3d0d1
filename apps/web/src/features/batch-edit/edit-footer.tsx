import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { PreviewSummary } from "../../ui/work-items/preview/preview-summary.tsx";
import type { BatchEdit } from "./use-batch-edit.ts";

/** What is to be sent, in how many calls and how long; then the way back, the preview and the one way on. */
export function EditFooter({ edit, onCancel }: { edit: BatchEdit; onCancel: () => void }) {
  const words = useWords();
  const said = words.batchEdit;
  const canApply = edit.isCurrent && edit.agreed.length > 0;
  return (
    <>
      <div aria-live="polite" className="mr-auto min-w-0 max-md:w-full md:min-h-9">
        {canApply && edit.preview !== null && (
          <PreviewSummary preview={edit.preview} ticked={edit.agreed} end={said.undoable} />
        )}
      </div>
      <Button onClick={onCancel}>{words.common.cancel}</Button>
      <Button
        icon="eye"
        variant={canApply ? "secondary" : "primary"}
        disabledReason={edit.isTouched ? undefined : said.tickFirst}
        busy={edit.isPreviewing}
        onClick={edit.readPreview}
      >
        {said.preview}
      </Button>
      {canApply && (
        <Button variant="primary" icon="check" busy={edit.isApplying} onClick={edit.apply}>
          {said.apply(edit.agreed.length)}
        </Button>
      )}
    </>
  );
}
