import type { Lettering, Surface, TextPlace } from "./surface.ts";

const ELLIPSIS = "…";

export type Fitted = { shown: string; unseen: string; width: number };

/** As much of a text as there is room for, with an ellipsis where some is left out. */
export function fitText(
  surface: Surface,
  { text, most, ...lettering }: Lettering & { text: string; most: number },
): Fitted {
  const width = surface.measure(text, lettering);
  if (width <= most) return { shown: text, unseen: "", width };
  const characters = Array.from(text);
  const room = most - surface.measure(ELLIPSIS, lettering);
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (surface.measure(characters.slice(0, middle).join(""), lettering) <= room) low = middle;
    else high = middle - 1;
  }
  return { shown: characters.slice(0, low).join(""), unseen: characters.slice(low).join(""), width: most };
}

/** Draws a text in a room of its own; what finds no place is replaced by an ellipsis and can still be searched for. */
export function drawFitted(surface: Surface, place: TextPlace & { text: string; most: number }): void {
  const { text, most, ...rest } = place;
  if (text === "" || most <= 0) return;
  const { shown, unseen } = fitText(surface, { text, most, size: place.size, bold: place.bold ?? false });
  surface.text(shown, unseen === "" ? rest : { ...rest, unseen });
}
