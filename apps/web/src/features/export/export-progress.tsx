import { useStore } from "zustand";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import type { Progress } from "./progress-store.ts";

/** How far the file is. */
export function ExportProgress(props: { progress: Progress }) {
  const done = useStore(props.progress, (state) => state.done);
  const { takeAway } = useWords();
  const format = useFormat();
  const percent = Math.min(100, Math.floor(done * 100));
  return (
    <div>
      <p className="mb-2 flex justify-between">
        <span className="font-medium">{takeAway.running}</span>
        <span className="text-muted tabular-nums">{format.percent(percent)}</span>
      </p>
      <div
        role="progressbar"
        aria-label={takeAway.running}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-2.5 overflow-hidden rounded-full bg-sunken"
      >
        <div className="h-full w-full origin-left bg-accent" style={{ transform: `scaleX(${percent / 100})` }} />
      </div>
    </div>
  );
}
