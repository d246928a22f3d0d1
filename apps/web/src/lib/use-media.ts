import { useCallback, useSyncExternalStore } from "react";

/** Whether a media query holds now; follows it. */
function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** A phone, or a page zoomed until it is as narrow: cards, sheets, navigation below. */
export function useIsNarrow(): boolean {
  return useMedia("(width < 48rem)");
}
