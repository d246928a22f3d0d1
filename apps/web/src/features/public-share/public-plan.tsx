import type { PublicItem, ShareHide } from "@gantry/api-contract";
import type { GanttEngine, GanttScale } from "@gantry/gantt";
import "@gantry/gantt/gantt.css";
import { GanttView } from "@gantry/gantt/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { toGanttWords } from "../../i18n/gantt-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useToday } from "../../lib/clock.ts";
import { useLanguage } from "../../lib/settings.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { useWorkingDays } from "../../lib/working-days.ts";
import { Button } from "../../ui/button.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { toPublicColumns, widthOf } from "./public-columns.ts";
import { toPublicRows } from "./public-rows.ts";

const SCALES = ["day", "week", "month", "quarter", "year"] as const satisfies readonly GanttScale[];
const PHONE_SCALES: readonly GanttScale[] = ["day", "week", "month"];
const ROW_HEIGHT_PX = { fine: 28, coarse: 48 } as const;
const BAR_HEIGHT_PX = 16;

const nothing: readonly never[] = [];
const noSelection: ReadonlySet<string> = new Set();
const ignore = () => undefined;

/** A shared plan's items as tree and chart. Nothing in it can be changed. */
export function PublicPlan({ items, hides }: { items: readonly PublicItem[]; hides: readonly ShareHide[] }) {
  const words = useWords();
  const format = useFormat();
  const locale = useLanguage();
  const today = useToday();
  const isPhone = useMediaQuery(media.phone);
  const isNarrow = useMediaQuery(media.tablet);
  const isCoarse = useMediaQuery(media.coarse);
  const workingDays = useWorkingDays();
  const engine = useRef<GanttEngine | null>(null);
  const [scale, setScale] = useState<GanttScale>("week");
  const [folded, setFolded] = useState<ReadonlySet<string>>(noSelection);
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
        <GanttView
          ref={engine}
          rows={ganttRows}
          links={nothing}
          columns={columns}
          sprints={nothing}
          scale={scale}
          today={today}
          locale={locale}
          words={ganttWords}
          rowHeight={isCoarse ? ROW_HEIGHT_PX.coarse : ROW_HEIGHT_PX.fine}
          barHeight={BAR_HEIGHT_PX}
          gridWidth={widthOf(columns)}
          dayKind={workingDays.kindOf}
          selectedIds={noSelection}
          onBarsChange={ignore}
          onSelectionChange={ignore}
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
