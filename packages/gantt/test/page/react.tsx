import "./page.css";
import "../../src/gantt.css";
import { StrictMode, createRef } from "react";
import { createRoot, type Root } from "react-dom/client";
import { GanttView } from "../../src/react/index.ts";
import type { GanttEngine, GanttOptions } from "../../src/types.ts";
import { row } from "./rows.ts";
import { englishWords } from "./words.ts";

export type SkinPage = {
  /** Renders rows of these ids and waits for the page to show them. */
  render: (ids: readonly string[]) => Promise<void>;
  unmount: () => void;
  engine: () => GanttEngine | null;
};

declare global {
  var skin: SkinPage;
}

const host = document.querySelector<HTMLElement>("#host");
const root: Root | null = host && createRoot(host);
const engine = createRef<GanttEngine | null>();
const none = () => {};
const steady: Omit<GanttOptions, "rows"> = {
  links: [],
  columns: [
    { id: "title", header: "Title", width: 200, align: "start", sort: null, cell: (item) => ({ text: item.title }) },
  ],
  sprints: [],
  scale: "week",
  today: "2026-04-15",
  locale: "en",
  words: englishWords,
  rowHeight: 28,
  barHeight: 16,
  gridWidth: 300,
  dayKind: () => "working",
  selectedIds: new Set(),
  onBarsChange: none,
  onSelectionChange: none,
  onToggleRow: none,
  onOpenRow: none,
};

globalThis.skin = {
  engine: () => engine.current,
  unmount: () => root?.unmount(),
  render: (ids) => {
    root?.render(
      <StrictMode>
        <GanttView ref={engine} className="chart" rows={ids.map((id) => row(id))} {...steady} />
      </StrictMode>,
    );
    return new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => painted())));
  },
};
