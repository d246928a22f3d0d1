import * as v from "valibot";

/** Ids are strings everywhere in Gantry: IPD ids have 18–19 digits, more than a JS number holds. */
export const projectIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{32}$/, "Expected 32 letters or digits"));
export const planIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{32}$/, "Expected 32 letters or digits"));
export const workItemIdSchema = v.pipe(
  v.string(),
  v.regex(/^(?:[0-9]{1,10}|[0-9]{18,19})$/, "Expected 1–10 or 18–19 digits"),
);
export const changeSetIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/, "Expected a change set id"));
export const baselineIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/, "Expected a baseline id"));
export const viewIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/, "Expected a view id"));
export const shareIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/, "Expected a share id"));
/** Names one of a session's event streams; the page makes it up. */
export const streamIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{8,64}$/, "Expected a stream id"));

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const epochMsSchema = v.pipe(v.number(), v.integer());
export type EpochMs = number;
