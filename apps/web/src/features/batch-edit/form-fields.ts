import { type Field, type FieldValue, fieldValueOf, isSameFieldValue, type WorkItem } from "@gantry/api-contract";

/** What the selected items hold in a field now. */
type Spread = { kind: "same"; value: FieldValue } | { kind: "several" };

/** A field of the form, for the selected items whose type has it. */
export type FormField = { field: Field; spread: Spread; itemCount: number };

/** Fields that every selected item has, then those of single types, by type in order of appearance. */
export type FormFields = { shared: FormField[]; byTypes: { types: string[]; fields: FormField[] }[] };

/** The two ends of an item's dates; they are edited together. */
export const START = "start";
export const END = "end";

export function toFormFields(fields: readonly Field[], items: readonly WorkItem[]): FormFields {
  const types = [...new Set(items.map((item) => item.type))];
  const shared: FormField[] = [];
  const groups = new Map<string, { types: string[]; fields: FormField[] }>();
  for (const field of fields) {
    const owners = types.filter((type) => field.itemTypes.length === 0 || field.itemTypes.includes(type));
    if (owners.length === 0) continue;
    const owning = items.filter((item) => owners.includes(item.type));
    const formField = { field, spread: spreadOf(owning, field.code), itemCount: owning.length };
    if (owners.length === types.length) {
      shared.push(formField);
      continue;
    }
    const key = owners.join(" ");
    const group = groups.get(key) ?? { types: owners, fields: [] };
    group.fields.push(formField);
    groups.set(key, group);
  }
  return { shared, byTypes: [...groups.values()] };
}

export function allFields(form: FormFields): FormField[] {
  return [...form.shared, ...form.byTypes.flatMap((group) => group.fields)];
}

function spreadOf(items: readonly WorkItem[], code: string): Spread {
  const [first, ...rest] = items;
  if (first === undefined) return { kind: "several" };
  const value = fieldValueOf(first, code);
  return rest.every((item) => isSameFieldValue(fieldValueOf(item, code), value))
    ? { kind: "same", value }
    : { kind: "several" };
}
