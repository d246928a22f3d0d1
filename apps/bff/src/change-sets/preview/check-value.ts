import { isIsoDate, workItemIdSchema, type Field, type FieldValue } from "@gantry/api-contract";
import * as v from "valibot";
import type { ProjectFacts } from "./facts.ts";

const MAX_CUSTOM_LENGTH = 10_000;

/** @returns what is wrong with a value for a field, naming the limit; null when CodeArts documents it as fit */
export function checkValue(value: FieldValue, options: { field: Field; facts: ProjectFacts }): string | null {
  const { field, facts } = options;
  if (value === null) return field.clearable && !field.required ? null : "CodeArts cannot clear this field";
  switch (field.control) {
    case "text":
    case "long-text":
      return typeof value === "string" ? checkText(value, field) : "Expected text";
    case "number":
    case "percent":
      return typeof value === "number" ? checkNumber(value, field) : "Expected a number";
    case "day":
      return typeof value === "string" && isIsoDate(value) ? null : "Expected a day as YYYY-MM-DD";
    case "boolean":
      return typeof value === "boolean" ? null : "Expected true or false";
    case "person":
      return isKnown(value, facts.members) ? null : "Expected a member of the project";
    case "status":
      return isKnown(value, facts.statuses) ? null : "Expected a status of the project";
    case "sprint":
      return isKnown(value, facts.sprints) ? null : "Expected a sprint of the project";
    case "option":
      return typeof value === "string" && isOption(value, field) ? null : "Expected one of the field's options";
    case "item":
      return v.is(workItemIdSchema, value) ? null : "Expected a work item id";
    case "people":
      return checkList(value, { field, isFit: (id) => facts.members.has(id), expected: "members of the project" });
    case "options":
      return checkList(value, { field, isFit: (id) => isOption(id, field), expected: "options of the field" });
    case "items":
      return checkList(value, { field, isFit: (id) => v.is(workItemIdSchema, id), expected: "work item ids" });
  }
}

function checkText(text: string, field: Field): string | null {
  // CodeArts counts UTF-16 units as far as anybody knows, and refuses characters that need four bytes (PM.02101004).
  if (/[\u{10000}-\u{10FFFF}]/u.test(text)) return "Expected no emoji or other four-byte characters";
  const least = field.minLength ?? 0;
  const most = field.maxLength ?? MAX_CUSTOM_LENGTH;
  if (text.length < least) return `Expected at least ${least} characters`;
  return text.length > most ? `Expected at most ${most} characters` : null;
}

function checkNumber(value: number, field: Field): string | null {
  if (!Number.isFinite(value)) return "Expected a number";
  if (field.min !== undefined && value < field.min) return `Expected at least ${field.min}`;
  if (field.max !== undefined && value > field.max) return `Expected at most ${field.max}`;
  const decimals = field.control === "percent" ? 0 : field.decimals;
  if (decimals === undefined || Number(value.toFixed(decimals)) === value) return null;
  return decimals === 0 ? "Expected a whole number" : `Expected at most ${decimals} decimals`;
}

function checkList(
  value: FieldValue,
  options: { field: Field; isFit: (id: string) => boolean; expected: string },
): string | null {
  if (!Array.isArray(value) || !value.every(options.isFit)) return `Expected ${options.expected}`;
  const most = options.field.maxItems;
  return most !== undefined && value.length > most ? `Expected at most ${most} entries` : null;
}

function isOption(id: string, field: Field): boolean {
  return field.options.length === 0 || field.options.some((option) => option.id === id);
}

function isKnown(value: FieldValue, known: ReadonlyMap<string, unknown>): boolean {
  return typeof value === "string" && known.has(value);
}
