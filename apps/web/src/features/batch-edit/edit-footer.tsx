import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { countItems } from "./preview-rows.ts";
import type { BatchEdit } from "./use-batch-edit.ts";

/** What is to be sent, in how many calls and how long; then the way back, the preview and the one way on. */
export function EditFooter({ edit, onCancel }: { edit: BatchEdit; onCancel: () => void }) {
  const words = useWords();
  const said = words.batchEdit;
  const canApply = edit.isCurrent && edit.agreed.length > 0;
  return (
    <>
      <div aria-live="polite" className="mr-auto min-w-0 max-md:w-full">
        {canApply && <Summary edit={edit} />}
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

function Summary({ edit }: { edit: BatchEdit }) {
  const said = useWords().batchEdit;
  if (edit.preview === null) return null;
  const { upstreamCalls, estimateMs } = edit.preview;
  const calls = edit.unticked.size === 0 ? said.calls(upstreamCalls) : said.atMostCalls(upstreamCalls);
  return (
    <>
      <p className="font-semibold">{said.summary(edit.agreed.length, countItems(edit.agreed))}</p>
      <p className="text-xs text-muted">{said.estimate(calls, Math.max(1, Math.round(estimateMs / 1000)))}</p>
    </>
  );
}
