import type { PosterRow } from "@gantry/gantt/poster";
import type { PosterJob } from "./poster-job.ts";

/** Why a file could not be made, as far as words differ. */
export type ExportFailure = "font" | "canvas" | "other";

export type ToWorker = { type: "rows"; rows: readonly PosterRow[] } | { type: "make"; job: PosterJob };
export type FromWorker =
  | { type: "progress"; done: number }
  | { type: "done"; file: Blob }
  | { type: "failed"; failure: ExportFailure };
