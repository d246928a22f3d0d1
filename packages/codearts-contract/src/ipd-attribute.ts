import * as v from "valibot";
import { ipdIdSchema, uuidSchema } from "./ids.ts";
import { IPD_CATEGORIES, IPD_WRITABLE_FIELDS, type IpdFieldSpec } from "./ipd-fields.ts";

/** Only `{id}` of a person is sent (§9: 4.8); only `{id}` of a tag (4.17). */
const userSchema = v.strictObject({ id: uuidSchema });
const tagSchema = v.strictObject({ id: ipdIdSchema });
const instantSchema = v.pipe(v.string(), v.regex(/^[0-9]{1,15}$/, "Expected milliseconds as digits"));
const idListSchema = v.pipe(
  v.string(),
  v.regex(/^(?:[0-9]{18,19}(?:,[0-9]{18,19})*)?$/, "Expected ids of 18–19 digits, joined by commas"),
);

/** What a write may carry for one field. */
export type IpdWireValue = string | number | boolean | { id: string } | { id: string }[];

/** Limits of seed 4, made into a schema from the field's line in the table. */
export function ipdFieldValueSchema(field: IpdFieldSpec): v.GenericSchema<IpdWireValue> {
  switch (field.form) {
    case "user":
      return userSchema;
    case "users":
      return distinct(userSchema, field.maxItems ?? 50);
    case "tags":
      return distinct(tagSchema, 200);
    case "instant":
      return instantSchema;
    case "decimal":
      return v.pipe(
        v.string(),
        v.regex(/^[0-9]{1,9}(?:\.[0-9])?$/, "Expected 0–999,999,999.9 with at most one decimal"),
      );
    case "integer":
      return v.pipe(v.number(), v.integer(), v.minValue(field.min ?? 0));
    case "boolean":
      return v.boolean();
    case "item":
    case "plan":
    case "feature":
      return ipdIdSchema;
    case "items":
      return v.pipe(
        idListSchema,
        v.maxLength(field.maxLength ?? 10_000),
        v.check(
          (list) => list.split(",").length <= (field.maxItems ?? Infinity),
          `Expected at most ${field.maxItems} items`,
        ),
      );
    case "option":
      return field.options === undefined
        ? v.pipe(v.string(), v.minLength(1), v.maxLength(10_000))
        : v.picklist([...field.options]);
    case "status":
    case "text":
      return v.pipe(v.string(), v.minLength(field.minLength ?? 0), v.maxLength(field.maxLength ?? 50_000));
  }
}

/** Lists of ids without repeats: the page's own example names one tag twice (§9: 4.9). */
function distinct(item: v.GenericSchema<{ id: string }>, maxItems: number): v.GenericSchema<{ id: string }[]> {
  return v.pipe(
    v.array(item),
    v.maxLength(maxItems),
    v.check((list) => new Set(list.map((entry) => entry.id)).size === list.length, "Expected every id once"),
  );
}

export const customFieldValueSchema = v.strictObject({
  code: v.pipe(v.string(), v.minLength(1), v.maxLength(32)),
  /** Several values are comma-joined, so only ids can be joined (§9: 4.20). */
  value: v.pipe(v.string(), v.maxLength(10_000)),
});

const fieldEntries = Object.fromEntries(
  IPD_WRITABLE_FIELDS.map((field) => [field.code, v.exactOptional(ipdFieldValueSchema(field))]),
);

/** The `attribute` of an IPD batch: the items' own category and at least one writable field (§9: 4.4). */
export const ipdAttributeSchema = v.pipe(
  v.strictObject({
    ...fieldEntries,
    category: v.picklist(IPD_CATEGORIES),
    custom_fields: v.exactOptional(v.pipe(v.array(customFieldValueSchema), v.minLength(1))),
  }),
  v.check((attribute) => Object.keys(attribute).length > 1, "Expected at least one field beside the category"),
);

/** Typed by hand: the schema is made from the table, so its keys are not known to the compiler. */
export type IpdAttribute = {
  category: (typeof IPD_CATEGORIES)[number];
  custom_fields?: { code: string; value: string }[];
  [field: string]: IpdWireValue | { code: string; value: string }[] | undefined;
};
