import type { PosterRow } from "@gantry/gantt/poster";
import { ExportError } from "./failure.ts";
import type { PosterJob } from "./poster-job.ts";
import { startPosterWorker } from "./trusted-worker.ts";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

/** Takes the rows in parts, then makes the file. */
export type PosterMaker = {
  add: (rows: readonly PosterRow[]) => void;
  make: (job: PosterJob) => Promise<Blob>;
};

export type MakerOptions = { signal: AbortSignal; onProgress: (done: number) => void; breathe: () => Promise<void> };

/** In a worker of its own where the browser can, else on the page in slices. */
export function createPosterMaker(format: PosterJob["format"], options: MakerOptions): PosterMaker {
  const canDraw = format === "pdf" || typeof OffscreenCanvas !== "undefined";
  return canDraw && typeof Worker !== "undefined" ? workerMaker(options) : pageMaker(options);
}

function workerMaker({ signal, onProgress }: MakerOptions): PosterMaker {
  const worker = startPosterWorker();
  const send = (message: ToWorker) => worker.postMessage(message);
  signal.addEventListener("abort", () => worker.terminate());
  return {
    add: (rows) => send({ type: "rows", rows }),
    make: (job) =>
      new Promise<Blob>((made, failed) => {
        signal.addEventListener("abort", () => failed(signal.reason));
        worker.addEventListener("error", () => failed(new ExportError("other")));
        worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
          if (data.type === "progress") onProgress(data.done);
          else if (data.type === "done") made(data.file);
          else failed(new ExportError(data.failure));
        });
        send({ type: "make", job });
      }).finally(() => worker.terminate()),
  };
}

function pageMaker({ onProgress, breathe }: MakerOptions): PosterMaker {
  const rows: PosterRow[] = [];
  const tell = async (done: number) => {
    onProgress(done);
    await breathe();
  };
  return {
    add: (some) => rows.push(...some),
    make: async (job) => {
      const { makePoster } = await import("./poster-job.ts");
      return makePoster({ ...job, rows }, { onProgress: tell });
    },
  };
}
