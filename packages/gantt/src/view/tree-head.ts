import type { Chart } from "../chart.ts";
import type { PlacedColumn } from "../model/column-layout.ts";
import { createColumnHead, headDeeds, type ColumnHeadView } from "./column-head.ts";
import { htmlElement } from "./dom.ts";

/** The row of column heads: one tab stop, if any of them does something. */
export type TreeHeadView = {
  draw: (placed: readonly PlacedColumn[]) => void;
  /** Id of the column whose head an element belongs to. */
  columnOf: (target: EventTarget | null) => string | null;
  isHandle: (target: EventTarget | null) => boolean;
  /** Moves the tab stop to the head of a column, and the focus with it if asked. */
  setStop: (id: string, take: boolean) => void;
  headOf: (id: string) => HTMLElement | undefined;
  /** Shows where a dragged column would go, in pixels from the left; null: nowhere. */
  showMark: (x: number | null) => void;
};

export function createTreeHead(chart: Chart): TreeHeadView {
  const { treeHead } = chart.frame;
  const heads = new Map<string, ColumnHeadView>();
  const mark = htmlElement("div", "g-gantt-column-mark");
  mark.setAttribute("aria-hidden", "true");
  let stopId: string | null = null;

  const paintStop = (isInteractive: boolean) => {
    if (stopId === null || !heads.has(stopId)) stopId = heads.keys().next().value ?? null;
    for (const [id, { element }] of heads) {
      if (isInteractive) element.tabIndex = id === stopId ? 0 : -1;
      else element.removeAttribute("tabindex");
    }
  };

  const draw = (placed: readonly PlacedColumn[]) => {
    const { options } = chart;
    const before = [...heads.keys()];
    for (const id of before) if (!placed.some(({ column }) => column.id === id)) heads.delete(id);
    const views = placed.map((place) => {
      const view = heads.get(place.column.id) ?? createColumnHead();
      heads.delete(place.column.id);
      heads.set(place.column.id, view);
      view.draw(place, options);
      return view;
    });
    const isSameOrder = views.every(({ element }, index) => element === treeHead.children[index]);
    if (!isSameOrder || treeHead.children.length !== views.length) {
      const hadFocus = treeHead.contains(document.activeElement);
      treeHead.replaceChildren(...views.map(({ element }) => element));
      if (hadFocus && stopId !== null) heads.get(stopId)?.element.focus({ preventScroll: true });
    }
    paintStop(
      placed.some(({ column, index }) => Object.values(headDeeds(column, { index, options })).some((does) => does)),
    );
  };

  const closest = (target: EventTarget | null, selector: string) =>
    target instanceof Element ? target.closest<HTMLElement>(selector) : null;

  return {
    draw,
    columnOf: (target) => closest(target, ".g-gantt-column-head")?.dataset["column"] ?? null,
    isHandle: (target) => closest(target, ".g-gantt-column-handle") !== null,
    headOf: (id) => heads.get(id)?.element,
    setStop: (id, take) => {
      if (!heads.has(id)) return;
      stopId = id;
      paintStop(true);
      if (take) heads.get(id)?.element.focus({ preventScroll: true });
    },
    showMark: (x) => {
      if (x === null) return mark.remove();
      mark.style.transform = `translateX(${x}px)`;
      chart.frame.tree.append(mark);
    },
  };
}
