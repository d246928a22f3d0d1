import * as v from "valibot";
import { planIdSchema, projectIdSchema, streamIdSchema } from "./ids.ts";
import { changeSetSchema } from "./change-sets.ts";

/** Far more than a screen holds. */
export const MAX_WATCHED_PROJECTS = 100;

/** Which projects a page shows at the moment: what others change there in CodeArts is looked for at once. None = hidden. */
export const watchSchema = v.strictObject({
  /** As the page's own event stream was opened with. */
  stream: streamIdSchema,
  /** Null = all that one sees. */
  projectIds: v.nullable(
    v.pipe(v.array(projectIdSchema), v.maxLength(MAX_WATCHED_PROJECTS, `At most ${MAX_WATCHED_PROJECTS} projects`)),
  ),
});

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
