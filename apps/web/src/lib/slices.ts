const SLICE_MS = 8;

/**
 * For long work on the page's thread: awaited now and then, it lets the page draw and listen when it has waited for
 * eight milliseconds, and throws when the work was cancelled.
 */
export function createSlices(signal: AbortSignal): () => Promise<void> {
  let began = performance.now();
  return async () => {
    signal.throwIfAborted();
    if (performance.now() - began < SLICE_MS) return;
    await new Promise((go) => setTimeout(go));
    signal.throwIfAborted();
    began = performance.now();
  };
}
