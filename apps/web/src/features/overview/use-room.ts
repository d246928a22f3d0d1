import { useSyncExternalStore } from "react";

const NARROWEST_PX = 320;

/** Width of the page's main element in pixels, kept up to date. */
export function useRoom(): number {
  return useSyncExternalStore(subscribe, widthOfMain);
}

function subscribe(notify: () => void): () => void {
  const observer = new ResizeObserver(notify);
  observer.observe(document.querySelector("main") ?? document.body);
  return () => observer.disconnect();
}

function widthOfMain(): number {
  const main = document.querySelector("main");
  return Math.max(NARROWEST_PX, main?.clientWidth ?? globalThis.innerWidth);
}
