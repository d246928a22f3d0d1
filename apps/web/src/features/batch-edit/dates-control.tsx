import { useFormat } from "../../i18n/format.ts";
import { useWeekdayNames } from "../../i18n/weekday-names.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useToday } from "../../lib/clock.ts";
import { useSettings } from "../../lib/settings.ts";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { DatesProblem } from "./check-draft.ts";
import type { DatesRowProps } from "./dates-row.tsx";
import { OWN_SPRINT, SNAP_WAYS } from "./draft.ts";
import { nameOfField, sayProblem } from "./field-words.ts";
import { saySprint } from "./say-dates.ts";
import { StepField } from "./step-field.tsx";

const smallLabel = "[&_label]:mb-1 [&_label]:text-xs [&_label]:font-normal";

/** What a way of changing dates has to be told. */
export function DatesControl(props: DatesRowProps) {
  const { draft, problem, onChange } = props;
  const words = useWords();
  const said = words.batchEdit;
  const errorAt = (at: DatesProblem["at"], name: string) =>
    problem?.at === at ? said.problem(name, sayProblem(problem.problem, words)) : undefined;
  switch (draft.how) {
    case "set":
      return (
        <div className="grid grid-cols-2 gap-2">
          {props.formFields.map(({ field }) => {
            const end = field.code === "end" ? "end" : "start";
            const name = nameOfField(field, words);
            return (
              <TextField
                key={field.code}
                type="date"
                label={name}
                value={draft[end]}
                error={errorAt(end, name)}
                onChange={(event) => onChange({ [end]: event.target.value })}
                className={smallLabel}
              />
            );
          })}
        </div>
      );
    case "shift":
      return (
        <StepField
          label={said.workingDaysName}
          unit={said.workingDays}
          steps={{ down: said.earlier, up: said.later, by: 1 }}
          value={draft.workingDays}
          error={errorAt("workingDays", said.workingDaysName)}
          onChange={(workingDays) => onChange({ workingDays })}
        />
      );
    case "snap":
      return <SnapControl {...props} />;
    case "fit-sprint":
      return <SprintControl {...props} />;
    case "scale":
      return (
        <>
          <StepField
            label={said.percent}
            unit={said.ofTheLength}
            steps={{ down: said.shorter, up: said.longer, by: 10 }}
            value={draft.percent}
            error={errorAt("percent", said.percent)}
            onChange={(percent) => onChange({ percent })}
          />
          <TextField
            type="date"
            label={said.anchor}
            hint={said.anchorHint}
            value={draft.anchor}
            error={errorAt("anchor", said.anchor)}
            onChange={(event) => onChange({ anchor: event.target.value })}
            className={smallLabel}
          />
        </>
      );
    case "clear":
      return null;
  }
}

function SnapControl({ draft, onChange }: DatesRowProps) {
  const said = useWords().batchEdit;
  const names = useWeekdayNames().long;
  const first = useSettings((settings) => settings.firstDayOfWeek);
  const week = names.map((_, index) => (first + index) % names.length);
  return (
    <div className="flex gap-2">
      <div className="min-w-0 flex-1">
        <Select
          label={said.weekday}
          value={String(draft.weekday)}
          options={week.map((weekday) => ({ value: String(weekday), label: names[weekday] ?? "" }))}
          onChange={(weekday) => onChange({ weekday: Number(weekday) })}
        />
      </div>
      <SegmentedControl
        label={said.toward}
        value={draft.toward}
        segments={SNAP_WAYS.map((value) => ({ value, label: said.towards[value] }))}
        onChange={(toward) => onChange({ toward })}
      />
    </div>
  );
}

function SprintControl({ draft, sprints, onChange }: DatesRowProps) {
  const words = useWords();
  const format = useFormat();
  const today = useToday();
  return (
    <Select
      label={words.batchEdit.sprint}
      value={draft.sprint}
      options={[
        { value: OWN_SPRINT, label: words.batchEdit.ownSprint },
        ...sprints.map((sprint) => ({ value: sprint.id, label: saySprint(sprint, { words, format, today }) })),
      ]}
      onChange={(sprint) => onChange({ sprint })}
    />
  );
}
