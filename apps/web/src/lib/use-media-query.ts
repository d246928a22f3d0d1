import { useSyncExternalStore } from "react";

/** Breakpoints of the look, as media queries. */
export const media = {
  phone: "(width < 48rem)",
  tablet: "(width < 64rem)",
  laptop: "(width < 80rem)",
  desktop: "(width < 96rem)",
  coarse: "(pointer: coarse)",
} as const;

/** Whether a media query holds, kept up to date. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const list = globalThis.matchMedia(query);
      list.addEventListener("change", notify);
      return () => list.removeEventListener("change", notify);
    },
    () => globalThis.matchMedia(query).matches,
  );
}
