export type FittedText = { text: string; width: number };

const MOST_CACHED = 20_000;
const cache = new Map<string, FittedText>();
const state: { context: CanvasRenderingContext2D | null } = { context: null };

/** The text, cut with an ellipsis where it is wider than `most` pixels, and its width. Measured off the page: no layout. */
export function fitText(text: string, { most, font }: { most: number; font: string }): FittedText {
  const key = `${font}|${most}|${text}`;
  const known = cache.get(key);
  if (known) return known;
  if (cache.size >= MOST_CACHED) cache.clear();
  const fitted = measure(text, { most, font });
  cache.set(key, fitted);
  return fitted;
}

function measure(text: string, { most, font }: { most: number; font: string }): FittedText {
  state.context ??= document.createElement("canvas").getContext("2d");
  const { context } = state;
  if (!context) return { text, width: text.length * 6 };
  context.font = font;
  const width = context.measureText(text).width;
  if (width <= most) return { text, width };
  const characters = Array.from(text);
  let shown = Math.max(1, Math.floor((characters.length * most) / width));
  let cut = `${characters.slice(0, shown).join("")}…`;
  while (shown > 1 && context.measureText(cut).width > most) {
    shown -= 1;
    cut = `${characters.slice(0, shown).join("")}…`;
  }
  return { text: cut, width: context.measureText(cut).width };
}
