import type { WorkItem } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { choicesOf, type ProjectChoices } from "./choices.ts";
import { DatesRow } from "./dates-row.tsx";
import { changeDates, changeField, type Draft, isDateField } from "./draft.ts";
import { FieldRow } from "./field-row.tsx";
import type { FormField, FormFields } from "./form-fields.ts";
import type { Problems } from "./to-edits.ts";

export type EditFormProps = {
  form: FormFields;
  draft: Draft;
  problems: Problems | null;
  items: readonly WorkItem[];
  project: ProjectChoices;
  onChange: (draft: Draft) => void;
};

/** Every field that the selection has, each with a tick; fields of single types stand under their type. */
export function EditForm(props: EditFormProps) {
  const { form } = props;
  const words = useWords();
  const format = useFormat();
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{words.batchEdit.fields}</legend>
      <Rows {...props} fields={form.shared} />
      {form.byTypes.map(({ types, fields }) => (
        <section key={types.join(" ")} className="mt-3 border-t border-border pt-2">
          <h3 className="py-1 text-xs font-semibold text-muted">
            {words.batchEdit.onlyFor(
              format.list(types.map((type) => words.workItems.types[type] ?? type)),
              words.common.workItems(fields[0]?.itemCount ?? 0),
            )}
          </h3>
          <Rows {...props} fields={fields} />
        </section>
      ))}
      <p className="mt-3 border-t border-border pt-3 text-xs text-muted">{words.batchEdit.onlyTicked}</p>
    </fieldset>
  );
}

function Rows({ fields, draft, problems, items, project, onChange }: EditFormProps & { fields: readonly FormField[] }) {
  const dates = fields.filter(({ field }) => isDateField(field.code));
  const firstDate = dates[0];
  return fields.map((formField) => {
    const { code } = formField.field;
    if (isDateField(code)) {
      if (formField !== firstDate) return null;
      return (
        <DatesRow
          key="dates"
          formFields={dates}
          sprints={project.sprints}
          draft={draft.dates}
          problem={problems?.dates ?? null}
          onChange={(change) => onChange(changeDates(draft, change))}
        />
      );
    }
    const typed = draft.fields[code];
    return (
      typed !== undefined && (
        <FieldRow
          key={code}
          formField={formField}
          draft={typed}
          choices={choicesOf(formField.field, { project, items })}
          problem={problems?.fields[code]}
          onChange={(change) => onChange(changeField(draft, code, change))}
        />
      )
    );
  });
}
