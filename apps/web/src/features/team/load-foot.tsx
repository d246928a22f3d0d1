import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import type { FootCell } from "./load-rows.ts";
import { sayHours } from "./say-load.ts";

/** From here on the unit would cut off the number. */
const LARGE = 1_000;

/** What everybody in view has to do together. */
export function LoadFoot(props: {
  foot: readonly FootCell[];
  people: number;
  byItems: boolean;
  rowIndex: number;
  gridClass: string;
  gridStyle: object;
}) {
  const words = useWords();
  const format = useFormat();
  const { cell } = words.team;
  return (
    <div
      role="row"
      aria-rowindex={props.rowIndex}
      className={`${props.gridClass} border-t border-border bg-surface`}
      style={props.gridStyle}
    >
      <div role="rowheader" className="min-w-0 py-2 pr-2 pl-gutter">
        <p className="truncate font-medium">{words.team.everyone}</p>
        <p className="truncate text-xs text-muted">{words.team.people(props.people)}</p>
      </div>
      {props.foot.map(({ week, hours, items, capacity }) => {
        const ratio = capacity === 0 ? 0 : hours / capacity;
        return (
          <div key={week.start} role="gridcell" className="min-w-0 px-2 py-2">
            <p className="truncate text-sm leading-4 font-semibold">
              {props.byItems ? cell.items(items) : format.percent(ratio * 100)}
            </p>
            <p className="mt-1 truncate text-2xs text-muted">
              {(capacity < LARGE ? cell.ofAll : cell.ofMany)(sayHours(hours, format), format.number(capacity))}
            </p>
            <span aria-hidden="true" className="mt-1 block h-1 overflow-hidden rounded-full bg-border">
              <span
                className={`block h-full origin-left ${ratio > 1 ? "bg-warning" : "bg-heat-4"}`}
                style={{ transform: `scaleX(${Math.min(1, ratio)})` }}
              />
            </span>
          </div>
        );
      })}
    </div>
  );
}
