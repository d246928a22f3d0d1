import type { FieldValue } from "@gantry/api-contract";
import { type ReactNode, useId } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useToday } from "../../lib/clock.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Icon } from "../../ui/icons/icon.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { sayValue } from "../../ui/work-items/field-value.ts";
import { PersonName } from "../../ui/work-items/person-name.tsx";
import type { Problem } from "./check-draft.ts";
import type { Choice } from "./choices.ts";
import type { FieldDraft } from "./draft.ts";
import { FieldControl } from "./field-control.tsx";
import { nameOfField, sayProblem } from "./field-words.ts";
import type { FormField } from "./form-fields.ts";

export type FieldRowProps = {
  formField: FormField;
  draft: FieldDraft;
  choices: readonly Choice[];
  problem: Problem | undefined;
  onChange: (change: Partial<FieldDraft>) => void;
};

/** One field: its tick, and either what the items hold now or the control for what they shall hold. */
export function FieldRow(props: FieldRowProps) {
  const { formField, draft, problem, onChange } = props;
  const { field } = formField;
  const words = useWords();
  const errorId = useId();
  const name = nameOfField(field, words);
  return (
    <TickRow
      name={name}
      label={words.batchEdit.change(name)}
      ticked={draft.ticked}
      onTick={(ticked) => onChange({ ticked })}
    >
      {!draft.ticked ? (
        <HeldNow {...props} />
      ) : (
        <>
          {field.clearable && (
            <SegmentedControl
              className="mb-2 w-full"
              label={words.batchEdit.howOf(name)}
              value={draft.how}
              segments={[
                { value: "set", label: words.batchEdit.set },
                { value: "clear", label: words.batchEdit.clear },
              ]}
              onChange={(how) => onChange({ how })}
            />
          )}
          {draft.how === "clear" ? (
            <p className="text-muted">{words.batchEdit.willBeEmptied}</p>
          ) : (
            <FieldControl
              field={field}
              label={words.batchEdit.valueOf(name)}
              value={draft.value}
              choices={props.choices}
              isInvalid={problem !== undefined}
              errorId={errorId}
              onChange={(value) => onChange({ value })}
            />
          )}
          {problem !== undefined && (
            <p id={errorId} className="mt-1 text-xs text-danger-text">
              {words.batchEdit.problem(name, sayProblem(problem, words))}
            </p>
          )}
        </>
      )}
    </TickRow>
  );
}

/** A line of the form with its tick on the left. */
export function TickRow(props: {
  name: string;
  /** Accessible name of the tick. */
  label: string;
  ticked: boolean;
  onTick: (ticked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <div className="grid grid-cols-[6.25rem_1fr] items-start gap-x-3 py-2">
      <Checkbox
        label={props.name}
        aria-label={props.label}
        checked={props.ticked}
        onChange={props.onTick}
        className={`min-h-control items-center ${props.ticked ? "font-semibold" : "text-muted"}`}
      />
      <div className="flex min-h-control min-w-0 flex-col justify-center">{props.children}</div>
    </div>
  );
}

function HeldNow({ formField, choices }: FieldRowProps) {
  const { field, spread } = formField;
  const words = useWords();
  const format = useFormat();
  const today = useToday();
  if (spread.kind === "several") {
    return (
      <span className="flex items-center gap-2 text-muted">
        <Icon name="more" />
        {words.batchEdit.severalValues}
      </span>
    );
  }
  const { value } = spread;
  const person = field.control === "person" ? choices.find((choice) => choice.id === value) : undefined;
  if (person !== undefined) return <PersonName person={person} />;
  return (
    <span className={`line-clamp-2 break-words ${value === null ? "text-faint" : ""}`}>
      {nameOfValue(value, choices) ?? sayValue(field.code, value, { words, format, today })}
    </span>
  );
}

/** Names of chosen ids; null where the value speaks for itself. */
function nameOfValue(value: FieldValue, choices: readonly Choice[]): string | null {
  const nameOf = (id: string) => choices.find((choice) => choice.id === id)?.name;
  if (Array.isArray(value))
    return choices.length === 0 || value.length === 0 ? null : value.map((id) => nameOf(id) ?? id).join(", ");
  return typeof value === "string" ? (nameOf(value) ?? null) : null;
}
