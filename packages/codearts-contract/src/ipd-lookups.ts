import * as v from "valibot";
import { idText, isRecord, lenient, listOf, pageOf, readCount, readFlag, readId, readText } from "./wire.ts";

const optionSchema = v.object({
  id: lenient(readId),
  code: lenient(readText),
  value: lenient(readText),
  display_value: lenient(readText),
});
export type IpdFieldOption = v.InferOutput<typeof optionSchema>;

/** A field of a category, with the option values that are nowhere else to be had (§9: 4.14). */
export const ipdFieldDefinitionSchema = v.object({
  id: lenient(readId),
  /** System fields by name, custom ones `c` and digits. */
  code: v.string(),
  display_name: lenient(readText),
  field_type: lenient(readText),
  field_type_name: lenient(readText),
  optional: lenient(readFlag),
  immutable: lenient(readFlag),
  option: listOf(optionSchema),
  all_options: listOf(optionSchema),
});
export type IpdField = v.InferOutput<typeof ipdFieldDefinitionSchema>;

/** `result` is the list; the older call wraps it in `data`. */
export const ipdFieldListSchema = v.pipe(
  v.unknown(),
  v.transform((result) => (isRecord(result) ? result["data"] : result)),
  listOf(ipdFieldDefinitionSchema),
);

export const ipdTagSchema = v.object({
  id: idText,
  title: v.string(),
  color: lenient(readText),
  label_type: lenient(readText),
});
export type IpdTag = v.InferOutput<typeof ipdTagSchema>;

/** Tags of a project: not paged, 200 at most. */
export const ipdTagListSchema = v.pipe(
  v.unknown(),
  v.transform((result) => (Array.isArray(result) ? { data: result } : result)),
  pageOf("data", v.object({ data: listOf(ipdTagSchema), total: lenient(readCount) })),
);
export type IpdTagList = v.InferOutput<typeof ipdTagListSchema>;
