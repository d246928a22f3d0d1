import * as v from "valibot";

/** A calendar day, `YYYY-MM-DD`, without time or zone. CodeArts' plan days are days in UTC+8. */
export type IsoDate = `${number}-${number}-${number}`;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Tells whether a text is a day that exists in the calendar ("2026-02-29" is not). */
export function isIsoDate(text: string): text is IsoDate {
  if (!SHAPE.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(instant) && new Date(instant).toISOString().startsWith(text);
}

export const isoDateSchema = v.custom<IsoDate>(
  (input) => typeof input === "string" && isIsoDate(input),
  "Expected a day as YYYY-MM-DD",
);
