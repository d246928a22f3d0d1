/** Longest stretch of work of ours that nothing else may come between. */
const STRETCH_MS = 12;

/** Lets everything else that waits have its turn. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** For loops over much: call it after each step, and await what it gives. */
export function createBreath(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < STRETCH_MS) return undefined;
    return breathe().then(() => {
      since = performance.now();
    });
  };
}
