import * as v from "valibot";
import { readInstantMs } from "./days.ts";
import { idText, isRecord, lenient, listOf, pageOf, readCount, readFlag, readId, readText } from "./wire.ts";

const creatorSchema = v.nullish(
  v.object({
    user_num_id: lenient(readId),
    user_id: lenient(readId),
    user_name: lenient(readText),
    nick_name: lenient(readText),
  }),
  null,
);

/** A project in `GET /v4/projects`. */
export const scrumProjectSchema = v.object({
  project_id: idText,
  project_num_id: lenient(readId),
  project_name: v.string(),
  description: lenient(readText),
  project_type: lenient(readText),
  created_time: lenient(readInstantMs),
  updated_time: lenient(readInstantMs),
  creator: creatorSchema,
  /** Only the detail call has it. */
  archive: lenient(readFlag),
});
export type ScrumProject = v.InferOutput<typeof scrumProjectSchema>;

export const scrumProjectListSchema = pageOf(
  "projects",
  v.object({
    projects: listOf(scrumProjectSchema),
    total: lenient(readCount),
  }),
);
export type ScrumProjectList = v.InferOutput<typeof scrumProjectListSchema>;

/** `GET /v4/projects/{id}`: wrapped in `project`, and `name` instead of `project_name`. */
export const scrumProjectDetailSchema = v.pipe(
  v.unknown(),
  v.transform((body) => {
    const project = isRecord(body) && isRecord(body["project"]) ? body["project"] : body;
    if (!isRecord(project)) return project;
    return {
      ...project,
      project_name: project["project_name"] ?? project["name"],
      created_time: project["created_time"] ?? project["created_on"],
      updated_time: project["updated_time"] ?? project["updated_on"],
    };
  }),
  scrumProjectSchema,
);

/** A project in `GET /v1/ipdprojectservice/projects/ipd`, which has no paging. */
export const ipdProjectSchema = v.object({
  id: idText,
  name: v.string(),
  project_type: lenient(readText),
  /** 10001 system device, 10002 standalone software, 10003 cloud service: decides the categories. */
  model_id: lenient(readId),
  category: lenient(readText),
  created_by_name: lenient(readText),
});
export type IpdProject = v.InferOutput<typeof ipdProjectSchema>;

export const ipdProjectListSchema = listOf(ipdProjectSchema);
