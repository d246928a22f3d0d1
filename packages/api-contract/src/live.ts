import * as v from "valibot";
import { planIdSchema, projectIdSchema } from "./ids.ts";
import { changeSetSchema } from "./change-sets.ts";

/** What `/api/events` sends: each as one server-sent event, `data:` = this JSON. */
export const liveEventSchema = v.variant("type", [
  v.object({ type: v.literal("change-set"), changeSet: changeSetSchema }),
  v.object({ type: v.literal("plan-changed"), projectId: projectIdSchema, planId: v.nullable(planIdSchema) }),
  v.object({ type: v.literal("dependencies-changed"), projectId: projectIdSchema }),
  v.object({ type: v.literal("baselines-changed"), projectId: projectIdSchema, planId: planIdSchema }),
  v.object({ type: v.literal("session-ended") }),
  v.object({ type: v.literal("server-stopping") }),
]);
export type LiveEvent = v.InferOutput<typeof liveEventSchema>;
