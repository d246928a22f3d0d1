export const COLUMN_WIDTH = 40;
export const ROW_HEIGHT = 48;
/** Columns from the left edge of the plan; 10 brings it under the hook. */
export const TODAY_COLUMN = 9.975;

type ArtBar = { from: number; to: number; done: number; category: "green" | "blue" | "violet" | "rust" | "slate" };

/** The plan on the sign-in page: columns from–to, and the share that is done. */
export const artBars: readonly ArtBar[] = [
  { from: 1, to: 4.5, done: 1, category: "green" },
  { from: 3, to: 8, done: 1, category: "green" },
  { from: 7, to: 12, done: 0.62, category: "blue" },
  { from: 8, to: 11, done: 0.58, category: "blue" },
  { from: 11, to: 15, done: 0.14, category: "violet" },
  { from: 4.5, to: 9, done: 1, category: "green" },
  { from: 13, to: 16, done: 0, category: "slate" },
  { from: 14, to: 17, done: 0, category: "slate" },
  { from: 9, to: 12, done: 0.44, category: "rust" },
  { from: 12, to: 17, done: 0, category: "slate" },
];

/** Which bar waits for which, by index. */
export const artLinks: readonly { from: number; to: number }[] = [
  { from: 0, to: 1 },
  { from: 1, to: 2 },
  { from: 2, to: 4 },
  { from: 4, to: 6 },
  { from: 8, to: 9 },
];
