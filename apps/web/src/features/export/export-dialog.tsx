import { useMemo, useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { showToast } from "../../ui/toasts.tsx";
import { DEFAULT_CHOICE, type ExportChoice } from "./export-choice.ts";
import { ExportOptions } from "./export-options.tsx";
import { ExportProgress } from "./export-progress.tsx";
import type { ExportScope, ExportSource } from "./export-source.ts";
import { forecast } from "./forecast.ts";
import { spanOf } from "./lay-out.ts";
import { useExport } from "./use-export.ts";

export type ExportDialogProps = {
  source: ExportSource;
  scope: ExportScope;
  onScopeChange: (scope: ExportScope) => void;
  onClose: () => void;
};

/** Chooses what file to make of the plan, says what it will be, makes it, and hands it to the browser. */
export function ExportDialog({ source, scope, onScopeChange, onClose }: ExportDialogProps) {
  const words = useWords();
  const format = useFormat();
  const { takeAway } = words;
  const [choice, setChoice] = useState<ExportChoice>(DEFAULT_CHOICE);
  const { state, progress, start, cancel } = useExport({
    onDone: (name) => {
      showToast({ text: takeAway.done(name) });
      onClose();
    },
  });
  const span = useMemo(() => spanOf(source), [source]);
  const expected = useMemo(
    () => forecast(source, { choice, span, words, format }),
    [source, choice, span, words, format],
  );
  const isRunning = state.kind === "running";
  const failures = { font: takeAway.fontFailed, canvas: takeAway.tooLarge, other: takeAway.failed };
  return (
    <Dialog
      open
      size="md"
      title={takeAway.title}
      description={source.plan.name}
      closeOnOutsidePress={false}
      onClose={() => {
        cancel();
        onClose();
      }}
      footer={
        <>
          <p role="status" className="min-w-0 flex-1 basis-full text-xs text-muted md:basis-60">
            {!isRunning && expected.text}
          </p>
          <Button onClick={isRunning ? cancel : onClose}>{words.common.cancel}</Button>
          <Button
            variant="primary"
            icon="export"
            busy={isRunning}
            disabledReason={expected.refusal ?? undefined}
            onClick={() => void start(source, { choice, span })}
          >
            {takeAway.button}
          </Button>
        </>
      }
    >
      {isRunning ? (
        <ExportProgress progress={progress} />
      ) : (
        <div className="flex flex-col gap-4">
          <ExportOptions
            choice={choice}
            onChange={(change) => setChoice((before) => ({ ...before, ...change }))}
            scope={scope}
            onScopeChange={onScopeChange}
            scale={source.scale}
          />
          {(expected.refusal ?? expected.note) !== null && (
            <Notice tone={expected.refusal === null ? "neutral" : "warning"} icon="info" className="text-xs">
              {expected.refusal ?? expected.note}
            </Notice>
          )}
          {state.kind === "failed" && (
            <Notice tone="danger" icon="outcome-failed" urgent className="text-xs">
              {failures[state.failure]}
            </Notice>
          )}
        </div>
      )}
    </Dialog>
  );
}
