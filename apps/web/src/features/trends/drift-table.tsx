import type { DriftRow } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../../ui/class-names.ts";

const cell = "border-b border-border px-1.5 py-1.5 text-left align-top text-xs";

/** The items that are furthest off their planned end, or whose end was moved furthest. */
export function DriftTable({ rows }: { rows: readonly DriftRow[] }) {
  const words = useWords();
  const format = useFormat();
  const said = words.trends.drift;
  return (
    <table className="mt-3 w-full table-fixed border-separate border-spacing-0">
      <caption className="px-gutter py-2 text-left text-sm font-medium">{said.furthest(rows.length)}</caption>
      <thead>
        <tr className="text-muted">
          <th scope="col" className={cx(cell, "pl-gutter font-normal")}>
            {said.item}
          </th>
          <th scope="col" className={cx(cell, "w-28 font-normal max-md:hidden")}>
            {said.planned}
          </th>
          <th scope="col" className={cx(cell, "w-28 font-normal max-md:hidden")}>
            {said.finished}
          </th>
          <th scope="col" className={cx(cell, "w-40 font-normal max-md:w-28")}>
            {said.off}
          </th>
          <th scope="col" className={cx(cell, "w-36 pr-gutter font-normal max-md:w-28")}>
            {said.ends}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.itemId} className="hover:bg-hover">
            <th scope="row" className={cx(cell, "pl-gutter font-normal")}>
              <span className="block truncate text-sm" title={row.title}>
                {row.title}
              </span>
              <span className="text-muted">{row.number}</span>
            </th>
            <td className={cx(cell, "tabular-nums max-md:hidden")}>
              {row.plannedEnd !== null && format.day(row.plannedEnd)}
            </td>
            <td className={cx(cell, "tabular-nums max-md:hidden")}>
              {row.doneOn === null ? <span className="text-muted">{said.open}</span> : format.day(row.doneOn)}
            </td>
            <td className={cx(cell, (row.lateDays ?? 0) > 0 && "text-danger-text")}>
              {row.lateDays !== null && said.offDays(row.lateDays)}
            </td>
            <td className={cx(cell, "pr-gutter")}>{row.moves > 0 && said.times(row.moves, row.movedDays)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
