import * as v from "valibot";

/** Every error that the API can answer, with its HTTP status. The handbook has a line for each. */
export const ERROR_STATUS = {
  "request.invalid": 400,
  "request.too_large": 413,
  "request.method_not_allowed": 405,
  "request.not_same_origin": 403,
  "request.too_many": 429,
  "session.required": 401,
  "session.wrong_credentials": 401,
  "session.too_many_attempts": 429,
  "session.sign_in_unavailable": 503,
  "route.not_found": 404,
  "project.not_found": 404,
  "plan.not_found": 404,
  "plan.no_links": 409,
  "work_item.not_found": 404,
  "change_set.not_found": 404,
  "change_set.wrong_state": 409,
  "change_set.too_large": 400,
  "dependency.ring": 409,
  "dependency.changed_since": 409,
  "dependency.too_many": 409,
  "baseline.not_found": 404,
  "baseline.too_many": 409,
  "view.not_found": 404,
  "view.too_many": 409,
  "share.not_found": 404,
  "share.too_many": 409,
  "upstream.refused": 403,
  "upstream.rejected": 422,
  "upstream.busy": 503,
  "upstream.unavailable": 502,
  "upstream.timeout": 504,
  "upstream.bad_answer": 502,
  "storage.unavailable": 503,
  "storage.full": 507,
  "server.stopping": 503,
  "server.internal": 500,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;
export const ERROR_CODES = Object.keys(ERROR_STATUS) as ErrorCode[];

/** One field of a bad request: where it is, what it may be, and the limit that it broke. */
export const errorIssueSchema = v.object({
  path: v.string(),
  message: v.string(),
});

export const errorDetailsSchema = v.object({
  issues: v.optional(v.array(errorIssueSchema)),
  /** CodeArts' own code (PM.…, APIG.…), shown beside our explanation. */
  upstreamCode: v.optional(v.string()),
  upstreamMessage: v.optional(v.string()),
  /** The ring that a link would close, first item repeated at the end; or the links that somebody changed since. */
  itemIds: v.optional(v.array(v.string())),
  retryAfterMs: v.optional(v.number()),
});
export type ErrorDetails = v.InferOutput<typeof errorDetailsSchema>;

export const errorBodySchema = v.object({
  error: v.object({
    code: v.picklist(ERROR_CODES),
    message: v.string(),
    requestId: v.string(),
    details: v.optional(errorDetailsSchema),
  }),
});
export type ErrorBody = v.InferOutput<typeof errorBodySchema>;
