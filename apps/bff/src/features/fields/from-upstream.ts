import type { Field, FieldControl, FieldOption } from "@gantry/api-contract";
import {
  IPD_WRITABLE_FIELDS,
  optionWriteValue,
  type IpdCategory,
  type IpdField,
  type IpdFieldForm,
  type IpdFieldSpec,
  type IpdTag,
} from "@gantry/codearts-contract";
import { isCustomFieldCode, toCustomField } from "./custom-fields.ts";
import { toOurCode } from "./ipd-codes.ts";

/** Fields as upstream defines them, category by category. */
export type Definitions = readonly { category: IpdCategory; fields: readonly IpdField[] }[];

/** Every field that Gantry writes of an IPD item, with the options that only the project itself knows. */
export function toIpdFields({ definitions, tags }: { definitions: Definitions; tags: readonly IpdTag[] }): Field[] {
  const system = IPD_WRITABLE_FIELDS.flatMap((spec) => {
    const itemTypes = itemTypesOf(spec, definitions);
    return itemTypes === null ? [] : [toIpdField(spec, { itemTypes, options: optionsOf(spec, { definitions, tags }) })];
  });
  return [...system, ...toCustomFields(definitions)];
}

const CONTROL_OF_FORM: Readonly<Record<IpdFieldForm, FieldControl>> = {
  text: "text",
  option: "option",
  status: "status",
  user: "person",
  users: "people",
  instant: "day",
  decimal: "number",
  integer: "number",
  boolean: "boolean",
  item: "item",
  items: "items",
  plan: "sprint",
  feature: "text",
  tags: "options",
};

function toIpdField(spec: IpdFieldSpec, rest: Pick<Field, "itemTypes" | "options">): Field {
  const control = toControl(spec, rest.options);
  return {
    code: toOurCode(spec.code),
    name: null,
    control,
    ...rest,
    required: spec.code === "title" || spec.code === "status",
    // Lists can be emptied, and texts whose least length is documented as 0; of the others nobody knows.
    clearable: spec.minLength === 0 || spec.form === "users" || spec.form === "tags" || spec.form === "items",
    ...limitsOf(spec, control),
  };
}

/** A choice without known options is still writable, as text. */
function toControl(spec: IpdFieldSpec, options: readonly FieldOption[]): FieldControl {
  if (spec.form === "option" || spec.form === "feature") return options.length > 0 ? "option" : "text";
  if (spec.form === "text" && (spec.maxLength ?? Infinity) > 512) return "long-text";
  return CONTROL_OF_FORM[spec.form];
}

function limitsOf(spec: IpdFieldSpec, control: FieldControl): Partial<Field> {
  if (spec.form === "feature") return { minLength: 18, maxLength: 19 };
  const isText = control === "text" || control === "long-text";
  return {
    ...(isText && spec.minLength !== undefined && { minLength: spec.minLength }),
    ...(isText && { maxLength: spec.maxLength ?? 10_000 }),
    ...(spec.min !== undefined && { min: spec.min }),
    ...(spec.max !== undefined && { max: spec.max }),
    ...(spec.maxItems !== undefined && { maxItems: spec.maxItems }),
    ...(spec.form === "decimal" && { decimals: 1 }),
    ...(spec.form === "integer" && { decimals: 0 }),
  };
}

/** The project's categories that have a field: empty for all of them, null for none. */
function itemTypesOf(spec: IpdFieldSpec, definitions: Definitions): string[] | null {
  if (spec.categories === "all") return [];
  const having = new Set<string>(spec.categories);
  const itemTypes = definitions.map(({ category }) => category).filter((category) => having.has(category));
  return itemTypes.length === 0 ? null : itemTypes;
}

function optionsOf(
  spec: IpdFieldSpec,
  { definitions, tags }: { definitions: Definitions; tags: readonly IpdTag[] },
): FieldOption[] {
  if (spec.form === "tags") return tags.map(({ id, title }) => ({ id, name: title }));
  if (spec.form !== "option" && spec.form !== "feature") return [];
  const defined = definitions.flatMap(({ fields }) => fields.filter((field) => field.code === spec.code));
  const options = new Map<string, string>();
  for (const { all_options, option } of defined) {
    for (const entry of all_options.length > 0 ? all_options : option) {
      const id = optionWriteValue(entry);
      if (id !== null && !options.has(id)) options.set(id, entry.display_value ?? id);
    }
  }
  const ids = spec.options ?? options.keys();
  return [...ids].map((id) => ({ id, name: options.get(id) ?? id }));
}

/** Custom fields that several categories share become one field with all their categories. */
function toCustomFields(definitions: Definitions): Field[] {
  const custom = new Map<string, Field>();
  for (const { category, fields } of definitions) {
    for (const definition of fields) {
      if (!isCustomFieldCode(definition.code) || definition.immutable) continue;
      const known = custom.get(definition.code);
      const field = known ?? { ...toCustomField(definition, category), itemTypes: [] };
      custom.set(definition.code, { ...field, itemTypes: [...field.itemTypes, category] });
    }
  }
  return [...custom.values()];
}
