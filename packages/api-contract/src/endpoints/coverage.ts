import {
  coverageEventSchema,
  coverageFindingsQuerySchema,
  coverageFindingsSchema,
  coverageQuerySchema,
} from "../coverage.ts";
import { defineEndpoint } from "../endpoint.ts";
import { UPSTREAM_ERRORS, projectParams } from "./shared.ts";

export const coverageEndpoints = {
  readCoverage: defineEndpoint({
    method: "GET",
    path: "/coverage",
    summary: "How many items do not fit their plans, project by project as they are read",
    access: "session",
    query: coverageQuerySchema,
    answer: coverageEventSchema,
    format: "json-lines",
    status: 200,
    errors: UPSTREAM_ERRORS,
  }),
  listCoverage: defineEndpoint({
    method: "GET",
    path: "/projects/:projectId/coverage",
    summary: "Items of a project that do not fit their plans, a page at a time",
    access: "session",
    params: projectParams,
    query: coverageFindingsQuerySchema,
    answer: coverageFindingsSchema,
    format: "json",
    status: 200,
    errors: ["project.not_found", ...UPSTREAM_ERRORS],
  }),
} as const;
