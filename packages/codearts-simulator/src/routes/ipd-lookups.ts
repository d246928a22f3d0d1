import { ipdProjectOf, type Context, type Route } from "../context.ts";
import { invalidParameter, jsonAnswer } from "../errors.ts";
import { toPlanVo } from "../wire/ipd-items.ts";
import { toIpdMember } from "../wire/people.ts";
import { IPD_CATEGORY_IDS, IPD_TYPES, ipdStatusesOf } from "../world/catalog.ts";
import { IPD_FIELDS, toFieldVo } from "../world/ipd-fields.ts";
import type { IpdCategory } from "../world/world-types.ts";

const CATEGORIES: IpdCategory[] = ["RR", "SF", "IR", "SR", "AR", "Task", "Bug"];

function categoryOf(context: Context): IpdCategory {
  const category = CATEGORIES.find((one) => IPD_CATEGORY_IDS[one] === context.params["category_id"]);
  if (category === undefined) throw invalidParameter("category_id");
  return category;
}

export const ipdLookupRoutes: Route[] = [
  {
    operation: "listIpdProjects",
    method: "GET",
    path: "/v1/ipdprojectservice/projects/ipd",
    handle: ({ store, caller, query }) => {
      const me = caller();
      const search = (query.get("search") ?? "").toLowerCase();
      const model = query.get("model");
      const result = store
        .projects()
        .filter((project) => project.kind === "ipd")
        .filter((project) => project.members.some(({ person }) => person.userId === me.userId))
        .filter(
          (project) => project.name.toLowerCase().includes(search) && (model === null || project.modelId === model),
        )
        .map((project) => ({
          id: project.id,
          name: project.name,
          project_type: "ipd",
          domain_id: project.domain.id,
          model_id: project.modelId,
          accept_rr: 1,
          category: "Project",
          created_by_name: project.creator.userName,
        }));
      return jsonAnswer(200, { status: "success", message: "", result });
    },
  },
  {
    operation: "listIpdUsers",
    method: "GET",
    path: "/v1/ipdprojectservice/projects/{project_id}/users",
    handle: (context) =>
      jsonAnswer(200, { status: "success", message: "", result: ipdProjectOf(context).members.map(toIpdMember) }),
  },
  {
    operation: "listIpdStatuses",
    method: "GET",
    path: "/v1/ipdprojectservice/projects/{project_id}/category/{category_id}/statuses",
    handle: (context) => {
      ipdProjectOf(context);
      const result = ipdStatusesOf(categoryOf(context)).map(({ code, name, phase }) => ({
        code,
        name,
        belonging: phase,
      }));
      return jsonAnswer(200, { status: "success", message: "", total: result.length, result });
    },
  },
  {
    operation: "listIpdStatusNames",
    method: "GET",
    path: "/v1/ipdprojectservice/projects/{project_id}/status",
    handle: (context) => {
      ipdProjectOf(context);
      const wanted = (context.query.get("categories") ?? "").split(",");
      const statuses = CATEGORIES.filter((category) => wanted.includes(category)).flatMap(ipdStatusesOf);
      const byName = new Map(statuses.map(({ name, phase }) => [name, { name, belonging: phase }]));
      return jsonAnswer(200, {
        status: "success",
        message: "",
        total: byName.size,
        result: { status: [...byName.values()] },
      });
    },
  },
  {
    operation: "listIpdTags",
    method: "GET",
    path: "/v1/ipdprojectservice/projects/{project_id}/tags",
    handle: (context) => {
      const { labels } = ipdProjectOf(context);
      const title = (context.query.get("title") ?? "").toLowerCase();
      const data = labels
        .filter((label) => label.title.toLowerCase().includes(title))
        .map((label) => ({ ...label, category_types: CATEGORIES, label_type: IPD_TYPES.IR }));
      return jsonAnswer(200, { status: "success", message: "", result: { data, total: data.length } });
    },
  },
  {
    operation: "listIpdFields",
    method: "GET",
    path: "/v1/ipdprojectservice/projects/{project_id}/categories/{category_id}/fields",
    handle: (context) => {
      ipdProjectOf(context);
      const category = categoryOf(context);
      const fields = IPD_FIELDS.filter((field) => field.categories.length === 0 || field.categories.includes(category));
      return jsonAnswer(200, { status: "success", message: "", result: fields.map(toFieldVo) });
    },
  },
  {
    operation: "listIpdPlans",
    method: "GET",
    path: "/v1/planservice/projects/{project_id}/plans/query",
    handle: (context) => {
      const { periods } = ipdProjectOf(context);
      const keyWord = (context.query.get("key_word") ?? "").toLowerCase();
      const roots = periods.filter(
        (period) => period.parentId === null && period.title.toLowerCase().includes(keyWord),
      );
      return jsonAnswer(200, {
        status: "success",
        message: "",
        result: roots.map((period) => toPlanVo(period, periods)),
        page: { page: 1, size: roots.length, count: roots.length },
      });
    },
  },
];
