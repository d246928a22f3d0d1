/** Calls back after a while; returns how to stop it. */
export type StartTimer = (delayMs: number, ring: () => void) => () => void;

export const startTimer: StartTimer = (delayMs, ring) => {
  const timer = setTimeout(ring, delayMs);
  return () => clearTimeout(timer);
};

export type Deadline = {
  signal: AbortSignal;
  /** Which of the two ended it, if any did. */
  endedBy: () => "deadline" | "caller" | null;
  stop: () => void;
};

/** One signal for the caller's wish to stop and for the time that is up. */
export function startDeadline(
  delayMs: number,
  { timer, callerSignal }: { timer: StartTimer; callerSignal: AbortSignal | undefined },
): Deadline {
  const controller = new AbortController();
  let endedBy: "deadline" | "caller" | null = null;
  const end = (by: "deadline" | "caller") => {
    endedBy ??= by;
    controller.abort();
  };
  const onCaller = () => end("caller");
  const stopTimer = timer(delayMs, () => end("deadline"));
  if (callerSignal?.aborted) end("caller");
  callerSignal?.addEventListener("abort", onCaller, { once: true });
  return {
    signal: controller.signal,
    endedBy: () => endedBy,
    stop: () => {
      stopTimer();
      callerSignal?.removeEventListener("abort", onCaller);
    },
  };
}

/** Settles with the work, or rejects as soon as the signal ends, whether or not the work heeds it. */
export function untilEnded<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onEnd = () => reject(new Error("ended"));
    if (signal.aborted) onEnd();
    signal.addEventListener("abort", onEnd, { once: true });
    const settled = () => signal.removeEventListener("abort", onEnd);
    work.then(resolve, reject).finally(settled);
  });
}
