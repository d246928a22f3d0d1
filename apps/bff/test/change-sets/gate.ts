import type { Fetch } from "@gantry/codearts-client";

/** Holds requests back, so that a test can look at a job while it is under way. */
export type Gate = {
  wrapFetch: (fetch: Fetch) => Fetch;
  /** From now on, requests whose path matches stop here; `afterWork` = their work is done, the answer is held. */
  shut: (path: RegExp, options?: { afterWork?: boolean; letThrough?: number }) => void;
  /** Lets all go on. */
  open: () => void;
  /** Resolves when so many are held. */
  held: (count: number) => Promise<void>;
};

export function createGate(): Gate {
  let rule: { path: RegExp; afterWork: boolean } | null = null;
  let letThrough = 0;
  let waiting: (() => void)[] = [];
  let notify: () => void = () => undefined;

  const pass = () =>
    new Promise<void>((go) => {
      waiting.push(go);
      notify();
    });

  return {
    wrapFetch: (fetch) => async (url, init) => {
      const path = new URL(String(url)).pathname;
      const isHeld = rule !== null && rule.path.test(path) && letThrough-- <= 0;
      if (!isHeld) return fetch(url, init);
      if (rule?.afterWork !== true) {
        await pass();
        return fetch(url, init);
      }
      const answer = await fetch(url, init);
      await pass();
      return answer;
    },
    shut: (path, options = {}) => {
      rule = { path, afterWork: options.afterWork ?? false };
      letThrough = options.letThrough ?? 0;
    },
    open: () => {
      rule = null;
      for (const go of waiting) go();
      waiting = [];
    },
    held: async (count) => {
      while (waiting.length < count) {
        await new Promise<void>((resolve) => {
          notify = resolve;
        });
      }
    },
  };
}
