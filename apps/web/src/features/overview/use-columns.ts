import { useMemo } from "react";
import { useSettings } from "../../lib/settings.ts";
import { CHOOSABLE, chosenColumns, fromColumns, type OverviewColumn, toColumns } from "./columns.ts";
import type { ColumnKey, OverviewSearch } from "./overview-search.ts";
import { useRoom } from "./use-room.ts";

/** What the columns' menu shows and does. */
export type ColumnChoice = {
  chosen: readonly ColumnKey[];
  choose: (keys: readonly ColumnKey[]) => void;
  /** Whether the choice is a person's own. */
  isChanged: boolean;
  reset: () => void;
};

/** The table's columns. A choice is kept in this browser; an address with columns of its own shows those. */
export function useColumns(
  search: OverviewSearch,
  onChange: (changes: Partial<OverviewSearch>) => void,
): { columns: readonly OverviewColumn[]; choice: ColumnChoice } {
  const kept = useSettings((settings) => settings.overviewColumns);
  const room = useRoom();
  const text = search.columns ?? kept;
  const isGrouped = search.group !== undefined;
  const columns = useMemo(() => toColumns({ chosen: chosenColumns(text), room, isGrouped }), [text, room, isGrouped]);
  const keep = (next: string | undefined) => {
    useSettings.getState().change({ overviewColumns: next });
    onChange({ columns: next });
  };
  return {
    columns,
    choice: {
      chosen: chosenColumns(text) ?? CHOOSABLE,
      choose: (keys) => keep(fromColumns(keys)),
      isChanged: text !== undefined,
      reset: () => keep(undefined),
    },
  };
}
