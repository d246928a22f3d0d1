/** Prints rows as a table under a title. */
export type PrintTable = (title: string, rows: readonly Record<string, string | number>[]) => void;

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** A figure, a dash where there is none. */
export function shown(value: number | null, digits = 0): string {
  return value === null || Number.isNaN(value) ? "–" : value.toFixed(digits);
}

/** How many times the floor a figure is. */
export function timesOf(value: number, floor: number): string {
  return Number.isNaN(floor) ? "–" : `${(value / floor).toFixed(2)}×`;
}
