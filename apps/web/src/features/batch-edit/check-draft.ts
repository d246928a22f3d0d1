import { type Field, isIsoDate } from "@gantry/api-contract";
import type { DatesDraft, FieldDraft } from "./draft.ts";

/** What is wrong with a value, and the limit that it broke; the dictionary has the words. */
export type Problem =
  | {
      code:
        | "nothing-chosen"
        | "not-a-number"
        | "not-whole"
        | "not-a-day"
        | "not-an-id"
        | "end-before-start"
        | "not-clearable"
        | "changes-nothing";
    }
  | { code: "too-short" | "too-long" | "too-small" | "too-large" | "too-many" | "too-many-decimals"; limit: number };

const MAX_SHIFT = 2500;
const SCALE_PERCENT = { min: 10, max: 1000 };
const ITEM_ID = /^(?:[0-9]{1,10}|[0-9]{18,19})$/;

/** Checks a ticked field against the limits that CodeArts documents; null = fine. */
export function checkField(field: Field, draft: FieldDraft): Problem | null {
  if (draft.how === "clear") return field.clearable ? null : { code: "not-clearable" };
  if (typeof draft.value !== "string") return checkList(field, draft.value);
  const text = draft.value.trim();
  if (text === "") return { code: "nothing-chosen" };
  switch (field.control) {
    case "text":
    case "long-text":
      return checkText(field, text);
    case "number":
    case "percent":
      return checkNumber(field, text);
    case "day":
      return isIsoDate(text) ? null : { code: "not-a-day" };
    case "item":
      return ITEM_ID.test(text) ? null : { code: "not-an-id" };
    default:
      return null;
  }
}

export type DatesProblem = { at: "start" | "end" | "workingDays" | "percent" | "anchor"; problem: Problem };

/** Checks the dates when they are ticked; null = fine. */
export function checkDates(dates: DatesDraft): DatesProblem | null {
  switch (dates.how) {
    case "shift":
      return checkEffect(dates.workingDays, { at: "workingDays", min: -MAX_SHIFT, max: MAX_SHIFT, none: 0 });
    case "scale":
      if (dates.anchor !== "" && !isIsoDate(dates.anchor)) return { at: "anchor", problem: { code: "not-a-day" } };
      return checkEffect(dates.percent, { at: "percent", ...SCALE_PERCENT, none: 100 });
    case "set":
      return checkDays(dates);
    default:
      return null;
  }
}

/** A whole number within its limits, and not the one that changes nothing. */
function checkEffect(
  text: string,
  limits: { at: "workingDays" | "percent"; min: number; max: number; none: number },
): DatesProblem | null {
  const { at, none } = limits;
  const problem = checkWhole(text, limits);
  if (problem !== null) return { at, problem };
  return Number(text) === none ? { at, problem: { code: "changes-nothing" } } : null;
}

function checkDays(dates: DatesDraft): DatesProblem | null {
  if (dates.start === "" && dates.end === "") return { at: "start", problem: { code: "nothing-chosen" } };
  if (dates.start !== "" && !isIsoDate(dates.start)) return { at: "start", problem: { code: "not-a-day" } };
  if (dates.end !== "" && !isIsoDate(dates.end)) return { at: "end", problem: { code: "not-a-day" } };
  const inverted = dates.start !== "" && dates.end !== "" && dates.end < dates.start;
  return inverted ? { at: "end", problem: { code: "end-before-start" } } : null;
}

function checkText(field: Field, text: string): Problem | null {
  const length = Array.from(text).length;
  if (field.minLength !== undefined && length < field.minLength) return { code: "too-short", limit: field.minLength };
  if (field.maxLength !== undefined && length > field.maxLength) return { code: "too-long", limit: field.maxLength };
  return null;
}

function checkNumber(field: Field, text: string): Problem | null {
  const isPercent = field.control === "percent";
  if (isPercent) return checkWhole(text, { min: field.min ?? 0, max: field.max ?? 100 });
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(text)) return { code: "not-a-number" };
  const decimals = text.split(".")[1]?.length ?? 0;
  if (field.decimals === 0 && decimals > 0) return { code: "not-whole" };
  if (field.decimals !== undefined && decimals > field.decimals)
    return { code: "too-many-decimals", limit: field.decimals };
  return checkRange(Number(text), { min: field.min, max: field.max });
}

function checkWhole(text: string, limits: { min: number; max: number }): Problem | null {
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(text.trim())) return { code: "not-a-number" };
  if (!/^[+-]?\d+$/.test(text.trim())) return { code: "not-whole" };
  return checkRange(Number(text), limits);
}

function checkRange(value: number, limits: { min: number | undefined; max: number | undefined }): Problem | null {
  if (limits.min !== undefined && value < limits.min) return { code: "too-small", limit: limits.min };
  if (limits.max !== undefined && value > limits.max) return { code: "too-large", limit: limits.max };
  return null;
}

function checkList(field: Field, values: readonly string[]): Problem | null {
  if (values.length === 0) return { code: "nothing-chosen" };
  if (field.control === "items" && !values.every((value) => ITEM_ID.test(value))) return { code: "not-an-id" };
  const limit = field.maxItems;
  return limit !== undefined && values.length > limit ? { code: "too-many", limit } : null;
}
