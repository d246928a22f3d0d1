import * as v from "valibot";
import { pageOf, parseBody, scrumProjectOf, type Context, type Route } from "../context.ts";
import { invalidParameter, jsonAnswer, REFUSALS } from "../errors.ts";
import { applyScrumUpdate, scrumUpdateSchema } from "../scrum-edits.ts";
import { toV4Detail, toV4Item } from "../wire/scrum-items.ts";
import type { ScrumItem, ScrumProject } from "../world/world-types.ts";

/** Lists of ids: numbers as the SDK has them, or strings as another client sends them. */
const idsSchema = v.optional(v.array(v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer())));
const intervalSchema = v.optional(v.pipe(v.string(), v.regex(/^\d+,\d+$/)));

const querySchema = v.object({
  offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 100),
  query_type: v.optional(v.picklist(["backlog", "feature", "epic"])),
  tracker_ids: idsSchema,
  status_ids: idsSchema,
  priority_ids: idsSchema,
  severity_ids: idsSchema,
  module_ids: idsSchema,
  iteration_ids: idsSchema,
  assigned_ids: idsSchema,
  creator_ids: idsSchema,
  developer_ids: idsSchema,
  issue_ids: idsSchema,
  subject: v.optional(v.string()),
  created_time_interval: intervalSchema,
  updated_time_interval: intervalSchema,
  closed_time_interval: intervalSchema,
});

type Query = v.InferOutput<typeof querySchema>;

function isIn(ids: number[] | undefined, id: number | null): boolean {
  return ids === undefined || ids.length === 0 || (id !== null && ids.includes(id));
}

function isWithin(interval: string | undefined, instant: number | null): boolean {
  if (interval === undefined) return true;
  const [from = 0, to = 0] = interval.split(",").map(Number);
  return instant !== null && instant >= from && instant <= to;
}

function meets(item: ScrumItem, query: Query): boolean {
  return (
    isIn(query.tracker_ids, item.trackerId) &&
    isIn(query.status_ids, item.statusId) &&
    isIn(query.priority_ids, item.priorityId) &&
    isIn(query.severity_ids, item.severityId) &&
    isIn(query.module_ids, item.moduleId) &&
    isIn(query.iteration_ids, item.sprintId) &&
    isIn(query.assigned_ids, item.assigneeNumber) &&
    isIn(query.creator_ids, item.creatorNumber) &&
    isIn(query.developer_ids, item.developerNumber) &&
    isIn(query.issue_ids, item.id) &&
    (query.subject === undefined || item.title.toLowerCase().includes(query.subject.toLowerCase())) &&
    (query.query_type !== "epic" || item.trackerId === 5) &&
    (query.query_type !== "feature" || item.trackerId === 6) &&
    isWithin(query.created_time_interval, item.createdAt) &&
    isWithin(query.updated_time_interval, item.updatedAt) &&
    isWithin(query.closed_time_interval, item.closedAt)
  );
}

function itemOf(context: Context, project: ScrumProject): ScrumItem {
  const id = context.params["issue_id"] ?? "";
  if (!/^\d{1,10}$/.test(id)) throw invalidParameter("issue_id");
  const item = context.store.scrumItem(id);
  if (item === undefined || item.projectId !== project.id) throw REFUSALS.itemMissing();
  return item;
}

export const v4IssueRoutes: Route[] = [
  {
    operation: "listIssues",
    method: "POST",
    path: "/v4/projects/{project_id}/issues",
    handle: (context) => {
      const project = scrumProjectOf(context);
      const query = parseBody(context, querySchema);
      const found = context.store.scrumItemsOf(project.id).filter((item) => meets(item, query));
      const issues = pageOf(found, query).map((item) => toV4Item(item, { store: context.store, project }));
      return jsonAnswer(200, { issues, total: found.length });
    },
  },
  {
    operation: "showIssue",
    method: "GET",
    path: "/v4/projects/{project_id}/issues/{issue_id}",
    handle: (context) => {
      const project = scrumProjectOf(context);
      return jsonAnswer(200, toV4Detail(itemOf(context, project), { store: context.store, project }));
    },
  },
  {
    operation: "updateIssue",
    method: "PUT",
    path: "/v4/projects/{project_id}/issues/{issue_id}",
    handle: (context) => {
      const project = scrumProjectOf(context, { write: true });
      const update = parseBody(context, scrumUpdateSchema);
      const item = itemOf(context, project);
      if (project.isArchived) throw REFUSALS.noPermission();
      if (context.isFailing(String(item.id))) throw REFUSALS.itemInReview();
      const after = applyScrumUpdate(item, { update, project, context });
      context.store.patchScrumItem(item.id, after, context.caller().userNumber);
      context.record({ projectId: project.id, itemIds: [String(item.id)], fields: update });
      return jsonAnswer(200, toV4Detail(after, { store: context.store, project }));
    },
  },
];
