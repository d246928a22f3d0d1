import type { ChangeSet } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { media, useMediaQuery } from "../../lib/use-media-query.ts";
import { TableHead } from "../../ui/table-head.tsx";
import { ChangeSetRow } from "./change-set-row.tsx";

const columns = [
  { key: "what", className: "" },
  { key: "where", className: "hidden w-[17rem] lg:table-cell" },
  { key: "who", className: "hidden w-[9rem] xl:table-cell" },
  { key: "when", className: "hidden w-[8.5rem] md:table-cell" },
  { key: "progress", className: "hidden w-[15rem] md:table-cell" },
  { key: "outcome", className: "w-[10rem] md:w-[17rem]" },
] as const;

/** Change sets in two groups; where nothing is under way, the finished ones need no heading. */
export function ChangesTable(props: { open: readonly ChangeSet[]; finished: readonly ChangeSet[] }) {
  const { changesList: said } = useWords();
  const hasOpen = props.open.length > 0;
  return (
    <table aria-label={said.title} className="w-full table-fixed border-separate border-spacing-0">
      <TableHead columns={columns.map((column) => ({ ...column, name: said.column[column.key] }))} className="h-9" />
      <Group name={hasOpen ? said.underWay : null} changeSets={props.open} />
      <Group name={hasOpen ? said.ended : null} changeSets={props.finished} />
    </table>
  );
}

function Group({ name, changeSets }: { name: string | null; changeSets: readonly ChangeSet[] }) {
  const format = useFormat();
  const shownColumns = useShownColumns();
  if (changeSets.length === 0) return null;
  return (
    <tbody>
      {name !== null && (
        <tr className="h-8">
          <th
            scope="rowgroup"
            colSpan={shownColumns}
            className="border-b border-border bg-sunken px-gutter text-left text-xs font-medium text-muted"
          >
            {name} <span className="font-normal">{format.number(changeSets.length)}</span>
          </th>
        </tr>
      )}
      {changeSets.map((changeSet) => (
        <ChangeSetRow key={changeSet.id} changeSet={changeSet} />
      ))}
    </tbody>
  );
}

/** How many columns are in view: a cell that spans more would make columns of its own. */
function useShownColumns(): number {
  const isPhone = useMediaQuery(media.phone);
  const isTablet = useMediaQuery(media.tablet);
  const isLaptop = useMediaQuery(media.laptop);
  return isPhone ? 2 : isTablet ? 4 : isLaptop ? 5 : columns.length;
}
