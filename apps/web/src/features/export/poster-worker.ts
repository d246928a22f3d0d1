import type { PosterRow } from "@gantry/gantt/poster";
import { makePoster, type PosterJob } from "./poster-job.ts";
import { failureOf } from "./failure.ts";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

const PROGRESS_STEP = 0.005;

const rows: PosterRow[] = [];
let said = 0;

function say(message: FromWorker): void {
  postMessage(message);
}

function sayProgress(done: number): void {
  if (done < said + PROGRESS_STEP) return;
  said = done;
  say({ type: "progress", done });
}

async function make(job: PosterJob): Promise<void> {
  try {
    say({ type: "done", file: await makePoster({ ...job, rows }, { onProgress: sayProgress }) });
  } catch (error) {
    say({ type: "failed", failure: failureOf(error) });
  }
}

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === "rows") rows.push(...data.rows);
  else void make(data.job);
});
