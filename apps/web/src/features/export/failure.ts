import { FontError } from "./font-files.ts";
import { CanvasError } from "./poster-job.ts";
import type { ExportFailure } from "./worker-messages.ts";

/** A failure of the worker, on the page. */
export class ExportError extends Error {
  readonly failure: ExportFailure;
  constructor(failure: ExportFailure) {
    super(failure);
    this.failure = failure;
  }
}

export function failureOf(error: unknown): ExportFailure {
  if (error instanceof ExportError) return error.failure;
  if (error instanceof FontError) return "font";
  // A canvas that the machine has no memory for throws by other names.
  return error instanceof CanvasError || (error instanceof DOMException && error.name !== "AbortError")
    ? "canvas"
    : "other";
}
