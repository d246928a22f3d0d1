import { useId } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useToday } from "../../lib/clock.ts";
import { cx } from "../../ui/class-names.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Icon } from "../../ui/icons/icon.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { fieldClass, TextField } from "../../ui/text-field.tsx";
import { sayValue } from "../../ui/work-items/field-value.ts";
import type { DatesProblem } from "./check-draft.ts";
import type { DatesDraft } from "./draft.ts";
import { TickRow } from "./field-row.tsx";
import { nameOfField, sayProblem } from "./field-words.ts";
import type { FormField } from "./form-fields.ts";

export type DatesRowProps = {
  /** Those of start and end that the items have. */
  formFields: readonly FormField[];
  draft: DatesDraft;
  problem: DatesProblem | null;
  onChange: (change: Partial<DatesDraft>) => void;
};

/** Start and end together: set, cleared where the service can, or shifted by working days. */
export function DatesRow({ formFields, draft, problem, onChange }: DatesRowProps) {
  const words = useWords();
  const said = words.batchEdit;
  const name = words.workItems.fields["dates"] ?? "";
  const canClear = formFields.length > 0 && formFields.every(({ field }) => field.clearable);
  const errorAt = (at: DatesProblem["at"]) => (problem?.at === at ? sayProblem(problem.problem, words) : undefined);
  return (
    <TickRow name={name} label={said.change(name)} ticked={draft.ticked} onTick={(ticked) => onChange({ ticked })}>
      {!draft.ticked ? (
        <DatesNow formFields={formFields} />
      ) : (
        <div className="flex flex-col gap-2">
          <SegmentedControl
            className="w-full"
            label={said.howOf(name)}
            value={draft.how}
            segments={[
              { value: "set", label: said.set },
              ...(canClear ? [{ value: "clear" as const, label: said.clear }] : []),
              { value: "shift", label: said.shift },
            ]}
            onChange={(how) => onChange({ how })}
          />
          {draft.how === "set" && (
            <>
              {formFields.map(({ field }) => {
                const end = field.code === "end" ? "end" : "start";
                return (
                  <TextField
                    key={field.code}
                    type="date"
                    label={nameOfField(field, words)}
                    value={draft[end]}
                    error={errorAt(end)}
                    onChange={(event) => onChange({ [end]: event.target.value })}
                    className="[&_label]:mb-1 [&_label]:text-xs [&_label]:font-normal"
                  />
                );
              })}
              <p className="text-xs text-muted">{said.startKept}</p>
            </>
          )}
          {draft.how === "clear" && <p className="text-muted">{said.willBeEmptied}</p>}
          {draft.how === "shift" && (
            <ShiftField
              value={draft.workingDays}
              error={errorAt("workingDays")}
              onChange={(workingDays) => onChange({ workingDays })}
            />
          )}
        </div>
      )}
    </TickRow>
  );
}

function ShiftField(props: { value: string; error: string | undefined; onChange: (value: string) => void }) {
  const said = useWords().batchEdit;
  const errorId = useId();
  const days = Number.parseInt(props.value, 10);
  const step = (by: number) => props.onChange(String((Number.isNaN(days) ? 0 : days) + by));
  return (
    <>
      <div className="flex items-center gap-2">
        <span className="flex items-center">
          <IconButton
            icon="chevron-left"
            label={said.earlier}
            variant="secondary"
            className="rounded-r-none"
            onClick={() => step(-1)}
          />
          <input
            aria-label={said.workingDaysName}
            aria-invalid={props.error !== undefined || undefined}
            aria-describedby={props.error === undefined ? undefined : errorId}
            inputMode="numeric"
            value={props.value}
            onChange={(event) => props.onChange(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
              event.preventDefault();
              step(event.key === "ArrowUp" ? 1 : -1);
            }}
            className={cx(fieldClass, "h-control w-12! rounded-none px-1! border-x-0 text-center")}
          />
          <IconButton
            icon="chevron-right"
            label={said.later}
            variant="secondary"
            className="rounded-l-none"
            onClick={() => step(1)}
          />
        </span>
        <span className="whitespace-nowrap text-muted">{said.workingDays}</span>
      </div>
      {props.error !== undefined && (
        <p id={errorId} className="text-xs text-danger-text">
          {props.error}
        </p>
      )}
      <p className="text-xs text-muted">{said.counts}</p>
    </>
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
