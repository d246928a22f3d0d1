import { auditLineSchema, auditPageSchema, auditQuerySchema } from "../audit.ts";
import { defineEndpoint } from "../endpoint.ts";

export const auditEndpoints = {
  listAudit: defineEndpoint({
    method: "GET",
    path: "/audit",
    summary: "What was done, newest first, in the projects that one may see, and by oneself",
    access: "session",
    query: auditQuerySchema,
    answer: auditPageSchema,
    format: "json",
    status: 200,
    errors: [],
  }),
  exportAudit: defineEndpoint({
    method: "GET",
    path: "/audit/export",
    summary: "The whole chain, oldest first; of rows that one may not see the hashes alone",
    access: "session",
    answer: auditLineSchema,
    format: "json-lines",
    status: 200,
    errors: [],
  }),
} as const;
