import * as v from "valibot";
import { epochMsSchema, viewIdSchema } from "./ids.ts";

export const MOST_VIEW_NAME_LENGTH = 60;
/** Views that one person keeps of one page. */
export const MOST_VIEWS = 100;

/** Pages that have views. */
export const viewKindSchema = v.picklist(["plans", "team"]);
export type ViewKind = v.InferOutput<typeof viewKindSchema>;

export const viewNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MOST_VIEW_NAME_LENGTH));

/** What stands behind the `?` of a page's address, percent-encoded; "" = nothing is filtered. */
export const viewSearchSchema = v.pipe(
  v.string(),
  v.maxLength(3_000),
  v.regex(/^[A-Za-z0-9*\-._+%=&,/]*$/, "Expected the query of an address, percent-encoded"),
);

/**
 * A page's filters, sort and form under a name. A shared one is a filter and never a right: whoever opens it sees what
 * their own token sees.
 */
export const viewSchema = v.object({
  id: viewIdSchema,
  kind: viewKindSchema,
  name: v.string(),
  search: viewSearchSchema,
  /** Whether everybody of the account sees it. */
  isShared: v.boolean(),
  /** Only one's own can be changed. */
  isMine: v.boolean(),
  ownerName: v.string(),
  /** The page opens with it, for this person. */
  isDefault: v.boolean(),
  updatedAt: epochMsSchema,
});
export type View = v.InferOutput<typeof viewSchema>;

export const newViewSchema = v.strictObject({
  kind: viewKindSchema,
  name: viewNameSchema,
  search: viewSearchSchema,
  isShared: v.boolean(),
});
export type NewView = v.InferOutput<typeof newViewSchema>;

/** What is not named stays. */
export const viewChangeSchema = v.strictObject({
  name: v.optional(viewNameSchema),
  search: v.optional(viewSearchSchema),
  isShared: v.optional(v.boolean()),
});
export type ViewChange = v.InferOutput<typeof viewChangeSchema>;
