import * as v from "valibot";
import { errorBodySchema } from "./errors.ts";
import { epochMsSchema, planIdSchema, projectIdSchema, workItemIdSchema } from "./ids.ts";
import { isoDateSchema } from "./iso-date.ts";
import { projectSchema } from "./projects.ts";

export const trendDaysSchema = v.picklist(["30", "90", "180"]);
export type TrendDays = v.InferOutput<typeof trendDaysSchema>;

/** A plan (with its project), or everything of one project or of all that one sees. */
export const trendsQuerySchema = v.object({
  project: v.optional(projectIdSchema),
  plan: v.optional(planIdSchema),
  /** Days up to today. Default 90. */
  days: v.optional(trendDaysSchema),
});

/**
 * How things stood at the end of a day (today: now). `scope` counts leaves; of `unknown` of them nobody can say
 * whether they were done, so that the number done lies between `done` and `done + unknown`.
 */
export const trendPointSchema = v.object({
  day: isoDateSchema,
  scope: v.number(),
  done: v.number(),
  unknown: v.number(),
  /** The items themselves (today); CodeArts' change records; what Gantry noted on that day; nothing. */
  source: v.picklist(["now", "records", "note", "none"]),
});
export type TrendPoint = v.InferOutput<typeof trendPointSchema>;

/** How far back CodeArts' change records tell. */
export const trendHistorySchema = v.object({
  /** The first day from which on records are complete; null = there are none. */
  knownSince: v.nullable(isoDateSchema),
  /** Why they do not reach back to the first day; null where they do. */
  limit: v.nullable(
    v.picklist([
      /** CodeArts tells nothing earlier. */
      "gone",
      /** More changes than are read at once. */
      "too-many",
      /** IPD: records come only item by item, and are not asked for. */
      "ipd",
      /** CodeArts refused to tell records of this project. */
      "refused",
    ]),
  ),
});
export type TrendHistory = v.InferOutput<typeof trendHistorySchema>;

export const driftRowSchema = v.object({
  itemId: workItemIdSchema,
  number: v.string(),
  title: v.string(),
  plannedEnd: v.nullable(isoDateSchema),
  /** The day of the last move into a done status; null while it is open, or where no record tells. */
  doneOn: v.nullable(isoDateSchema),
  /** Working days between the planned end and the finish; negative = earlier. */
  lateDays: v.nullable(v.number()),
  /** Moves of its end within the range, and the working days that they add up to. */
  moves: v.number(),
  movedDays: v.number(),
});
export type DriftRow = v.InferOutput<typeof driftRowSchema>;

/** Planned against actual, of items finished and of ends moved within the range. */
export const driftSchema = v.object({
  early: v.number(),
  onTime: v.number(),
  late: v.number(),
  /** Working days by which the finished ones missed their planned end, added up; negative = earlier. */
  lateDays: v.number(),
  /** Finished, with a planned end, and no record says when. */
  untold: v.number(),
  movedItems: v.number(),
  moves: v.number(),
  movedDays: v.number(),
  /** The furthest off, at most fifty. */
  rows: v.array(driftRowSchema),
});
export type Drift = v.InferOutput<typeof driftSchema>;

export const projectTrendSchema = v.object({
  projectId: projectIdSchema,
  /** One for each day of the range, in order. */
  points: v.array(trendPointSchema),
  /** How many leaves are planned to end on a day, by their dates of today; in order, any day. */
  due: v.array(v.object({ day: isoDateSchema, count: v.number() })),
  /** Leaves without an end. */
  undated: v.number(),
  history: trendHistorySchema,
  drift: driftSchema,
  /** Plans whose items could not be read, which are left out. */
  failedPlans: v.number(),
});
export type ProjectTrend = v.InferOutput<typeof projectTrendSchema>;

/** One line of the stream: the projects and the range, then each project as it has been read. */
export const trendEventSchema = v.variant("type", [
  v.object({
    type: v.literal("projects"),
    projects: v.array(projectSchema),
    from: isoDateSchema,
    to: isoDateSchema,
  }),
  v.object({ type: v.literal("trend"), trend: projectTrendSchema }),
  v.object({ type: v.literal("project-failed"), projectId: projectIdSchema, error: errorBodySchema.entries.error }),
  v.object({ type: v.literal("end"), readAt: epochMsSchema }),
]);
export type TrendEvent = v.InferOutput<typeof trendEventSchema>;
