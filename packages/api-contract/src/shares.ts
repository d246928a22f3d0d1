import * as v from "valibot";
import { epochMsSchema, planIdSchema, projectIdSchema, shareIdSchema } from "./ids.ts";
import { isoDateSchema } from "./iso-date.ts";
import { planRollUpSchema, planTypeSchema } from "./plans.ts";
import { workItemSchema } from "./work-items.ts";

/** Links of one person that work at the same time. */
export const MOST_SHARES = 100;
export const MOST_SHARE_NAME_LENGTH = 60;
/** Plans that a link to an overview holds. */
export const MOST_SHARED_PLANS = 1_000;

/** Pages that are read in a browser, and feeds that a calendar reads again and again. */
export const shareKindSchema = v.picklist(["plan", "overview", "plan-feed", "person-feed"]);
export type ShareKind = v.InferOutput<typeof shareKindSchema>;

/** What a reader is not told. Plans' names stay, for they are what the link is about. */
export const shareHideSchema = v.picklist(["people", "titles", "numbers", "projects"]);
export type ShareHide = v.InferOutput<typeof shareHideSchema>;

const hidesSchema = v.pipe(v.array(shareHideSchema), v.maxLength(shareHideSchema.options.length));

/** Days that a page may be read; feeds take a year. */
export const SHARE_DAYS = [1, 7, 30, 90] as const;
export const FEED_DAYS = 365;

const planPlaceSchema = v.strictObject({ projectId: projectIdSchema, planId: planIdSchema });

export const newShareSchema = v.variant("kind", [
  v.strictObject({
    kind: v.literal("plan"),
    ...planPlaceSchema.entries,
    hides: hidesSchema,
    days: v.picklist(SHARE_DAYS),
  }),
  v.strictObject({
    kind: v.literal("overview"),
    /** What its readers see over the plans. */
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MOST_SHARE_NAME_LENGTH)),
    /** What it shows, in this order: the link never shows more. */
    plans: v.pipe(v.array(planPlaceSchema), v.minLength(1), v.maxLength(MOST_SHARED_PLANS)),
    hides: hidesSchema,
    days: v.picklist(SHARE_DAYS),
  }),
  v.strictObject({ kind: v.literal("plan-feed"), ...planPlaceSchema.entries, hides: hidesSchema }),
  v.strictObject({ kind: v.literal("person-feed"), hides: hidesSchema }),
]);
export type NewShare = v.InferOutput<typeof newShareSchema>;

/** A link that works, as its maker sees it. */
export const shareSchema = v.object({
  id: shareIdSchema,
  kind: shareKindSchema,
  /** The plan's or the view's name then; "" for a person's feed. */
  name: v.string(),
  /** Of a plan, or of its feed; null otherwise. */
  plan: v.nullable(v.object({ projectId: projectIdSchema, planId: planIdSchema })),
  hides: v.array(shareHideSchema),
  createdAt: epochMsSchema,
  expiresAt: epochMsSchema,
  opened: v.number(),
  openedAt: v.nullable(epochMsSchema),
  /** Of the address, signed: whoever has it can read. */
  path: v.string(),
});
export type Share = v.InferOutput<typeof shareSchema>;

const heading = {
  /** The plan's or the view's name. */
  name: v.string(),
  /** Null where people are hidden. */
  sharedBy: v.nullable(v.string()),
  hides: v.array(shareHideSchema),
  expiresAt: epochMsSchema,
};

/** What a plan adds up to, without the people. */
export const publicRollUpSchema = v.omit(planRollUpSchema, ["people", "peopleCount"]);

export const publicPlanSchema = v.object({
  /** Of this answer alone: tells nothing and leads nowhere. */
  key: v.string(),
  name: v.string(),
  project: v.nullable(v.string()),
  creator: v.nullable(v.string()),
  type: planTypeSchema,
  /** Null where its items were never read. */
  rollUp: v.nullable(publicRollUpSchema),
  readAt: v.nullable(epochMsSchema),
});
export type PublicPlan = v.InferOutput<typeof publicPlanSchema>;

/** What a link shows. Nothing in it is asked of CodeArts: it is what Gantry read last, at `readAt`. */
export const publicShareSchema = v.variant("kind", [
  v.object({ kind: v.literal("plan"), ...heading, plan: publicPlanSchema }),
  v.object({ kind: v.literal("overview"), ...heading, plans: v.array(publicPlanSchema) }),
]);
export type PublicShare = v.InferOutput<typeof publicShareSchema>;

/** A work item as a link shows it: without ids, and without what is hidden. */
export const publicItemSchema = v.object({
  /** Of this answer alone. */
  key: v.string(),
  parentKey: v.nullable(v.string()),
  number: v.nullable(v.string()),
  title: v.nullable(v.string()),
  type: workItemSchema.entries.type,
  shape: workItemSchema.entries.shape,
  status: v.omit(workItemSchema.entries.status, ["id"]),
  assignee: v.nullable(v.string()),
  start: v.nullable(isoDateSchema),
  end: v.nullable(isoDateSchema),
  progress: v.number(),
});
export type PublicItem = v.InferOutput<typeof publicItemSchema>;
