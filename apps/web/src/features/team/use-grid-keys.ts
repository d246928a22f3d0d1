import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";

export type GridPlace = { row: number; column: number };

/**
 * One stop for Tab in a grid, arrows within. It belongs to a row by its key, wherever that row goes when others come.
 * The place may be out of view: `scrollTo` brings its row there before it takes the focus.
 */
export function useGridKeys(options: {
  grid: RefObject<HTMLElement | null>;
  /** One key a row, in their order. */
  keys: readonly string[];
  columns: number;
  rowsInView: () => number;
  scrollTo: (row: number) => void;
  onOpen: (place: GridPlace) => void;
}) {
  const { grid, keys, columns } = options;
  const rows = keys.length;
  const [wanted, setWanted] = useState<GridPlace & { key: string | null }>({ row: 0, column: 0, key: null });
  const setActive = (place: GridPlace) => setWanted({ ...place, key: keys[place.row] ?? null });
  const takesFocus = useRef(false);
  const kept = wanted.key === null ? -1 : keys.indexOf(wanted.key);
  const active = { row: clamp(kept < 0 ? wanted.row : kept, rows), column: clamp(wanted.column, columns) };
  useEffect(() => {
    if (!takesFocus.current) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-cell="${active.row}:${active.column}"]`);
    if (cell === null || cell === undefined) return;
    takesFocus.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  const focus = (place: GridPlace) => {
    takesFocus.current = true;
    options.scrollTo(clamp(place.row, rows));
    setActive({ row: clamp(place.row, rows), column: clamp(place.column, columns) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeOf(event.target);
    if (at === null || event.altKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      options.onOpen(at);
      return;
    }
    const next = step(event, { at, rows, columns, page: options.rowsInView() });
    if (next === null) return;
    event.preventDefault();
    focus(next);
  };
  const onClick = (event: { target: EventTarget }) => {
    const at = placeOf(event.target);
    if (at === null) return;
    setActive(at);
    options.onOpen(at);
  };
  return { active, focus, handlers: { onKeyDown, onClick } };
}

function step(
  event: KeyboardEvent,
  { at, rows, columns, page }: { at: GridPlace; rows: number; columns: number; page: number },
): GridPlace | null {
  switch (event.key) {
    case "ArrowUp":
      return { ...at, row: at.row - 1 };
    case "ArrowDown":
      return { ...at, row: at.row + 1 };
    case "ArrowLeft":
      return { ...at, column: at.column - 1 };
    case "ArrowRight":
      return { ...at, column: at.column + 1 };
    case "PageUp":
      return { ...at, row: at.row - page };
    case "PageDown":
      return { ...at, row: at.row + page };
    case "Home":
      return { row: event.ctrlKey ? 0 : at.row, column: 0 };
    case "End":
      return { row: event.ctrlKey ? rows - 1 : at.row, column: columns - 1 };
    default:
      return null;
  }
}

/** Which cell an event came from. */
function placeOf(target: EventTarget): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
  const [row, column] = (cell?.dataset["cell"] ?? "").split(":").map(Number);
  return row === undefined || column === undefined ? null : { row, column };
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}
