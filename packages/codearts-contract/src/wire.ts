import * as v from "valibot";

/** Reads a field by a function that never fails; an absent key is read as null. */
export function lenient<T>(read: (value: unknown) => T) {
  return v.optional(v.pipe(v.unknown(), v.transform(read)), null);
}

/** A list that may be absent or null. */
export function listOf<TItem extends v.GenericSchema>(item: TItem) {
  return v.nullish(v.array(item), () => []);
}

const COUNT_KEYS = ["total", "total_count", "issues_count"];

/**
 * A page of a list. The list may be absent where a count stands in its place; an answer with neither is
 * no empty page but a wrong answer.
 */
export function pageOf<TPage extends v.GenericSchema>(listKey: string, page: TPage) {
  return v.pipe(
    v.record(v.string(), v.unknown()),
    v.check((body) => [listKey, ...COUNT_KEYS].some((key) => Object.hasOwn(body, key)), `Expected ${listKey}`),
    v.transform((body): unknown => body),
    page,
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Text, also when it came as a number or boolean; blank is null. */
export function readText(value: unknown): string | null {
  if (typeof value === "string") return value.trim() === "" ? null : value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return null;
}

/**
 * An id as text. A number beyond 2^53 is null: it was already rounded, and would name another item.
 * 0 and negative numbers are "none", except as text, where IPD uses "-2" for "not set".
 */
export function readId(value: unknown): string | null {
  if (typeof value === "number") return Number.isSafeInteger(value) && value > 0 ? String(value) : null;
  if (typeof value !== "string") return null;
  const text = value.trim();
  return text === "" || text === "0" || text === "null" ? null : text;
}

/** A finite number, also when it came as text ("3.5"). */
export function readNumber(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string" || value.trim() === "") return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** A whole number from 0 (totals come as `"1"` and as `1`). */
export function readCount(value: unknown): number | null {
  const number = readNumber(value);
  return number !== null && Number.isInteger(number) && number >= 0 ? number : null;
}

/** true, 1, "1", "true"; anything else is false. */
export function readFlag(value: unknown): boolean {
  return value === true || value === 1 || value === "1" || value === "true";
}

/** A reference: `{id, name}`, a bare id, `{}`, null or absent. */
export type Named = { id: string; name: string };

export function readNamed(value: unknown): Named | null {
  if (!isRecord(value)) {
    const id = readId(value);
    return id === null ? null : { id, name: "" };
  }
  const id = readId(value["id"]);
  return id === null ? null : { id, name: readText(value["name"]) ?? "" };
}

/** Ids that came as an array or comma-joined; repeats are dropped. */
export function readIds(value: unknown): string[] {
  const parts = Array.isArray(value) ? value : typeof value === "string" ? value.split(",") : [value];
  const ids = parts.map((part) => readId(isRecord(part) ? part["id"] : part)).filter((id) => id !== null);
  return [...new Set(ids)];
}

/** A required id, kept as text. */
export const idText = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((id) => readId(id)),
  v.string("Expected an id that a number can hold exactly, or text"),
);
