import { useEffect, useRef, useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { now } from "../../lib/clock.ts";
import { saveFile } from "../../lib/save-file.ts";
import { useLanguage } from "../../lib/settings.ts";
import type { ExportChoice } from "./export-choice.ts";
import type { ExportSource } from "./export-source.ts";
import { failureOf } from "./failure.ts";
import type { PosterSpan } from "./lay-out.ts";
import { createProgress } from "./progress-store.ts";
import { runExport } from "./run-export.ts";
import type { ExportFailure } from "./worker-messages.ts";

export type ExportState = { kind: "idle" } | { kind: "running" } | { kind: "failed"; failure: ExportFailure };

/** One export at a time; it ends when it is cancelled, and with what shows it. */
export function useExport(options: { onDone: (fileName: string) => void }) {
  const words = useWords();
  const format = useFormat();
  const locale = useLanguage();
  const [state, setState] = useState<ExportState>({ kind: "idle" });
  const [progress] = useState(createProgress);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const cancel = () => {
    running.current?.abort();
    running.current = null;
    setState({ kind: "idle" });
  };
  const start = async (source: ExportSource, what: { choice: ExportChoice; span: PosterSpan }) => {
    const job = new AbortController();
    running.current = job;
    progress.setState({ done: 0 });
    setState({ kind: "running" });
    const onProgress = (done: number) => {
      // A hundredth is all that can be seen.
      if (!job.signal.aborted && done >= progress.getState().done + 0.01) progress.setState({ done });
    };
    try {
      const { name, file } = await runExport(source, {
        ...what,
        words,
        format,
        locale,
        madeAt: now(),
        signal: job.signal,
        onProgress,
      });
      saveFile(name, file);
      setState({ kind: "idle" });
      options.onDone(name);
    } catch (error) {
      if (!job.signal.aborted) setState({ kind: "failed", failure: failureOf(error) });
    }
  };
  return { state, progress, start, cancel };
}
