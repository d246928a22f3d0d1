import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/class-names.ts";
import { Popover } from "../../ui/popover.tsx";
import type { Comparison } from "./compare-baseline.ts";
import { isLate, sayCounts, sayShift } from "./say-shift.ts";

const MOST_LISTED = 200;

/** "12 later, 3 earlier, 2 new since Release 1", with the list of them, each a way to its row. */
export function BaselineSummary(props: {
  name: string;
  comparison: Comparison;
  titleOf: (id: string) => string;
  onGoTo: (id: string) => void;
}) {
  const { comparison } = props;
  const words = useWords();
  const text = words.baselines.summary(sayCounts(comparison, words), props.name);
  const more = comparison.changed.length - MOST_LISTED;
  if (comparison.changed.length === 0) return <span>{text}</span>;
  return (
    <Popover
      label={words.baselines.list}
      trigger={
        <Button variant="link" iconEnd="chevron-down" className="h-auto! px-0! whitespace-normal! text-left">
          {text}
        </Button>
      }
    >
      {(close) => (
        <ul className="flex flex-col">
          {comparison.changed.slice(0, MOST_LISTED).map(({ id, shift }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => {
                  close();
                  props.onGoTo(id);
                }}
                className="motion-hover w-full rounded-sm px-2 py-1 text-left hover:bg-hover"
              >
                <span className="block truncate">{props.titleOf(id)}</span>
                <span className={cx("block text-xs", isLate(shift) ? "text-danger-text" : "text-muted")}>
                  {sayShift(shift, words)}
                </span>
              </button>
            </li>
          ))}
          {more > 0 && <li className="px-2 py-1 text-xs text-muted">{words.plan.more(more)}</li>}
        </ul>
      )}
    </Popover>
  );
}
