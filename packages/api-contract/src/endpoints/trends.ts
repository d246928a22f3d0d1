import { defineEndpoint } from "../endpoint.ts";
import { trendEventSchema, trendsQuerySchema } from "../trends.ts";
import { UPSTREAM_ERRORS } from "./shared.ts";

export const trendEndpoints = {
  readTrends: defineEndpoint({
    method: "GET",
    path: "/trends",
    summary: "Burn-up and drift of a plan, or of all plans that one sees, project by project",
    access: "session",
    query: trendsQuerySchema,
    answer: trendEventSchema,
    format: "json-lines",
    status: 200,
    errors: ["project.not_found", "plan.not_found", ...UPSTREAM_ERRORS],
  }),
} as const;
