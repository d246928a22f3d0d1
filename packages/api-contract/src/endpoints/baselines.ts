import * as v from "valibot";
import { baselineDetailSchema, baselineNameSchema, baselineSchema } from "../baselines.ts";
import { defineEndpoint } from "../endpoint.ts";
import { baselineIdSchema } from "../ids.ts";
import { UPSTREAM_ERRORS, listOf, planParams } from "./shared.ts";

const baselineParams = v.strictObject({ ...planParams.entries, baselineId: baselineIdSchema });

export const baselineEndpoints = {
  listBaselines: defineEndpoint({
    method: "GET",
    path: "/projects/:projectId/plans/:planId/baselines",
    summary: "A plan's baselines, the newest first, kept by Gantry",
    access: "session",
    params: planParams,
    answer: listOf(baselineSchema),
    format: "json",
    status: 200,
    errors: ["project.not_found", "plan.not_found", ...UPSTREAM_ERRORS],
  }),
  createBaseline: defineEndpoint({
    method: "POST",
    path: "/projects/:projectId/plans/:planId/baselines",
    summary: "Keep the plan's dates as they are in CodeArts now",
    access: "session",
    params: planParams,
    body: v.strictObject({ name: baselineNameSchema }),
    answer: baselineSchema,
    format: "json",
    status: 201,
    errors: ["project.not_found", "plan.not_found", "baseline.too_many", ...UPSTREAM_ERRORS],
  }),
  readBaseline: defineEndpoint({
    method: "GET",
    path: "/projects/:projectId/plans/:planId/baselines/:baselineId",
    summary: "The dates that a baseline keeps",
    access: "session",
    params: baselineParams,
    answer: baselineDetailSchema,
    format: "json",
    status: 200,
    errors: ["project.not_found", "plan.not_found", "baseline.not_found", ...UPSTREAM_ERRORS],
  }),
  deleteBaseline: defineEndpoint({
    method: "DELETE",
    path: "/projects/:projectId/plans/:planId/baselines/:baselineId",
    summary: "Delete a baseline",
    access: "session",
    params: baselineParams,
    answer: v.null(),
    format: "none",
    status: 204,
    errors: ["project.not_found", "plan.not_found", "baseline.not_found", ...UPSTREAM_ERRORS],
  }),
} as const;
