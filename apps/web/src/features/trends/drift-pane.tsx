import type { ReactNode } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import type { TrendSum } from "../../lib/trends.ts";
import { DriftTable } from "./drift-table.tsx";

/** Planned against actual: how finished items missed their day, and how often ends were moved. */
export function DriftPane({ drift }: { drift: TrendSum["drift"] }) {
  const words = useWords();
  const format = useFormat();
  const said = words.trends.drift;
  const finished = drift.early + drift.onTime + drift.late;
  return (
    <section aria-labelledby="drift-title" className="mt-6 border-t border-border pt-4">
      <h2 id="drift-title" className="px-gutter text-lg font-semibold">
        {said.title}
      </h2>
      <p className="max-w-3xl px-gutter pt-1 text-xs text-muted">{said.rule}</p>
      <dl className="flex flex-wrap gap-x-10 gap-y-3 px-gutter py-4">
        <Number name={said.early}>{format.number(drift.early)}</Number>
        <Number name={said.onTime}>{format.number(drift.onTime)}</Number>
        <Number name={said.late}>{format.number(drift.late)}</Number>
        {finished > 0 && (
          <Number name={said.mean}>{said.meanDays(Math.round((drift.lateDays / finished) * 10) / 10)}</Number>
        )}
      </dl>
      <p className="px-gutter text-sm">{said.moved(drift.movedItems, drift.moves, drift.movedDays)}</p>
      {drift.untold > 0 && <p className="px-gutter text-sm text-muted">{said.untold(drift.untold)}</p>}
      {drift.rows.length === 0 ? (
        <p className="px-gutter pt-2 text-sm text-muted">{said.none}</p>
      ) : (
        <DriftTable rows={drift.rows} />
      )}
    </section>
  );
}

function Number({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="text-2xl leading-8 font-semibold tabular-nums">{children}</dd>
    </div>
  );
}
