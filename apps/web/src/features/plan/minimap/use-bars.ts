import type { GanttRow } from "@gantry/gantt";
import { type RefObject, useLayoutEffect, useRef } from "react";
import type { MinimapScale } from "./minimap-scale.ts";
import { type Ink, measureDensity, toPixels } from "./paint-bars.ts";
import { useColourTheme } from "./use-colour-theme.ts";

/** A canvas that shows all bars; painted anew when rows, size or colours change, never while the chart scrolls. */
export function useBars(rows: readonly GanttRow[], scale: MinimapScale): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useColourTheme();
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d") ?? null;
    if (element === null || context === null || scale.width === 0 || scale.height === 0) return;
    // Bars lie on whole pixels of the screen, or thin ones would be smeared into grey.
    const ratio = globalThis.devicePixelRatio;
    const density = measureDensity(rows, { ...scale, width: scale.width * ratio, height: scale.height * ratio });
    element.width = density.width;
    element.height = density.height;
    const pixels = toPixels(density, readInk(element));
    context.putImageData(new ImageData(pixels, density.width, density.height), 0, 0);
  }, [rows, scale, theme]);
  return canvas;
}

/** The theme's colours as numbers: a canvas knows how to read any way in which CSS writes them. */
function readInk(element: HTMLCanvasElement): Ink {
  const style = getComputedStyle(element);
  const isForced = globalThis.matchMedia("(forced-colors: active)").matches;
  const probe = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const read = (colour: string): [number, number, number] => {
    if (probe === null) return [0, 0, 0];
    probe.fillStyle = colour;
    probe.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = probe.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
  if (isForced) return { bars: read("CanvasText"), late: read("LinkText") };
  return { bars: read(style.getPropertyValue("--g-muted")), late: read(style.getPropertyValue("--g-danger")) };
}
