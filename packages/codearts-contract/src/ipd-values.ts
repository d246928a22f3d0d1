import { readInstantMs } from "./days.ts";
import type { IpdFieldSpec } from "./ipd-fields.ts";
import { isRecord, readFlag, readId, readIds, readNumber, readText } from "./wire.ts";

/** A chosen option of a field. Which of its names a write takes: see `optionWriteValue`. */
export type IpdOption = {
  id: string | null;
  value: string | null;
  code: string | null;
  display_value: string | null;
};

export function readIpdOption(value: unknown): IpdOption | null {
  if (!isRecord(value)) {
    const text = readState(value);
    return text === null ? null : { id: null, value: text, code: null, display_value: text };
  }
  const option = {
    id: readId(value["id"]),
    value: readText(value["value"]),
    code: readText(value["code"]),
    display_value: readText(value["display_value"]) ?? readText(value["name"]),
  };
  return Object.values(option).every((part) => part === null) ? null : option;
}

/** The name that writes take: the value (`Low`), else the code, else the id. */
export function optionWriteValue(option: IpdOption): string | null {
  return option.value ?? option.code ?? option.id ?? option.display_value;
}

/** null, "null", "unbaseline", "unchange" are one state, and "--" means "does not apply" (§9: 4.13, 4.21). */
function readState(value: unknown): string | null {
  const text = readText(value);
  return text === null || ["null", "--", "unbaseline", "unchange"].includes(text) ? null : text;
}

export type IpdStatusRef = { id: string | null; code: string | null; name: string; belonging: string | null };

/** An object in the query's answer, a bare code in the tree's. */
export function readIpdStatusRef(value: unknown): IpdStatusRef | null {
  if (!isRecord(value)) {
    const code = readText(value);
    return code === null ? null : { id: null, code, name: code, belonging: null };
  }
  const code = readText(value["code"]);
  const name = readText(value["display_value"]) ?? readText(value["name"]) ?? code;
  return name === null ? null : { id: readId(value["id"]), code, name, belonging: readText(value["belonging"]) };
}

export type IpdPerson = {
  user_id: string;
  user_num_id: string | null;
  user_name: string | null;
  nick_name: string | null;
};

/** UserVO when read, UserEntity (`id`) where a service echoes what was written. */
export function readIpdPerson(value: unknown): IpdPerson | null {
  const record: Record<string, unknown> = isRecord(value) ? value : { user_id: value };
  const user_id = readId(record["user_id"]) ?? readId(record["id"]);
  if (user_id === null) return null;
  return {
    user_id,
    user_num_id: readId(record["user_num_id"]),
    user_name: readText(record["user_name"]) ?? readText(record["name"]),
    nick_name: readText(record["nick_name"]),
  };
}

export function readIpdPersons(value: unknown): IpdPerson[] {
  const rows = Array.isArray(value) ? value : [value];
  return rows.map(readIpdPerson).filter((person) => person !== null);
}

export type IpdPlanRef = { id: string; title: string | null };

/** A PI or iteration of an item, as object or bare id; "-2" means "not set". */
export function readIpdPlanRef(value: unknown): IpdPlanRef | null {
  const id = readId(isRecord(value) ? value["id"] : value);
  if (id === null || id === "-2") return null;
  return { id, title: isRecord(value) ? (readText(value["title"]) ?? readText(value["name"])) : null };
}

export type IpdTagRef = { id: string; title: string | null; color: string | null };

export function readIpdTags(value: unknown): IpdTagRef[] {
  const rows = Array.isArray(value) ? value : [];
  const tags = rows.map((row) => {
    const record: Record<string, unknown> = isRecord(row) ? row : { id: row };
    const id = readId(record["id"]);
    return id === null ? null : { id, title: readText(record["title"]), color: readText(record["color"]) };
  });
  return tags.filter((tag) => tag !== null);
}

/** A field's value in the terms of a write: ids and codes, instants in epoch ms; null = nothing set. */
export type IpdFieldValue = string | number | boolean | string[] | null;

/**
 * Reads what an item holds in a writable field, so that it can be compared with what was written.
 * @param values the item's `values`: every key as it came
 */
export function readIpdFieldValue(values: Readonly<Record<string, unknown>>, field: IpdFieldSpec): IpdFieldValue {
  const key = field.readAs ?? field.code;
  const value = Object.hasOwn(values, key) ? values[key] : values[field.code];
  switch (field.form) {
    case "text":
      return readText(isRecord(value) ? (value["value"] ?? value["display_value"]) : value);
    case "option":
      return readOptionValue(value);
    case "status":
      return readIpdStatusRef(value)?.code ?? null;
    case "user":
      return readIpdPersons(value)[0]?.user_id ?? null;
    case "users":
      return readIpdPersons(value).map((person) => person.user_id);
    case "instant":
      return readInstantMs(value);
    case "decimal":
    case "integer":
      // Written as a number, read as text (§9: 4.18).
      return readNumber(value);
    case "boolean":
      return readFlag(isRecord(value) ? (value["value"] ?? value["code"]) : value);
    case "item":
    case "plan":
    case "feature":
      return readIpdPlanRef(value)?.id ?? null;
    case "items":
      return readIds(value);
    case "tags":
      return readIpdTags(value).map((tag) => tag.id);
  }
}

function readOptionValue(value: unknown): string | null {
  const option = readIpdOption(value);
  return option === null ? null : optionWriteValue(option);
}
