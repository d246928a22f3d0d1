import type { TestAppOptions } from "@gantry/bff/test-app";

/** Lets so many writes through to CodeArts as it was told to; the others wait. */
export function createTap() {
  let allowed = 0;
  const waiting: (() => void)[] = [];
  const wrapFetch: NonNullable<TestAppOptions["wrapFetch"]> = (fetch) => async (url, init) => {
    if (init.method === "PUT" && allowed-- <= 0) await new Promise<void>((go) => waiting.push(go));
    return fetch(url, init);
  };
  const letThrough = (count: number) => {
    allowed = Math.max(0, allowed) + Math.max(0, count - waiting.length);
    for (const go of waiting.splice(0, count)) go();
  };
  return { wrapFetch, letThrough };
}
