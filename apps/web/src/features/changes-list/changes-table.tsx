import type { ChangeSet } from "@gantry/api-contract";
import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../../ui/class-names.ts";
import { ChangeSetRow } from "./change-set-row.tsx";

const columns = [
  { key: "what", className: "" },
  { key: "where", className: "hidden w-[17rem] lg:table-cell" },
  { key: "who", className: "hidden w-[9rem] xl:table-cell" },
  { key: "when", className: "hidden w-[8.5rem] md:table-cell" },
  { key: "progress", className: "hidden w-[14rem] md:table-cell" },
  { key: "outcome", className: "w-[10rem] md:w-[17rem]" },
] as const;

export function ChangesTable(props: { changeSets: readonly ChangeSet[] }) {
  const words = useWords();
  return (
    <table aria-label={words.changesList.title} className="w-full table-fixed border-separate border-spacing-0">
      <thead>
        <tr className="h-9">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={cx(
                "sticky top-0 z-(--g-z-header) border-b border-border bg-surface px-1.5 text-left text-xs font-normal text-muted first:pl-gutter last:pr-gutter",
                column.className,
              )}
            >
              {words.changesList.column[column.key]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.changeSets.map((changeSet) => (
          <ChangeSetRow key={changeSet.id} changeSet={changeSet} />
        ))}
      </tbody>
    </table>
  );
}
