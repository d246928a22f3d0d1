import type { Sprint } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWeekdayNames } from "../../i18n/weekday-names.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useToday } from "../../lib/clock.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { sayValue } from "../../ui/work-items/field-value.ts";
import { CascadeTick } from "./cascade-tick.tsx";
import type { DatesProblem } from "./check-draft.ts";
import { DatesControl } from "./dates-control.tsx";
import { DATE_WAYS, type DatesDraft } from "./draft.ts";
import { TickRow } from "./field-row.tsx";
import type { FormField } from "./form-fields.ts";
import { sayDates } from "./say-dates.ts";

export type DatesRowProps = {
  /** Those of start and end that the items have. */
  formFields: readonly FormField[];
  sprints: readonly Sprint[];
  draft: DatesDraft;
  problem: DatesProblem | null;
  onChange: (change: Partial<DatesDraft>) => void;
};

/** Start and end together: the same for all, cleared where the service can, or each moved from where it is. */
export function DatesRow(props: DatesRowProps) {
  const { formFields, draft, onChange } = props;
  const words = useWords();
  const format = useFormat();
  const today = useToday();
  const weekdays = useWeekdayNames().long;
  const said = words.batchEdit;
  const name = words.workItems.fields["dates"] ?? "";
  const canClear = formFields.length > 0 && formFields.every(({ field }) => field.clearable);
  const sprints = props.sprints.filter(({ start, end }) => start !== null && end !== null);
  const ways = DATE_WAYS.filter((way) => (way === "clear" ? canClear : way !== "fit-sprint" || sprints.length > 0));
  return (
    <div>
      <TickRow name={name} label={said.change(name)} ticked={draft.ticked} onTick={(ticked) => onChange({ ticked })}>
        <DatesNow formFields={formFields} />
      </TickRow>
      {draft.ticked && (
        <div className="mb-3 flex flex-col gap-2.5 pl-6">
          <SegmentedControl
            inThrees
            label={said.howOf(name)}
            value={draft.how}
            segments={ways.map((value) => ({ value, label: said.ways[value] }))}
            onChange={(how) => onChange({ how })}
          />
          <DatesControl {...props} sprints={sprints} />
          <p aria-live="polite" className="text-xs text-muted">
            {words.common.sentences([
              sayDates(draft, { words, format, today, weekdays, sprints }),
              draft.how === "shift" || draft.how === "scale" ? said.counts : "",
            ])}
          </p>
          {draft.how !== "clear" && (
            <CascadeTick checked={draft.cascade} onChange={(cascade) => onChange({ cascade })} />
          )}
        </div>
      )}
    </div>
  );
}

function DatesNow({ formFields }: Pick<DatesRowProps, "formFields">) {
  const words = useWords();
  const format = useFormat();
  const today = useToday();
  if (formFields.some(({ spread }) => spread.kind === "several")) {
    return (
      <span className="flex items-center gap-2 text-muted">
        <Icon name="more" />
        {words.batchEdit.severalValues}
      </span>
    );
  }
  const [start, end] = formFields.map(({ field, spread }) => {
    const value = spread.kind === "same" ? spread.value : null;
    return sayValue(field.code, value, { words, format, today });
  });
  return <span>{end === undefined ? start : words.workItems.span(start ?? "", end)}</span>;
}
