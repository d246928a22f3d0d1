/** What making a file needs from outside. */
export type MakeOptions = {
  /** Called after each step, with the part that is done (0–1). Awaited: gives the page time where it is on its thread. */
  onProgress: (done: number) => void | Promise<void>;
};
