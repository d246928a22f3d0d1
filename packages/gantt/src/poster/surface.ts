import type { Box } from "../model/bar-box.ts";

export type Paint = {
  fill?: string;
  stroke?: string;
  strokeWidth?: number;
  dash?: readonly number[];
  /** Holes by crossing count. */ evenOdd?: boolean;
};

export type Lettering = { size: number; bold?: boolean };
export type TextPlace = Lettering & {
  x: number;
  /** Baseline. */
  y: number;
  fill: string;
  anchor?: "start" | "middle" | "end";
  /** Colour of a thin edge that keeps a label readable on what lies below it. */
  halo?: string;
  /** What of the text found no room: not drawn, but found by a search. */
  unseen?: string;
};

/** What a page is drawn on: SVG, PDF or a canvas. Colours are `#rrggbb`, lengths CSS pixels, y grows downwards. */
export type Surface = {
  rect: (box: Box & { corner?: number }, paint: Paint) => void;
  /** SVG path data; `place` moves and scales it. */
  path: (data: string, paint: Paint & { place?: { x: number; y: number; scale: number } }) => void;
  text: (text: string, place: TextPlace) => void;
  /** Width of a text. */
  measure: (text: string, lettering: Lettering) => number;
  /** Until `leave`, only what falls into the box is drawn, and the origin is moved. */
  enter: (view: { clip: Box; dx: number; dy: number }) => void;
  leave: () => void;
};
