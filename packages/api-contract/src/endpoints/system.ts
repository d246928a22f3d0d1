import * as v from "valibot";
import { defineEndpoint } from "../endpoint.ts";
import { liveEventSchema } from "../live.ts";

export const systemEndpoints = {
  streamEvents: defineEndpoint({
    method: "GET",
    path: "/events",
    summary: "Progress of change sets, and what changed, as server-sent events",
    access: "session",
    answer: liveEventSchema,
    format: "events",
    status: 200,
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
