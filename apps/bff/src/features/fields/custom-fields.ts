import type { Field, FieldControl, FieldOption, FieldValue } from "@gantry/api-contract";
import { isRecord, readFlag, readId, readIds, readNumber, readText, type IpdField } from "@gantry/codearts-contract";
import { toDay } from "../work-items/days.ts";

/** Custom fields are `c` and digits; `module` is a system field that is written the same way (seed 4's example). */
export function isCustomFieldCode(code: string): boolean {
  return code === "module" || /^c[0-9]+$/.test(code);
}

/** The first match says which control a custom field gets; its type is named in more than one way. */
const CONTROLS: readonly { name: RegExp; control: FieldControl }[] = [
  { name: /date|time/, control: "day" },
  { name: /int|number|float|decimal|double/, control: "number" },
  { name: /(?:multi|users|members).*(?:user|member|person)|users|members/, control: "people" },
  { name: /user|member|person/, control: "person" },
  { name: /area|rich|long|multi.?line|html/, control: "long-text" },
];

/** A custom field as upstream defines it for one category. */
export function toCustomField(definition: IpdField, category: string): Field {
  const options = toCustomOptions(definition);
  return {
    code: definition.code,
    name: definition.display_name ?? definition.code,
    control: toCustomControl(definition, options),
    itemTypes: [category],
    options,
    required: false,
    clearable: true,
    maxLength: 10_000,
  };
}

function toCustomOptions({ all_options, option }: IpdField): FieldOption[] {
  const options = all_options.length > 0 ? all_options : option;
  return options.flatMap(({ id, value, code, display_value }) => {
    const key = id ?? value ?? code;
    return key === null ? [] : [{ id: key, name: display_value ?? value ?? key }];
  });
}

function toCustomControl(definition: IpdField, options: readonly FieldOption[]): FieldControl {
  const type = `${definition.field_type ?? ""} ${definition.field_type_name ?? ""}`.toLowerCase();
  if (options.length > 0) return /multi|check/.test(type) ? "options" : "option";
  return CONTROLS.find(({ name }) => name.test(type))?.control ?? "text";
}

/**
 * What an item holds in a custom field, in the form of the field's control. Choices are named by their ids, as writes
 * name them; lists come as arrays or comma-joined.
 */
export function readCustomValue(value: unknown, control: FieldControl): FieldValue {
  const held = isRecord(value) && "value" in value ? value["value"] : value;
  switch (control) {
    case "options":
    case "people":
      return orNull(readKeys(value));
    case "option":
    case "person":
      return readKeys(value)[0] ?? null;
    case "number":
    case "percent":
      return readNumber(held);
    case "day":
      return toDay(held).day;
    case "boolean":
      return held == null ? null : readFlag(held);
    default:
      return readText(isRecord(value) ? (held ?? value["display_value"]) : held);
  }
}

function readKeys(value: unknown): string[] {
  if (!Array.isArray(value)) return isRecord(value) ? keyOf(value) : readIds(value);
  return value.flatMap((entry) => (isRecord(entry) ? keyOf(entry) : readIds(entry)));
}

function keyOf(entry: Record<string, unknown>): string[] {
  const key = readId(entry["user_id"]) ?? readId(entry["id"]);
  return key === null ? readIds(entry["value"] ?? entry["display_value"]) : [key];
}

function orNull(ids: string[]): string[] | null {
  return ids.length === 0 ? null : ids;
}
