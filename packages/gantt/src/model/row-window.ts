/** Rows from `first` up to, not including, `end`. */
export type RowWindow = { first: number; end: number };

export type RowWindowInput = {
  scrollTop: number;
  viewHeight: number;
  rowHeight: number;
  rowCount: number;
  /** Steady speed; negative upwards. */
  rowsPerFrame: number;
};

const OVERSCAN_ROWS = 4;
const MOST_ROWS_AHEAD = 10;

/** Past this speed rows are not drawn one by one: nobody can read them. */
const FASTEST_READABLE_ROWS_PER_FRAME = 8;

/** Whether rows pass faster than anyone reads. */
export function isFlying(rowsPerFrame: number): boolean {
  return Math.abs(rowsPerFrame) > FASTEST_READABLE_ROWS_PER_FRAME;
}

/** Rows in view, some on either side, and two frames' worth of rows in the direction of travel. */
export function rowWindow(input: RowWindowInput): RowWindow {
  const firstInView = Math.floor(input.scrollTop / input.rowHeight);
  const endInView = Math.ceil((input.scrollTop + input.viewHeight) / input.rowHeight);
  const ahead = Math.min(Math.ceil(Math.abs(input.rowsPerFrame) * 2), MOST_ROWS_AHEAD);
  const before = OVERSCAN_ROWS + (input.rowsPerFrame < 0 ? ahead : 0);
  const after = OVERSCAN_ROWS + (input.rowsPerFrame > 0 ? ahead : 0);
  const end = Math.max(0, Math.min(input.rowCount, endInView + after));
  return { first: Math.max(0, Math.min(firstInView - before, end)), end };
}

export function isInWindow(window: RowWindow, index: number): boolean {
  return index >= window.first && index < window.end;
}
