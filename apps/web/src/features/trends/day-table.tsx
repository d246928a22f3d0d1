import { useMemo } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import type { TrendSum } from "../../lib/trends.ts";
import { cx } from "../../ui/class-names.ts";
import { toDayRows } from "./to-table.ts";

const numbers = ["scope", "done", "unknown", "planned"] as const;
const cell = "border-b border-border px-1.5 py-1.5 tabular-nums";

/** The burn-up's numbers, the newest day first. */
export function DayTable({ sum, label }: { sum: TrendSum; label: string }) {
  const words = useWords();
  const format = useFormat();
  const { column } = words.trends;
  const rows = useMemo(() => toDayRows(sum, words), [sum, words]);
  return (
    <div className="overflow-x-auto">
      <table aria-label={label} className="w-full max-w-4xl border-separate border-spacing-0 text-sm">
        <thead>
          <tr className="text-xs text-muted">
            <th scope="col" className={cx(cell, "pl-gutter text-left font-normal")}>
              {column.day}
            </th>
            {numbers.map((key) => (
              <th key={key} scope="col" className={cx(cell, "text-right font-normal")}>
                {column[key]}
              </th>
            ))}
            <th scope="col" className={cx(cell, "pr-gutter text-left font-normal")}>
              {column.source}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.day} className="hover:bg-hover">
              <th scope="row" className={cx(cell, "pl-gutter text-left font-normal whitespace-nowrap")}>
                {format.weekday(row.day)}
              </th>
              {numbers.map((key) => (
                <td
                  key={key}
                  className={cx(
                    cell,
                    "text-right",
                    row[key] === 0 && "text-muted",
                    key === "unknown" && row.unknown > 0 && "text-warning-text",
                  )}
                >
                  {key === "done" && row.unknown >= row.scope && row.scope > 0 ? "–" : format.number(row[key])}
                </td>
              ))}
              <td className={cx(cell, "pr-gutter text-left text-muted")}>{row.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
