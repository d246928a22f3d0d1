import { useWords } from "../../i18n/use-words.ts";
import { Avatar } from "../../ui/avatar.tsx";
import type { PlanRow } from "./plan-rows.ts";

/** Who has most of a plan's open work: the first by name, the others by number; all of it in the tooltip. */
export function PeopleCell({ row }: { row: PlanRow }) {
  const words = useWords();
  const { rollUp } = row;
  if (rollUp === null) return null;
  const [first] = rollUp.people;
  if (first === undefined) return <span className="text-faint">{words.common.nobody}</span>;
  const more = rollUp.peopleCount - 1;
  const beyond = rollUp.peopleCount - rollUp.people.length;
  const title = [
    ...rollUp.people.map(({ person, open }) => words.overview.mostWork(person.name, open)),
    ...(beyond > 0 ? [words.overview.morePeopleLong(beyond)] : []),
  ].join("\n");
  return (
    <span title={title} className="flex items-center gap-1.5 text-text">
      <Avatar person={first.person} />
      <span className="truncate">{first.person.name}</span>
      {more > 0 && (
        <span className="shrink-0 text-muted">
          <span aria-hidden="true">{words.overview.morePeople(more)}</span>
          <span className="sr-only">{words.overview.morePeopleLong(more)}</span>
        </span>
      )}
    </span>
  );
}
