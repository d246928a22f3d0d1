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
          {said.unscheduled(sayWork(props.sum))}
        </Button>
      }
    >
      {people.map(({ person, unscheduled }) => (
        <MenuItem
          key={person?.id ?? ""}
          hint={sayWork(unscheduled)}
          onSelect={() => props.onOpen({ personId: person?.id ?? null, week: "unscheduled" })}
        >
          {person?.name ?? said.nobody}
        </MenuItem>
      ))}
    </Menu>
  );

  /** Items, and their hours where somebody gave them any. */
  function sayWork({ items, hours, withoutHours }: WorkSum): string {
    const counted = said.cell.items(items);
    if (withoutHours === items) return counted;
    return `${counted}${words.common.comma}${said.cell.hours(sayHours(hours, format))}`;
  }
}
