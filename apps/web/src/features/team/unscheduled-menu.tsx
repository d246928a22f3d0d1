import type { Load, WorkSum } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { sayHours } from "./say-load.ts";
import type { CellKey } from "./team-search.ts";

/** What has no dates stands aside, and opens by person. */
export function UnscheduledMenu(props: { load: Load; sum: WorkSum; onOpen: (cell: CellKey) => void }) {
  const words = useWords();
  const format = useFormat();
  const said = words.team;
  if (props.sum.items === 0) return null;
  const people = props.load.people
    .filter(({ unscheduled }) => unscheduled.items > 0)
    .toSorted((left, right) => right.unscheduled.hours - left.unscheduled.hours);
  return (
    <Menu
      placement="top-start"
      trigger={
        <Button variant="ghost" icon="calendar" iconEnd="chevron-up">
          {said.unscheduled(props.sum.items, sayHours(props.sum.hours, format))}
        </Button>
      }
    >
      {people.map(({ person, unscheduled }) => (
        <MenuItem
          key={person?.id ?? ""}
          hint={`${said.cell.items(unscheduled.items)}${words.common.comma}${said.cell.hours(sayHours(unscheduled.hours, format))}`}
          onSelect={() => props.onOpen({ personId: person?.id ?? null, week: "unscheduled" })}
        >
          {person?.name ?? said.nobody}
        </MenuItem>
      ))}
    </Menu>
  );
}
