import type { Person } from "@gantry/api-contract";
import { type RefObject } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Badge } from "../../ui/badge.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { sayHours } from "./say-load.ts";

export type PanelSum = {
  hours: number;
  capacity: number | null;
  tooMany: number;
  withoutHours: number;
  overdue: number;
};

/** Whose week it is, and how full. */
export function PanelHead(props: {
  person: Person | null;
  when: string;
  sum: PanelSum;
  heading: RefObject<HTMLHeadingElement | null>;
  onClose: () => void;
}) {
  const { person, sum, when, heading, onClose } = props;
  const words = useWords();
  const format = useFormat();
  const said = words.team.cell;
  const hours = sayHours(sum.hours, format);
  const asides = [
    sum.overdue > 0 ? said.overdue(sum.overdue) : "",
    sum.withoutHours > 0 ? said.withoutHours(sum.withoutHours) : "",
  ].filter(Boolean);
  return (
    <header className="px-4 pt-3 pb-3">
      <div className="flex items-start gap-3">
        <span className="mt-1.5">
          <Avatar person={person} size="md" />
        </span>
        <div className="min-w-0 flex-1">
          <h2 ref={heading} tabIndex={-1} className="truncate text-lg font-semibold outline-none">
            {person?.name ?? words.team.nobody}
          </h2>
          <p className="text-xs text-muted">{when}</p>
        </div>
        <IconButton icon="close" label={words.team.panel.close} onClick={onClose} className="-mr-1.5" />
      </div>
      <div className="mt-3 flex min-h-5 items-center gap-2">
        <p className="flex-1 font-semibold">
          {sum.capacity === null || person === null
            ? sum.hours === 0 && sum.withoutHours > 0
              ? said.noHours
              : said.hours(hours)
            : said.ofHours(hours, format.number(sum.capacity))}
        </p>
        {sum.tooMany > 0 && (
          <Badge tone="warning" icon="health-at-risk">
            {said.tooMany(sum.tooMany)}
          </Badge>
        )}
        {person !== null && sum.capacity !== null && sum.tooMany === 0 && sum.capacity - sum.hours >= 1 && (
          <Badge>{said.roomFor(sayHours(sum.capacity - sum.hours, format))}</Badge>
        )}
      </div>
      {sum.capacity !== null && person !== null && <FullBar {...sum} capacity={sum.capacity} />}
      {asides.length > 0 && <p className="mt-1.5 text-xs text-muted">{asides.join(words.common.comma)}</p>}
    </header>
  );
}

/** What fits and what does not, side by side. Decoration: the numbers stand above. */
function FullBar({ hours, capacity, tooMany }: PanelSum & { capacity: number }) {
  const whole = Math.max(hours, capacity, 1);
  const fits = tooMany > 0 ? capacity : hours;
  return (
    <div aria-hidden="true" className="mt-2 flex h-2 gap-0.5 overflow-hidden rounded-full bg-sunken">
      <span className="bg-cat-1" style={{ width: `${(fits / whole) * 100}%` }} />
      {tooMany > 0 && <span className="load-hatch flex-1 bg-cat-2 text-surface" />}
    </div>
  );
}
