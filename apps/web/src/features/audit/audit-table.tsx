import type { AuditRow } from "@gantry/api-contract";
import { Link } from "@tanstack/react-router";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../../ui/class-names.ts";
import { TableHead } from "../../ui/table-head.tsx";
import { sayAuditDetail } from "./say-audit.ts";

const columns = [
  { key: "number", className: "hidden w-20 text-right lg:table-cell" },
  { key: "when", className: "w-[8rem] md:w-[9.5rem] max-lg:pl-gutter" },
  { key: "who", className: "hidden w-[10rem] md:table-cell" },
  { key: "what", className: "" },
  { key: "where", className: "hidden w-[12rem] lg:table-cell" },
  { key: "changeSet", className: "hidden w-[8rem] md:table-cell" },
] as const;

const cell = "border-b border-border px-1.5 py-2 align-top text-xs last:pr-gutter first:pl-gutter";

/** One line a thing that was done; a phone puts who and where under what. */
export function AuditTable(props: { rows: readonly AuditRow[]; projectNames: ReadonlyMap<string, string> }) {
  const { audit: said } = useWords();
  return (
    <table aria-label={said.title} className="w-full table-fixed border-separate border-spacing-0">
      <TableHead columns={columns.map((column) => ({ ...column, name: said.column[column.key] }))} className="h-8" />
      <tbody>
        {props.rows.map((row) => (
          <Row key={row.number} row={row} project={projectOf(row, props.projectNames)} />
        ))}
      </tbody>
    </table>
  );
}

function projectOf({ projectId }: AuditRow, names: ReadonlyMap<string, string>): string {
  if (projectId === null || names.size === 0) return "";
  return names.get(projectId) ?? projectId;
}

function Row({ row, project }: { row: AuditRow; project: string }) {
  const words = useWords();
  const format = useFormat();
  const said = words.audit;
  const detail = sayAuditDetail(row, { words, format });
  const who = row.actor?.name ?? said.nobody;
  return (
    <tr className="hover:bg-hover">
      <td className={cx(cell, columns[0].className, "text-muted tabular-nums")}>{format.number(row.number)}</td>
      <td className={cx(cell, "whitespace-nowrap text-muted max-lg:pl-gutter")} title={new Date(row.at).toISOString()}>
        {format.instant(row.at)}
      </td>
      <td className={cx(cell, columns[2].className, "truncate")}>{who}</td>
      <td className={cx(cell, "min-w-0")}>
        <span className="font-medium">{said.kind[row.kind]}</span>
        {detail !== "" && <span className="break-words text-muted"> · {detail}</span>}
        <span className="block text-muted md:hidden">{who}</span>
        <span className="block text-muted lg:hidden">{project}</span>
        {row.changeSetId !== null && (
          <span className="block md:hidden">
            <ChangeSetLink id={row.changeSetId} />
          </span>
        )}
      </td>
      <td className={cx(cell, columns[4].className, "truncate text-muted")}>{project}</td>
      <td className={cx(cell, columns[5].className, "whitespace-nowrap")}>
        {row.changeSetId !== null && <ChangeSetLink id={row.changeSetId} />}
      </td>
    </tr>
  );
}

function ChangeSetLink({ id }: { id: string }) {
  const said = useWords().audit;
  return (
    <Link to="/changes/$id" params={{ id }} className="text-accent-text underline-offset-2 hover:underline">
      {said.open}
      <span className="sr-only"> {id}</span>
    </Link>
  );
}
