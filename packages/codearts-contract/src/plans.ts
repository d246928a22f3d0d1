import * as v from "valibot";
import { readInstantMs } from "./days.ts";
import { scrumItemIdSchema, uuidSchema } from "./ids.ts";
import { idText, isRecord, lenient, pageOf, readCount, readId, readText } from "./wire.ts";

/** Creator or updater of a plan. `domain_id` is the tenant (§9: 1.6). */
export type PlanPerson = {
  user_id: string | null;
  domain_id: string | null;
  nick_name: string | null;
  first_name: string | null;
};

export function readPlanPerson(value: unknown): PlanPerson | null {
  if (!isRecord(value)) return null;
  const person = {
    user_id: readId(value["user_id"]),
    domain_id: readId(value["domain_id"]),
    nick_name: readText(value["nick_name"]),
    first_name: readText(value["first_name"]),
  };
  return Object.values(person).every((part) => part === null) ? null : person;
}

/** A plan (seeds 1 and 3). Instants are epoch ms; `img_url` is left out on purpose: host and rights are unknown (§9: 3.9). */
export const scrumPlanSchema = v.object({
  id: idText,
  name: v.string(),
  type: v.picklist(["gantt", "mind"]),
  project_id: lenient(readId),
  creator: lenient(readPlanPerson),
  updater: lenient(readPlanPerson),
  created_on: lenient(readInstantMs),
  updated_on: lenient(readInstantMs),
});
export type ScrumPlan = v.InferOutput<typeof scrumPlanSchema>;

/**
 * A page of plans, from either form of seed 3: the example (all under `result`, plans flat) or the
 * table (top level, each plan wrapped in `{result, status}`). Counts come as text and as numbers.
 */
export const planListSchema = pageOf(
  "plans",
  v.object({
    plans: v.pipe(
      v.nullish(v.array(v.unknown()), () => []),
      v.transform((plans) => plans.map(unwrapPlan)),
      v.array(scrumPlanSchema),
    ),
    total: lenient(readCount),
    gantts: lenient(readCount),
    minds: lenient(readCount),
  }),
);
export type ScrumPlanList = v.InferOutput<typeof planListSchema>;

function unwrapPlan(plan: unknown): unknown {
  return isRecord(plan) && isRecord(plan["result"]) ? plan["result"] : plan;
}

/** Body of `POST /v3/plan/{project}/managements`. */
export const planListBodySchema = v.strictObject({
  page_no: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999)),
  page_size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
  search: v.exactOptional(v.string()),
  type: v.exactOptional(v.picklist(["gantt", "mind"])),
  user_ids: v.exactOptional(v.array(uuidSchema)),
  sort: v.exactOptional(v.string()),
});
export type PlanListBody = v.InferOutput<typeof planListBodySchema>;

/** Most work items that one link call takes (seed 0). */
export const MAX_LINK_ITEMS = 100;

/** Items to link, as digits; integers on the wire (§9: 0.3, 0.4). */
export const linkItemIdsSchema = v.pipe(
  v.array(scrumItemIdSchema),
  v.minLength(1, "Expected at least 1 item"),
  v.maxLength(MAX_LINK_ITEMS, `Expected at most ${MAX_LINK_ITEMS} items`),
  v.check((ids) => new Set(ids).size === ids.length, "Expected every item once"),
);

export const planNameBodySchema = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1)),
});
