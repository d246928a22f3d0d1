import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { heatClasses } from "./load-cell.tsx";
import type { Heat } from "./load-rows.ts";

/** What the grounds mean. */
export function LoadLegend(props: { byItems: boolean; className?: string }) {
  const words = useWords();
  const format = useFormat();
  const { legend } = words.team;
  const loads: { heat: Heat; text: string }[] = props.byItems
    ? [
        { heat: 1, text: legend.items(1, 2) },
        { heat: 2, text: legend.items(3, 5) },
        { heat: 3, text: legend.items(6, 9) },
        { heat: 4, text: legend.andMore(10) },
      ]
    : ([40, 70, 90, 100] as const).map((percent, index) => ({
        heat: steps[index] ?? 4,
        text: legend.to(format.percent(percent)),
      }));
  return (
    <ul
      aria-label={legend.label}
      className={cx("flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted", props.className)}
    >
      <Entry swatch={cx(heatClasses[0], "load-dots")} text={legend.free} isIdle />
      {loads.map(({ heat, text }) => (
        <Entry key={heat} swatch={heatClasses[heat]} text={text} />
      ))}
      <Entry swatch={heatClasses.over} text={legend.over} isOver />
      <Entry swatch={heatClasses["far-over"]} text={legend.farOver(format.percent(120))} isOver />
      <Entry swatch="load-hatch" text={legend.short} />
    </ul>
  );
}

const steps = [1, 2, 3, 4] as const;

function Entry(props: { swatch: string; text: string; isIdle?: boolean; isOver?: boolean }) {
  return (
    <li className="flex items-center gap-1.5 whitespace-nowrap">
      <span
        aria-hidden="true"
        className={cx(
          "relative h-3 w-4 rounded-xs",
          props.isIdle === true ? "text-muted" : "text-on-heat",
          props.swatch,
        )}
      >
        {props.isOver === true && <Icon name="overload" size={12} className="absolute inset-0 m-auto scale-75" />}
      </span>
      {props.text}
    </li>
  );
}
