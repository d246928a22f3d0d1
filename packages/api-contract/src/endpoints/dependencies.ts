import { dependencyEditsSchema, dependencyListSchema } from "../dependencies.ts";
import { defineEndpoint } from "../endpoint.ts";
import { UPSTREAM_ERRORS, projectParams } from "./shared.ts";

export const dependencyEndpoints = {
  listDependencies: defineEndpoint({
    method: "GET",
    path: "/projects/:projectId/dependencies",
    summary: "Links between a project's work items, kept by Gantry",
    access: "session",
    params: projectParams,
    answer: dependencyListSchema,
    format: "json",
    status: 200,
    errors: ["project.not_found", ...UPSTREAM_ERRORS],
  }),
  editDependencies: defineEndpoint({
    method: "POST",
    path: "/projects/:projectId/dependencies",
    summary: "Draw, change and remove links, all of them or none",
    access: "session",
    params: projectParams,
    body: dependencyEditsSchema,
    answer: dependencyListSchema,
    format: "json",
    status: 200,
    errors: [
      "project.not_found",
      "dependency.ring",
      "dependency.changed_since",
      "dependency.too_many",
      ...UPSTREAM_ERRORS,
    ],
  }),
} as const;
