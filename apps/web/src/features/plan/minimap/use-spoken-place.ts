import type { IsoDate } from "@gantry/api-contract";
import type { GanttViewport } from "@gantry/gantt";
import { daysBetween, toDayNumber, toIsoDate } from "@gantry/schedule";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { useFormat } from "../../../i18n/format.ts";
import { useWords } from "../../../i18n/use-words.ts";

const REST_MS = 200;

/** Writes what is in view as the slider's value, for a screen reader; after scrolling rests, since it takes words. */
export function useSpokenPlace(
  host: RefObject<HTMLElement | null>,
  { today, span }: { today: IsoDate; span: { start: IsoDate; end: IsoDate } },
): (viewport: GanttViewport) => void {
  const words = useWords();
  const format = useFormat();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (viewport) => {
      const write = () => {
        const { fromDay, toDay, fromRow, toRow } = viewport;
        const day = (at: number) => format.day(toIsoDate(Math.floor(at)), { near: today });
        const days = words.workItems.span(day(fromDay), day(Math.max(fromDay, toDay - 1)));
        const through = (fromDay + toDay) / 2 - toDayNumber(span.start);
        const percent = Math.round((through / Math.max(1, daysBetween(span.start, span.end))) * 100);
        host.current?.setAttribute("aria-valuenow", String(Math.min(100, Math.max(0, percent))));
        host.current?.setAttribute(
          "aria-valuetext",
          words.plan.minimap.place(days, Math.floor(fromRow) + 1, Math.ceil(toRow)),
        );
      };
      clearTimeout(timer.current);
      timer.current = setTimeout(write, REST_MS);
    },
    [host, words, format, today, span],
  );
}
