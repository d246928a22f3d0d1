import * as v from "valibot";
import { baselineIdSchema, epochMsSchema, workItemIdSchema } from "./ids.ts";
import { isoDateSchema } from "./iso-date.ts";

export const MOST_BASELINE_NAME_LENGTH = 60;
/** Baselines of one plan. */
export const MOST_BASELINES = 50;

export const baselineNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MOST_BASELINE_NAME_LENGTH));

/** A plan's dates as they were at one moment. CodeArts has none for plans: Gantry keeps them, and the screens say so. */
export const baselineSchema = v.object({
  id: baselineIdSchema,
  name: v.string(),
  createdBy: v.string(),
  createdAt: epochMsSchema,
  /** Items that it holds dates of. */
  items: v.number(),
});
export type Baseline = v.InferOutput<typeof baselineSchema>;

/** An item's dates then; an item that had none is listed with nulls, an item that was not on the plan is not listed. */
export const baselineDatesSchema = v.object({
  itemId: workItemIdSchema,
  start: v.nullable(isoDateSchema),
  end: v.nullable(isoDateSchema),
});
export type BaselineDates = v.InferOutput<typeof baselineDatesSchema>;

export const baselineDetailSchema = v.object({ baseline: baselineSchema, dates: v.array(baselineDatesSchema) });
export type BaselineDetail = v.InferOutput<typeof baselineDetailSchema>;
