import * as v from "valibot";
import { changeSetIdSchema, epochMsSchema, projectIdSchema } from "./ids.ts";

/**
 * Everything that the audit log can tell of, and what `detail` says beside `actor`, project and change set. All lists
 * are of strings; a list that was too long to keep whole has its rest counted as `<name>Left`.
 */
export const auditKindSchema = v.picklist([
  /** `sessionId`. */
  "session.signed_in",
  /** A wrong password. `subject`: the keyed fingerprint of account and name, which may be a password typed amiss. */
  "session.refused",
  /** Too many tries. `subject`, `refusals`: how many since the last such row of the process. */
  "session.limited",
  /** `sessionId`. */
  "session.signed_out",
  /** `sessionId`, `reason`: its time was up, another sign-in replaced it, or its token could not be unsealed. */
  "session.ended",
  /** A control of security said no. `code`, `route`, `refusals`: how many since the last such row of the process. */
  "access.refused",
  /** `origin`, `items`, `changes`, `fields`, `undoOf`. */
  "change_set.created",
  /** Of the change set that is put back: `undoneBy`. */
  "change_set.undone",
  /** A call is about to leave: `operation`, `itemIds`, `fields`. Committed before its first byte. */
  "change_set.write_sent",
  /** Changes of one and the same end: `outcome`, `reason`, `upstreamCode`, `itemIds`, `changes`. */
  "change_set.settled",
  "change_set.paused",
  "change_set.resumed",
  /** `changes`: how many were still queued. */
  "change_set.cancelled",
  /** `changes`, `unknown`: whether changes of unknown outcome are among them. */
  "change_set.retried",
  "change_set.finished",
  /** Its outcomes were deleted, their time being up: `changes`. */
  "change_set.purged",
  /** A plan is about to be created, renamed or deleted in CodeArts: `operation`, `planId`, `planName`. */
  "plan.write_sent",
  /** The same, and `code`: null where CodeArts did it, else why it may not have. */
  "plan.written",
  /** `links`: each `from→to: before → after`. */
  "links.edited",
  /** `planId`, `baselineId`, `baselineName`. */
  "baseline.created",
  "baseline.deleted",
  /** Colleagues see a view, or no longer: `viewId`, `viewName`, `viewKind`. */
  "view.shared",
  "view.unshared",
  /** A link for people outside: `shareId`, `shareKind`, `name`, `planId`, `plans`, `hides`, `until` (ISO 8601). */
  "share.created",
  /** `shareId`, `shareKind`, `name`, `opened`. */
  "share.revoked",
  /** Somebody read it, for the first time in a day: `shareId`, `shareKind`, `name`, `opened` since it was made. */
  "share.opened",
  /** Somebody took the log away: `rows`. */
  "audit.exported",
]);
export type AuditKind = v.InferOutput<typeof auditKindSchema>;

export const auditDetailSchema = v.record(
  v.string(),
  v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(v.string())]),
);
export type AuditDetail = v.InferOutput<typeof auditDetailSchema>;

const sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "Expected a SHA-256 in hex"));
const auditNumberSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

const told = {
  at: epochMsSchema,
  kind: auditKindSchema,
  /** Who did it; null where nobody was signed in. */
  actor: v.nullable(v.object({ userId: v.string(), domainId: v.string(), name: v.string() })),
  projectId: v.nullable(v.string()),
  changeSetId: v.nullable(v.string()),
  requestId: v.nullable(v.string()),
  detail: auditDetailSchema,
};

/** One thing that happened, as the page shows it. */
export const auditRowSchema = v.object({
  /** Place in the chain, from 1 without gaps. */
  number: auditNumberSchema,
  ...told,
  hash: sha256Schema,
});
export type AuditRow = v.InferOutput<typeof auditRowSchema>;

const link = { contentHash: sha256Schema, previousHash: sha256Schema, hash: sha256Schema };

/** Where the chain ends: noted elsewhere, it proves later that nothing before it was changed or cut off. */
export const auditHeadSchema = v.object({
  /** 0 = nothing was written yet. */
  number: v.pipe(v.number(), v.integer(), v.minValue(0)),
  hash: sha256Schema,
});
export type AuditHead = v.InferOutput<typeof auditHeadSchema>;

/**
 * A line of the exported chain. `contentHash` is the SHA-256 of the line's other fields, `number` and `nonce` among
 * them, as JSON with sorted names and no spaces; `hash` that of `previousHash`, number and `contentHash`, a line break
 * between them. Rows that the reader may not see keep their hashes alone, which tell nothing because of the nonce.
 */
export const auditLineSchema = v.union([
  v.strictObject({ number: auditNumberSchema, ...told, nonce: v.string(), ...link }),
  v.strictObject({ number: auditNumberSchema, ...link }),
  /** Always the last line; an export without it was cut off. */
  v.strictObject({ head: auditHeadSchema }),
]);
export type AuditLine = v.InferOutput<typeof auditLineSchema>;

const instantSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9]{1,15}$/, "Expected milliseconds since 1970"),
  v.transform(Number),
);

/** Which rows to show: all that is named must fit. */
export const auditQuerySchema = v.object({
  projectId: v.optional(projectIdSchema),
  userId: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
  kind: v.optional(auditKindSchema),
  changeSetId: v.optional(changeSetIdSchema),
  /** First instant that is shown, and the first one after: the reader's days, epoch ms. */
  from: v.optional(instantSchema),
  until: v.optional(instantSchema),
  cursor: v.optional(v.pipe(v.string(), v.regex(/^[0-9]{1,15}$/))),
  limit: v.optional(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(500))),
});
export type AuditQuery = v.InferOutput<typeof auditQuerySchema>;

/** A page of what the reader may see, newest first. */
export const auditPageSchema = v.object({
  items: v.array(auditRowSchema),
  /** End of the whole chain, rows that the reader may not see included. */
  head: auditHeadSchema,
  nextCursor: v.optional(v.string()),
});
export type AuditPage = v.InferOutput<typeof auditPageSchema>;
