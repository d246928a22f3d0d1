import type { PublicItem, ShareHide } from "@gantry/api-contract";
import type { GanttEngine, GanttScale } from "@gantry/gantt";
import { useEffect, useMemo, useRef, useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { toGanttWords } from "../../i18n/gantt-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useToday } from "../../lib/clock.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { useWorkingDays } from "../../lib/working-days.ts";
import { Button } from "../../ui/button.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { StillGantt } from "../../ui/still-gantt.tsx";
import { toPublicColumns, widthOf } from "./public-columns.ts";
import { toPublicRows } from "./public-rows.ts";

const SCALES = ["day", "week", "month", "quarter", "year"] as const satisfies readonly GanttScale[];
const PHONE_SCALES: readonly GanttScale[] = ["day", "week", "month"];
const ROW_HEIGHT_PX = 28;

const noneFolded: ReadonlySet<string> = new Set();
const ignore = () => undefined;

/** A shared plan's items as tree and chart. Nothing in it can be changed. */
export function PublicPlan({ items, hides }: { items: readonly PublicItem[]; hides: readonly ShareHide[] }) {
  const words = useWords();
  const format = useFormat();
  const today = useToday();
  const isPhone = useMediaQuery(media.phone);
  const isNarrow = useMediaQuery(media.tablet);
  const workingDays = useWorkingDays();
  const engine = useRef<GanttEngine | null>(null);
  const [scale, setScale] = useState<GanttScale>("week");
  const [folded, setFolded] = useState<ReadonlySet<string>>(noneFolded);
  const rows = useMemo(
    () => toPublicRows(items, { folded, words, format, today }),
    [items, folded, words, format, today],
  );
  const byKey = useMemo(() => new Map(rows.map((row) => [row.gantt.id, row])), [rows]);
  const ganttRows = useMemo(() => rows.map(({ gantt }) => gantt), [rows]);
  const columns = useMemo(
    () => toPublicColumns({ rowOf: (key) => byKey.get(key), hides, isNarrow, words, format }),
    [byKey, hides, isNarrow, words, format],
  );
  const ganttWords = useMemo(() => toGanttWords({ words, format, workingDays }), [words, format, workingDays]);
  const onToggleRow = useMemo(() => (key: string) => setFolded((now) => flip(now, key)), []);
  useEffect(() => {
    const chosen = engine.current?.fit();
    if (chosen !== undefined) setScale(chosen);
  }, []);
  const fit = () => {
    const chosen = engine.current?.fit();
    if (chosen !== undefined) setScale(chosen);
  };
  const scales = SCALES.filter((one) => !isPhone || PHONE_SCALES.includes(one) || one === scale);
  return (
    <>
      <div className="flex min-h-11 flex-wrap items-center gap-2 border-b border-border px-gutter py-1.5">
        <SegmentedControl
          label={words.plan.scale}
          value={scale}
          onChange={setScale}
          segments={scales.map((one) => ({ value: one, label: words.plan.scales[one] }))}
        />
        <Button onClick={() => engine.current?.scrollToToday()}>{words.plan.todayButton}</Button>
        <Button icon="fit" onClick={fit}>
          {words.plan.fit}
        </Button>
      </div>
      <div className="min-h-80 flex-1">
        <StillGantt
          ref={engine}
          rows={ganttRows}
          columns={columns}
          scale={scale}
          words={ganttWords}
          rowHeight={ROW_HEIGHT_PX}
          gridWidth={widthOf(columns)}
          onToggleRow={onToggleRow}
          onOpenRow={ignore}
          onScaleChange={setScale}
        />
      </div>
    </>
  );
}

function flip(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}
