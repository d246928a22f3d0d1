import type { ExportFailure } from "./worker-messages.ts";

/** A failure that has words of its own. */
export class ExportError extends Error {
  readonly failure: ExportFailure;
  constructor(failure: ExportFailure, options?: ErrorOptions) {
    super(`export: ${failure}`, options);
    this.failure = failure;
  }
}

export function failureOf(error: unknown): ExportFailure {
  if (error instanceof ExportError) return error.failure;
  // A canvas that the machine has no memory for throws by other names.
  return error instanceof DOMException ? "canvas" : "other";
}
