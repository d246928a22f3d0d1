import * as v from "valibot";
import { readInstantMs } from "./days.ts";
import { idText, lenient, listOf, pageOf, readCount, readFlag, readText } from "./wire.ts";

/** `GET /v4/projects/{id}/iterations`. A sprint's id is a number and no plan id, whatever seed 0 says (§9: 0.1). */
export const sprintSchema = v.object({
  id: idText,
  name: v.string(),
  description: lenient(readText),
  /** Days as they came; read them with `readDay`. */
  begin_time: lenient(readText),
  end_time: lenient(readText),
  /** "0" not started, "1" running, "2" ended, "open" in old data. */
  status: lenient(readText),
  updated_time: lenient(readInstantMs),
  deleted: lenient(readFlag),
});
export type ScrumSprint = v.InferOutput<typeof sprintSchema>;

export const sprintListSchema = pageOf(
  "iterations",
  v.object({ iterations: listOf(sprintSchema), total: lenient(readCount) }),
);
export type ScrumSprintList = v.InferOutput<typeof sprintListSchema>;
