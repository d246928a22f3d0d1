import type { Load } from "@gantry/api-contract";
import { useLayoutEffect, useRef, useState } from "react";
import type { TeamSearch } from "./team-search.ts";
import type { WeekSteps } from "./team-toolbar.tsx";

const WEEK_PX = 92;
const PERSON_PX = { phone: 112, wide: 200 };
const MOST_WEEKS = 26;
/** As many weeks as fit before the page was measured. */
const FIRST_PX = 1_120;

/** How many weeks fit beside the people, and which of them show. */
export function useWeekWindow(load: Load | undefined, options: { from: TeamSearch["from"]; isPhone: boolean }) {
  const area = useRef<HTMLDivElement>(null);
  const [widthPx, setWidthPx] = useState(FIRST_PX);
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return undefined;
    const measure = () => setWidthPx(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const room = widthPx - (options.isPhone ? PERSON_PX.phone : PERSON_PX.wide);
  const count = Math.max(1, Math.min(MOST_WEEKS, Math.floor(room / WEEK_PX)));
  const weeks = load?.weeks ?? [];
  const last = Math.max(0, weeks.length - count);
  const { from } = options;
  const first =
    from === undefined ? 0 : Math.min(last, Math.max(0, weeks.filter(({ start }) => start <= from).length - 1));
  const step = Math.max(1, Math.min(4, count - 1));
  const startOf = (index: number) => weeks[index]?.start ?? null;
  const steps: WeekSteps = {
    earlier: first === 0 ? null : first - step <= 0 ? undefined : startOf(first - step),
    later: first >= last ? null : startOf(Math.min(last, first + step)),
  };
  return { area, first, count, steps };
}
