/** Time as the bff sees it; tests bring their own. */
export type Clock = {
  /** Epoch ms. */
  now: () => number;
  /**
   * Resolves after the delay; rejects with the signal's reason when that aborts first.
   * @param options.isRound between two rounds of work in the background: a test's clock that skips waits would race on
   */
  wait: (delayMs: number, signal?: AbortSignal, options?: { isRound: boolean }) => Promise<void>;
};

/** The machine's clock, which a person or a time server can set. Waiting keeps no process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (delayMs, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason);
        return;
      }
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", stop);
        resolve();
      }, delayMs);
      timer.unref();
      signal?.addEventListener("abort", stop, { once: true });
    }),
};

/** Begins as the machine's clock stood, and goes on evenly, whatever is done to that. */
export const steadyClock: Clock = {
  now: () => Math.floor(performance.timeOrigin + performance.now()),
  wait: systemClock.wait,
};
