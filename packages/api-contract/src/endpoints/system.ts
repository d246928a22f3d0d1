import * as v from "valibot";
import { defineEndpoint } from "../endpoint.ts";
import { streamIdSchema } from "../ids.ts";
import { liveEventSchema, watchSchema } from "../live.ts";

export const systemEndpoints = {
  streamEvents: defineEndpoint({
    method: "GET",
    path: "/events",
    summary: "Progress of change sets, and what changed, as server-sent events",
    access: "session",
    query: v.object({ stream: v.optional(streamIdSchema) }),
    answer: liveEventSchema,
    format: "events",
    status: 200,
    errors: [],
  }),
  watchProjects: defineEndpoint({
    method: "POST",
    path: "/events/watch",
    summary: "Which projects one's own page shows now; replaces what it said before, and ends with its event stream",
    access: "session",
    body: watchSchema,
    answer: v.null(),
    format: "none",
    status: 204,
    errors: [],
  }),
  readLiveness: defineEndpoint({
    method: "GET",
    path: "/health/live",
    summary: "The process answers",
    access: "public",
    answer: v.object({ status: v.literal("ok") }),
    format: "json",
    status: 200,
    errors: [],
  }),
  readReadiness: defineEndpoint({
    method: "GET",
    path: "/health/ready",
    summary: "The process can serve: its database answers and it is not stopping",
    access: "public",
    answer: v.object({ status: v.literal("ok") }),
    format: "json",
    status: 200,
    errors: ["server.stopping"],
  }),
} as const;
