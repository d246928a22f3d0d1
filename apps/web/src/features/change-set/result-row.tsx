import type { ChangeResult } from "@gantry/api-contract";
import type { ReactNode } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useToday } from "../../lib/clock.ts";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { sayField, sayFrom, sayTo } from "../../ui/work-items/field-value.ts";
import { ItemTypeIcon } from "../../ui/work-items/item-type-icon.tsx";
import { outcomeIcons, outcomeTones } from "../../ui/work-items/outcomes.ts";
import { explainCode } from "./codes/explain-code.ts";
import { explain } from "./explain.ts";
import { RESULT_GRID } from "./result-grid.ts";

type Place = { position: number; top: number; height: number };

/** What makes a row's title a button that tells more. */
type RowOpener = { index: number; isTabStop: boolean; onOpen: () => void; onFocus: () => void };

export function ResultRow(props: {
  result: ChangeResult;
  place: Place;
  isPhone: boolean;
  opener: RowOpener | undefined;
}) {
  const { result, isPhone } = props;
  const words = useWords();
  const format = useFormat();
  const reason = explain(result, words);
  // Of a code that we have no words for, CodeArts' own stand as they came.
  const isStrange = result.upstreamCode !== null && !explainCode(result.upstreamCode, words).isKnown;
  const said = [reason, result.upstreamCode, result.upstreamMessage].filter(Boolean).join(" · ");
  return (
    <RowFrame place={props.place}>
      <span role="cell" className="truncate text-muted max-md:hidden">
        {result.itemNumber}
      </span>
      <span role="cell" className="min-w-0">
        <span className="flex min-w-0 items-center gap-1.5">
          <ItemTypeIcon type={result.itemType} shape={result.itemShape} />
          <Title result={result} opener={props.opener} />
        </span>
        {isPhone && (
          <span className="flex min-w-0 items-center gap-1.5">
            <span className="shrink-0 text-muted">{sayField(result.field, words)}</span>
            <FromTo result={result} />
          </span>
        )}
      </span>
      <span role="cell" className="truncate text-muted max-md:hidden">
        {sayField(result.field, words)}
      </span>
      <span role="cell" className="flex min-w-0 items-center gap-1.5 max-md:hidden">
        {!isPhone && <FromTo result={result} />}
      </span>
      <span role="cell" className="min-w-0">
        <span className={cx("flex items-center gap-1.5", outcomeTones[result.outcome])}>
          <Icon name={outcomeIcons[result.outcome]} />
          <span className={result.outcome === "failed" ? "font-semibold" : "font-medium"}>
            {words.changes.outcome[result.outcome]}
          </span>
        </span>
        {isPhone && result.upstreamCode !== null && (
          <span className="block truncate font-mono text-2xs text-muted">{result.upstreamCode}</span>
        )}
      </span>
      <span role="cell" className="flex min-w-0 items-baseline gap-2 max-md:hidden" title={said}>
        <span className={isStrange ? "shrink-0" : "truncate"}>{reason}</span>
        {isStrange && <span className="truncate text-muted">{result.upstreamMessage}</span>}
        {result.upstreamCode !== null && (
          <span className="shrink-0 font-mono text-2xs text-muted">{result.upstreamCode}</span>
        )}
      </span>
      <span role="cell" className="text-right text-muted max-md:hidden">
        {result.at === null ? (result.outcome === "sending" ? words.changeSet.now : "") : format.time(result.at)}
      </span>
    </RowFrame>
  );
}

/** A row that is being read. */
export function ResultRowSkeleton({ place }: { place: Place }) {
  return (
    <RowFrame place={place}>
      <span role="cell" className="col-span-full">
        <Skeleton className="w-64 max-w-full" />
      </span>
    </RowFrame>
  );
}

function RowFrame({ place, children }: { place: Place; children: ReactNode }) {
  return (
    <div
      role="row"
      aria-rowindex={place.position}
      className={`${RESULT_GRID} absolute inset-x-0 border-b border-border text-xs hover:bg-hover`}
      style={{ height: place.height, transform: `translateY(${place.top}px)` }}
    >
      {children}
    </div>
  );
}

function Title({ result, opener }: { result: ChangeResult; opener: RowOpener | undefined }) {
  const words = useWords();
  const look = "truncate text-sm font-medium";
  if (opener === undefined) {
    return (
      <span className={look} title={result.itemTitle}>
        {result.itemTitle}
      </span>
    );
  }
  return (
    <button
      type="button"
      data-row={opener.index}
      tabIndex={opener.isTabStop ? 0 : -1}
      onClick={opener.onOpen}
      onFocus={opener.onFocus}
      aria-label={words.changeSet.result.open(result.itemTitle, sayField(result.field, words))}
      title={result.itemTitle}
      className={`${look} text-left after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:outline-none!`}
    >
      {result.itemTitle}
    </button>
  );
}

function FromTo({ result }: { result: ChangeResult }) {
  const words = useWords();
  const format = useFormat();
  const context = { words, format, today: useToday() };
  return (
    <>
      <span className="truncate text-muted">{sayFrom(result, context)}</span>
      <Icon name="chevron-right" size={12} label={words.changeSet.to} className="text-muted" />
      <span className="truncate font-medium">{sayTo(result, context)}</span>
    </>
  );
}
