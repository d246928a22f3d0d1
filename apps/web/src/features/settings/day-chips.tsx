import type { IsoDate } from "@gantry/schedule";
import type { Format } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Icon } from "../../ui/icons/icon.tsx";

export function DayChips(props: { days: readonly IsoDate[]; format: Format; onRemove: (day: IsoDate) => void }) {
  const { settings: words } = useWords();
  return (
    <ul className="flex flex-wrap gap-1.5 pt-2 pl-5">
      {props.days.map((day) => (
        <li key={day} className="inline-flex h-6 items-center rounded-sm border border-border bg-sunken pl-2 text-xs">
          {props.format.weekday(day)}
          <button
            type="button"
            aria-label={words.removeDay(props.format.longDay(day))}
            onClick={() => props.onRemove(day)}
            className="inline-flex size-6 items-center justify-center text-muted hover:text-text"
          >
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
}
