/** Where a line stands in a windowed table: its number among all rows, and pixels. */
export type Place = { position: number; top: number; height: number };

export function placeStyle({ top, height }: Place) {
  return { height, transform: `translateY(${top}px)` };
}
