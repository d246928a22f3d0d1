import * as v from "valibot";

export type Checked<T> = { ok: true; value: T } | { ok: false; reason: string };

/** Checks a value; the reason names the field and what was expected, never what was found. */
export function check<const TSchema extends v.GenericSchema>(
  schema: TSchema,
  value: unknown,
): Checked<v.InferOutput<TSchema>> {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return { ok: true, value: parsed.output };
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  const expected = issue.message.replace(/,? but received [\s\S]*$/, "").replace(/ and received [\s\S]*$/, "");
  return { ok: false, reason: path === null ? expected : `${path}: ${expected}` };
}
