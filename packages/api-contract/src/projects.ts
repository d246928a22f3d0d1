import * as v from "valibot";
import { epochMsSchema, projectIdSchema } from "./ids.ts";
import { isoDateSchema } from "./iso-date.ts";

/** CodeArts has two work-item worlds; an item's fields and write calls depend on its project's kind. */
export const projectKindSchema = v.picklist(["scrum", "ipd"]);
export type ProjectKind = v.InferOutput<typeof projectKindSchema>;

export const projectSchema = v.object({
  id: projectIdSchema,
  name: v.string(),
  kind: projectKindSchema,
  description: v.string(),
  updatedAt: v.nullable(epochMsSchema),
});
export type Project = v.InferOutput<typeof projectSchema>;

/** A person. `id` is the 32-hex user id; `numericId` is what Scrum writes want. */
export const personSchema = v.object({
  id: v.string(),
  numericId: v.nullable(v.string()),
  name: v.string(),
});
export type Person = v.InferOutput<typeof personSchema>;

export const memberSchema = v.object({ ...personSchema.entries, role: v.string() });
export type Member = v.InferOutput<typeof memberSchema>;

export const statusPhaseSchema = v.picklist(["todo", "doing", "done"]);
export type StatusPhase = v.InferOutput<typeof statusPhaseSchema>;

export const statusSchema = v.object({
  id: v.string(),
  name: v.string(),
  phase: statusPhaseSchema,
  /** Item types that may have this status; empty = all. */
  itemTypes: v.array(v.string()),
});
export type Status = v.InferOutput<typeof statusSchema>;

/** A Scrum sprint, or an IPD PI or iteration (then with `parentId` = its PI). */
export const sprintSchema = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(["sprint", "pi", "iteration"]),
  parentId: v.nullable(v.string()),
  start: v.nullable(isoDateSchema),
  end: v.nullable(isoDateSchema),
  state: v.picklist(["planned", "running", "ended"]),
});
export type Sprint = v.InferOutput<typeof sprintSchema>;

export const fieldOptionSchema = v.object({ id: v.string(), name: v.string() });
export type FieldOption = v.InferOutput<typeof fieldOptionSchema>;

/** The control that fits a field, which is also the form of its value (see `FieldValue`). */
export const fieldControlSchema = v.picklist([
  "text", // string
  "long-text", // string
  "number", // number
  "percent", // whole number 0–100
  "day", // IsoDate
  "person", // person id
  "people", // person ids
  "option", // option id
  "options", // option ids
  "status", // status id
  "sprint", // sprint id
  "item", // work item id
  "items", // work item ids
  "boolean", // true or false
]);
export type FieldControl = v.InferOutput<typeof fieldControlSchema>;

/** A field that Gantry can write, with its limits as CodeArts documents them. */
export const fieldSchema = v.object({
  code: v.string(),
  /** Upstream's display name for custom fields; null = the web has the word. */
  name: v.nullable(v.string()),
  control: fieldControlSchema,
  /** Item types (Scrum: epic…bug; IPD: RR…Bug) that have the field; empty = all. */
  itemTypes: v.array(v.string()),
  options: v.array(fieldOptionSchema),
  required: v.boolean(),
  /** Whether the service can set it back to nothing. */
  clearable: v.boolean(),
  minLength: v.optional(v.number()),
  maxLength: v.optional(v.number()),
  min: v.optional(v.number()),
  max: v.optional(v.number()),
  maxItems: v.optional(v.number()),
  decimals: v.optional(v.number()),
});
export type Field = v.InferOutput<typeof fieldSchema>;
