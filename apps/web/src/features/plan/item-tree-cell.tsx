import type { IsoDate } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Meter } from "../../ui/meter.tsx";
import { PersonName } from "../../ui/work-items/person-name.tsx";
import { StatusIcon } from "../../ui/work-items/status-icon.tsx";
import type { ItemRow } from "./plan-rows.ts";
import type { ColumnKey } from "./plan-search.ts";

/** One column's content of a line in a mind map's tree. */
export function ItemTreeCell({ columnKey, row, today }: { columnKey: ColumnKey; row: ItemRow; today: IsoDate }) {
  const words = useWords();
  const format = useFormat();
  const { item } = row;
  const day = (value: IsoDate | null) => (value === null ? "–" : format.day(value, { near: today }));
  switch (columnKey) {
    case "number":
      return <span className="truncate text-muted">{item.number}</span>;
    case "type":
      return <span className="truncate text-muted">{words.workItems.types[item.type] ?? item.type}</span>;
    case "status":
      return (
        <span className="flex min-w-0 items-center gap-1.5">
          <StatusIcon phase={item.status.phase} />
          <span className="truncate">{item.status.name}</span>
        </span>
      );
    case "assignee":
      return <PersonName person={item.assignee} />;
    case "priority":
      return <span className="truncate text-muted">{item.priority?.name}</span>;
    case "sprint":
      return <span className="truncate text-muted">{item.sprint?.name}</span>;
    case "start":
      return <span className="whitespace-nowrap">{day(row.start)}</span>;
    case "end":
      return (
        <span className={`whitespace-nowrap ${row.overdue ? "font-medium text-danger-text" : ""}`}>{day(row.end)}</span>
      );
    case "progress":
      return (
        <span className="flex items-center gap-2 text-muted">
          <Meter value={row.progress} />
          {format.percent(row.progress)}
        </span>
      );
    case "shift":
      // A mind map has no baseline.
      return null;
  }
}
