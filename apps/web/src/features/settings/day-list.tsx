import { isIsoDate } from "@gantry/api-contract";
import type { IsoDate } from "@gantry/schedule";
import { type FormEvent, useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons/icon.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { DayChips } from "./day-chips.tsx";

/** A list of days by year, with a field that adds one. */
export function DayList(props: { label: string; days: readonly IsoDate[]; onChange: (days: IsoDate[]) => void }) {
  const { settings: words } = useWords();
  const format = useFormat();
  const [draft, setDraft] = useState("");
  const isThere = props.days.some((day) => day === draft);
  const years = [...new Set(props.days.map((day) => day.slice(0, 4)))].sort();
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!isIsoDate(draft) || isThere) return;
    props.onChange([...props.days, draft].sort());
    setDraft("");
  };
  return (
    <div className="flex flex-col gap-2.5">
      {years.length === 0 && <p className="text-muted">{words.noDays}</p>}
      {years.map((year) => {
        const days = props.days.filter((day) => day.startsWith(year));
        return (
          <details key={year} className="group">
            <summary className="inline-flex list-none items-center gap-1.5 rounded-sm text-sm">
              <Icon name="chevron-right" size={14} className="text-muted group-open:rotate-90" />
              <span className="font-medium">{year}</span>
              <span className="text-muted">{words.days(days.length)}</span>
            </summary>
            <DayChips
              days={days}
              format={format}
              onRemove={(day) => props.onChange(props.days.filter((one) => one !== day))}
            />
          </details>
        );
      })}
      <form onSubmit={add} className="flex flex-wrap items-start gap-2">
        <TextField
          type="date"
          hideLabel
          label={words.addTo(props.label)}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          error={isThere ? words.alreadyThere : undefined}
          className="w-44"
        />
        <Button type="submit" icon="add">
          {words.add}
        </Button>
      </form>
    </div>
  );
}
