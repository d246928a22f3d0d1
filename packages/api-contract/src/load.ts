import * as v from "valibot";
import { errorBodySchema } from "./errors.ts";
import { epochMsSchema, planIdSchema, projectIdSchema } from "./ids.ts";
import { isoDateSchema } from "./iso-date.ts";
import { memberSchema, personSchema } from "./projects.ts";
import { calendarSchema } from "./proposals.ts";
import { workItemSchema } from "./work-items.ts";

/** Most weeks in one answer: a year and what is left of the week that it begins in. */
export const MAX_LOAD_WEEKS = 53;

const idList = <S extends v.GenericSchema>(id: S) => v.optional(v.pipe(v.array(id), v.maxLength(500)));

/** What load is counted by. The calendar is the reader's own (Settings), so that it comes with the question. */
export const loadQuerySchema = v.strictObject({
  calendar: calendarSchema,
  /** 0 = Sunday. */
  firstDayOfWeek: v.picklist([0, 1, 6]),
  weeks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_LOAD_WEEKS)),
  /** Only the plans of these projects, and only these plans; left out = all that the reader sees. */
  projects: idList(projectIdSchema),
  plans: idList(planIdSchema),
});
export type LoadQuery = v.InferOutput<typeof loadQuerySchema>;

/** Work of one kind: items, hours that are left of them, and how many of them nobody gave hours. */
const workSumSchema = v.object({ items: v.number(), hours: v.number(), withoutHours: v.number() });
export type WorkSum = v.InferOutput<typeof workSumSchema>;

/** One person's week with work in it; `week` is the index in `weeks`. */
export const loadCellSchema = v.object({
  week: v.number(),
  ...workSumSchema.entries,
  /** Of the items, those that are past their end. */
  overdue: v.number(),
});
export type LoadCell = v.InferOutput<typeof loadCellSchema>;

/** `person: null` = work that nobody has yet. Weeks without work have no cell. */
export const loadPersonSchema = v.object({
  person: v.nullable(personSchema),
  /** Plans on which the person has open work. */
  plans: v.number(),
  cells: v.array(loadCellSchema),
  /** Without dates. */
  unscheduled: workSumSchema,
  /** After the last week. */
  later: workSumSchema,
});
export type LoadPerson = v.InferOutput<typeof loadPersonSchema>;

/** `workingDays` are those that are left of it: the first week counts from today. `isShort`: days off fall in it. */
export const loadWeekSchema = v.object({
  start: isoDateSchema,
  workingDays: v.number(),
  isShort: v.boolean(),
});
export type LoadWeek = v.InferOutput<typeof loadWeekSchema>;

/**
 * Person × week over the open leaves of all plans that the reader may see, each counted once. The first week is the
 * one of the next working day. People without open work stand there too, as long as an item of the plans is theirs.
 */
export const loadSchema = v.object({
  today: isoDateSchema,
  weeks: v.array(loadWeekSchema),
  people: v.array(loadPersonSchema),
  /** Plans that the reader sees, those that don't count in this answer included, for filters. */
  projects: v.array(
    v.object({
      id: projectIdSchema,
      name: v.string(),
      plans: v.array(v.object({ id: planIdSchema, name: v.string() })),
    }),
  ),
  /** Plans that were counted. */
  plans: v.number(),
  /** What CodeArts was never asked for yet and is missing here: plans, and projects whose plans nobody listed. */
  missing: v.object({ plans: v.number(), projects: v.number() }),
  /** When the oldest of what was counted was last known to be current; null where nothing was counted. */
  readAt: v.nullable(epochMsSchema),
});
export type Load = v.InferOutput<typeof loadSchema>;

/**
 * One line of the stream: the people of one project after the other, with work or without, so that who is idle is
 * seen too. A project that fails is told by itself.
 */
export const teamEventSchema = v.variant("type", [
  v.object({ type: v.literal("members"), projectId: projectIdSchema, members: v.array(memberSchema) }),
  v.object({ type: v.literal("project-failed"), projectId: projectIdSchema, error: errorBodySchema.entries.error }),
  v.object({ type: v.literal("end") }),
]);
export type TeamEvent = v.InferOutput<typeof teamEventSchema>;

export const LOAD_ITEMS_A_PAGE = 50;

/** One cell: a person (null = nobody) and the first day of a week as `loadSchema` names it, or what has no dates. */
export const loadItemsQuerySchema = v.strictObject({
  ...loadQuerySchema.entries,
  personId: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
  week: v.union([isoDateSchema, v.literal("unscheduled")]),
  /** Rows before the page. */
  offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)), 0),
});
export type LoadItemsQuery = v.InferInput<typeof loadItemsQuerySchema>;

export const loadItemSchema = v.object({
  item: workItemSchema,
  projectName: v.string(),
  /** Plans that it is on, as far as the reader sees them; at most three are named. */
  plans: v.array(v.object({ id: planIdSchema, name: v.string() })),
  planCount: v.number(),
  /** Hours in this week, and in all; null = nobody gave it hours. */
  weekHours: v.nullable(v.number()),
  hours: v.nullable(v.number()),
  isOverdue: v.boolean(),
});
export type LoadItem = v.InferOutput<typeof loadItemSchema>;

/** The most hours first, `LOAD_ITEMS_A_PAGE` a page. */
export const loadItemsSchema = v.object({
  items: v.array(loadItemSchema),
  total: v.number(),
  nextOffset: v.nullable(v.number()),
});
export type LoadItems = v.InferOutput<typeof loadItemsSchema>;
