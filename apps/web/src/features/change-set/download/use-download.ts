import { useEffect, useRef, useState } from "react";
import { useFormat } from "../../../i18n/format.ts";
import { useWords } from "../../../i18n/use-words.ts";
import { useToday } from "../../../lib/clock.ts";
import { saveFile } from "../../../lib/save-file.ts";
import { makeCsv } from "./make-csv.ts";

type DownloadState =
  | { kind: "idle" }
  | { kind: "reading"; read: number; total: number | null }
  | { kind: "failed"; error: unknown };

export type Download = { state: DownloadState; start: () => void; cancel: () => void };

/** The file of a change set's results: one at a time, told how far it is, ended with the page. */
export function useDownload(id: string): Download {
  const words = useWords();
  const format = useFormat();
  const today = useToday();
  const [state, setState] = useState<DownloadState>({ kind: "idle" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (job: AbortController) => {
    try {
      const file = await makeCsv(id, {
        words,
        format,
        today,
        signal: job.signal,
        onProgress: (progress) => setState({ kind: "reading", ...progress }),
      });
      saveFile(`gantry-${id}.csv`, file);
      setState({ kind: "idle" });
    } catch (error) {
      setState(job.signal.aborted ? { kind: "idle" } : { kind: "failed", error });
    }
  };
  return {
    state,
    start: () => {
      if (state.kind === "reading") return;
      const job = new AbortController();
      running.current = job;
      setState({ kind: "reading", read: 0, total: null });
      void run(job);
    },
    cancel: () => {
      running.current?.abort();
      setState({ kind: "idle" });
    },
  };
}
