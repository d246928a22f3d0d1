import { isIsoDate, type FieldControl, type FieldValue, type OutcomeReason } from "@gantry/api-contract";
import { dayToInstantMs, IPD_WRITABLE_FIELDS, ipdFieldValueSchema, type IpdFieldSpec } from "@gantry/codearts-contract";
import * as v from "valibot";
import type { Wire, WireValue } from "./wire.ts";

/** Fields of ours that CodeArts calls otherwise. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ["start", "plan_start_date"],
  ["end", "plan_end_date"],
  ["sprint", "plan_iteration"],
]);

const WRITABLE = new Map(IPD_WRITABLE_FIELDS.map((spec) => [spec.code, spec]));

/**
 * How one change of an IPD item is written, or why it cannot be: persons as `{id}`, days as ms text at the start of
 * the day in China, labels as distinct `{id}`, anything beyond the white list as a custom field (code and text).
 */
export function toIpdWire(
  change: { field: string; to: FieldValue },
  options: { control: FieldControl; clearable: boolean },
): Wire | OutcomeReason {
  const { to } = change;
  const isEmpty = to === null || to === "" || (Array.isArray(to) && to.length === 0);
  if (isEmpty && !options.clearable) return "cannot-clear";
  const attribute = RENAMED.get(change.field) ?? change.field;
  const spec = WRITABLE.get(attribute);
  if (spec === undefined) {
    const value = toCustomText(to, options.control);
    return value === null ? "invalid-value" : { call: "ipd-update", customField: attribute, value };
  }
  const value = isEmpty ? emptyOf(spec) : toForm(to, spec);
  const isWritable = value !== undefined && v.is(ipdFieldValueSchema(spec), value);
  if (!isWritable) return isEmpty ? "cannot-clear" : "invalid-value";
  return { call: "ipd-update", attribute, value };
}

function emptyOf(spec: IpdFieldSpec): WireValue {
  return spec.form === "users" || spec.form === "tags" ? [] : "";
}

function toForm(to: FieldValue, spec: IpdFieldSpec): WireValue | undefined {
  switch (spec.form) {
    case "users":
    case "tags":
      return Array.isArray(to) ? [...new Set(to)].map((id) => ({ id })) : undefined;
    case "items":
      return Array.isArray(to) ? [...new Set(to)].join(",") : textOf(to);
    case "user":
      return typeof to === "string" ? { id: to } : undefined;
    case "instant":
      return typeof to === "string" ? toChinaMs(to) : undefined;
    case "decimal":
      return typeof to === "number" ? String(Math.round(to * 10) / 10) : undefined;
    case "integer":
    case "boolean":
      return to === null || Array.isArray(to) ? undefined : to;
    default:
      return textOf(to);
  }
}

function toCustomText(to: FieldValue, control: FieldControl): string | null {
  if (to === null) return "";
  if (Array.isArray(to)) return to.some((id) => id.includes(",")) ? null : to.join(",");
  if (control === "day") return (typeof to === "string" ? toChinaMs(to) : undefined) ?? null;
  return String(to);
}

/** Start of a day in UTC+8, which is how CodeArts counts days, as ms text. */
function toChinaMs(day: string): string | undefined {
  return isIsoDate(day) ? String(dayToInstantMs(day)) : undefined;
}

function textOf(to: FieldValue): string | undefined {
  return typeof to === "string" ? to : undefined;
}
