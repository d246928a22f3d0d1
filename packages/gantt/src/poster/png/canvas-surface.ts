import type { Lettering, Paint, Surface } from "../surface.ts";
import { FONTS } from "../fonts.ts";

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Draws on a canvas whose unit is a CSS pixel. */
export function createCanvasSurface(context: Context): Surface {
  const paint = (path: Path2D, { fill, stroke, strokeWidth, dash, evenOdd }: Paint) => {
    if (fill !== undefined) {
      context.fillStyle = fill;
      context.fill(path, evenOdd ? "evenodd" : "nonzero");
    }
    if (stroke === undefined) return;
    context.strokeStyle = stroke;
    context.lineWidth = strokeWidth ?? 1;
    context.setLineDash(dash ? [...dash] : []);
    context.stroke(path);
  };
  context.lineJoin = "round";
  return {
    measure: createTextMeasure(context),
    rect: ({ x, y, width, height, corner }, look) => {
      const path = new Path2D();
      if (corner) path.roundRect(x, y, width, height, Math.min(corner, width / 2, height / 2));
      else path.rect(x, y, width, height);
      paint(path, look);
    },
    path: (data, { place, ...look }) => {
      if (data === "") return;
      if (!place) return paint(new Path2D(data), look);
      context.save();
      context.translate(place.x, place.y);
      context.scale(place.scale, place.scale);
      paint(new Path2D(data), look);
      context.restore();
    },
    text: (text, { x, y, fill, anchor, halo, unseen, ...lettering }) => {
      const shown = unseen === undefined ? text : `${text}…`;
      context.font = fontOf(lettering);
      context.textAlign = anchor === "middle" ? "center" : (anchor ?? "start");
      if (halo !== undefined) {
        context.strokeStyle = halo;
        context.lineWidth = 3;
        context.setLineDash([]);
        context.strokeText(shown, x, y);
      }
      context.fillStyle = fill;
      context.fillText(shown, x, y);
    },
    enter: ({ clip, dx, dy }) => {
      context.save();
      context.beginPath();
      context.rect(clip.x, clip.y, clip.width, clip.height);
      context.clip();
      context.translate(dx, dy);
    },
    leave: () => context.restore(),
  };
}

/** Measures with a canvas' fonts; remembers, since plans repeat most of their words. */
export function createTextMeasure(context: Context): Surface["measure"] {
  const known = new Map<string, number>();
  return (text, lettering) => {
    const font = fontOf(lettering);
    const key = `${font}|${text}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    context.font = font;
    const { width } = context.measureText(text);
    known.set(key, width);
    return width;
  };
}

function fontOf({ size, bold }: Lettering): string {
  return `${bold ? 600 : 400} ${size}px ${FONTS}`;
}
