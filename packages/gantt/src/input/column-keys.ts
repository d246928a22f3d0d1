import type { Stage } from "../stage.ts";
import { headDeeds } from "../view/column-head.ts";
import { createColumnWidthChange } from "./column-width.ts";
import type { Speech } from "./speech.ts";

export type ColumnKeysInput = {
  goToRows: () => void;
  widthChanged: () => void;
  speech: Speech;
  signal: AbortSignal;
};

const WIDTH_STEP_PX = 8;

/**
 * The keyboard of the column heads: Left and Right, Home and End go from head to head, Down to the rows; Enter or Space
 * sorts; with Ctrl or ⌘ Left and Right move the column, with Alt they change its width.
 */
export function attachColumnKeys(stage: Stage, { goToRows, widthChanged, speech, signal }: ColumnKeysInput): void {
  const { chart, views } = stage;
  const { tree } = views;
  const { treeHead } = chart.frame;

  const goTo = (at: number) => {
    const columns = tree.columns();
    const next = columns[Math.min(Math.max(at, 0), columns.length - 1)];
    if (next) tree.head.setStop(next.column.id, true);
  };

  const moveBy = (at: number, step: number) => {
    const placed = tree.columns()[at];
    if (!placed || !headDeeds(placed.column, { index: placed.index, options: chart.options }).moves) return;
    const count = chart.options.columns.length;
    const to = Math.min(Math.max(placed.index + step, 1), count - 1);
    if (to !== placed.index) chart.options.onColumnMove?.(placed.column.id, to);
    speech.say(chart.options.words.columnMoved(placed.column.header, to + 1, count));
  };

  const widenBy = (at: number, step: number) => {
    const placed = tree.columns()[at];
    if (!placed || !headDeeds(placed.column, { index: placed.index, options: chart.options }).resizes) return;
    const change = createColumnWidthChange(stage, placed.column.id);
    if (!change) return;
    change.try(placed.widthPx + step);
    speech.say(chart.options.words.columnWidth(placed.column.header, change.commit()));
    widthChanged();
  };

  const press = (at: number) => {
    const placed = tree.columns()[at];
    if (placed && headDeeds(placed.column, { index: placed.index, options: chart.options }).sorts)
      chart.options.onColumnSort?.(placed.column.id);
  };

  const sideways = (event: KeyboardEvent, { at, step }: { at: number; step: number }) => {
    if (event.altKey) widenBy(at, step * WIDTH_STEP_PX);
    else if (event.ctrlKey || event.metaKey) moveBy(at, step);
    else goTo(at + step);
  };

  const keys: Record<string, (event: KeyboardEvent, at: number) => void> = {
    ArrowLeft: (event, at) => sideways(event, { at, step: -1 }),
    ArrowRight: (event, at) => sideways(event, { at, step: 1 }),
    ArrowDown: goToRows,
    Home: () => goTo(0),
    End: () => goTo(tree.columns().length - 1),
    Enter: (_, at) => press(at),
    " ": (_, at) => press(at),
  };

  treeHead.addEventListener(
    "keydown",
    (event) => {
      const id = tree.head.columnOf(event.target);
      const at = tree.columns().findIndex(({ column }) => column.id === id);
      const act = keys[event.key];
      if (at === -1 || !act || event.shiftKey) return;
      event.preventDefault();
      act(event, at);
    },
    { signal },
  );
  treeHead.addEventListener(
    "focusin",
    (event) => {
      const id = tree.head.columnOf(event.target);
      if (id !== null) tree.head.setStop(id, false);
    },
    { signal },
  );
}
