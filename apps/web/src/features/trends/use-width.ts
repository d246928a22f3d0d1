import { useCallback, useState } from "react";

const NARROWEST_PX = 280;

/** A place's width in whole pixels, kept up to date: give `ref` to it. Zero until it stands. */
export function useWidth(): { ref: (place: HTMLElement | null) => (() => void) | undefined; width: number } {
  const [width, setWidth] = useState(0);
  const ref = useCallback((place: HTMLElement | null) => {
    if (place === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.max(NARROWEST_PX, Math.floor(entry.contentRect.width)));
    });
    observer.observe(place);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
