import type { ChangeResult } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useToday } from "../../lib/clock.ts";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { sayField, sayFrom, sayTo } from "../../ui/work-items/field-value.ts";
import { ItemTypeIcon } from "../../ui/work-items/item-type-icon.tsx";
import { outcomeIcons, outcomeTones } from "../../ui/work-items/outcomes.ts";
import { explain } from "./explain.ts";
import { RESULT_GRID } from "./result-grid.ts";

export function ResultRow(props: { result: ChangeResult; position: number; top: number; height: number }) {
  const { result } = props;
  const words = useWords();
  const format = useFormat();
  const today = useToday();
  const context = { words, format, today };
  const reason = explain(result, words);
  const said = [reason, result.upstreamCode, result.upstreamMessage].filter(Boolean).join(" · ");
  return (
    <div
      role="row"
      aria-rowindex={props.position}
      className={`${RESULT_GRID} absolute inset-x-0 border-b border-border text-xs hover:bg-hover`}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
    >
      <span role="cell" className="truncate text-muted max-md:hidden">
        {result.itemNumber}
      </span>
      <span role="cell" className="flex min-w-0 items-center gap-1.5">
        <ItemTypeIcon type={result.itemType} shape={result.itemShape} />
        <span className="truncate text-sm font-medium" title={result.itemTitle}>
          {result.itemTitle}
        </span>
      </span>
      <span role="cell" className="truncate text-muted max-md:hidden">
        {sayField(result.field, words)}
      </span>
      <span role="cell" className="flex min-w-0 items-center gap-1.5">
        <span className="truncate text-muted">{sayFrom(result, context)}</span>
        <Icon name="chevron-right" size={12} label={words.changeSet.to} className="text-muted" />
        <span className="truncate font-medium">{sayTo(result, context)}</span>
      </span>
      <span role="cell" className={cx("flex items-center gap-1.5", outcomeTones[result.outcome])}>
        <Icon name={outcomeIcons[result.outcome]} />
        <span className={result.outcome === "failed" ? "font-semibold" : "font-medium"}>
          {words.changes.outcome[result.outcome]}
        </span>
      </span>
      <span role="cell" className="flex min-w-0 items-baseline gap-2 max-md:hidden" title={said}>
        <span className="truncate">{reason}</span>
        {result.upstreamCode !== null && (
          <span className="shrink-0 font-mono text-2xs text-muted">{result.upstreamCode}</span>
        )}
      </span>
      <span role="cell" className="text-right text-muted max-md:hidden">
        {result.at === null ? (result.outcome === "sending" ? words.changeSet.now : "") : format.time(result.at)}
      </span>
    </div>
  );
}
