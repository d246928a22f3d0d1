import { sayError } from "../../../i18n/error-words.ts";
import { useWords } from "../../../i18n/use-words.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { Download } from "./use-download.ts";

/** How far the file is, or why there is none; nothing while none is made. */
export function DownloadStrip({ download }: { download: Download }) {
  const words = useWords();
  const said = words.changeSet.download;
  const { state } = download;
  if (state.kind === "idle") return null;
  if (state.kind === "failed") {
    const { text, code } = sayError(state.error, { words });
    return (
      <Notice
        tone="danger"
        icon="health-late"
        urgent
        className="mb-3"
        action={
          <Button variant="link" onClick={download.start}>
            {words.common.tryAgain}
          </Button>
        }
      >
        {said.failed} {text} <span className="font-mono text-2xs">{code}</span>
      </Notice>
    );
  }
  const { read, total } = state;
  return (
    <Notice
      tone="neutral"
      icon="export"
      className="mb-3"
      action={
        <Button variant="link" onClick={download.cancel}>
          {words.common.cancel}
        </Button>
      }
    >
      <span className="flex flex-wrap items-center gap-x-3">
        {said.reading}
        <span
          role="progressbar"
          aria-label={said.reading}
          aria-valuenow={read}
          aria-valuemin={0}
          {...(total === null ? {} : { "aria-valuemax": total })}
          className="h-1.5 w-40 overflow-hidden rounded-full bg-border"
        >
          <span
            className="block h-full origin-left bg-accent"
            style={{ transform: `scaleX(${total === null || total === 0 ? 0 : read / total})` }}
          />
        </span>
        {total !== null && <span className="text-muted tabular-nums">{said.read(read, total)}</span>}
      </span>
    </Notice>
  );
}
