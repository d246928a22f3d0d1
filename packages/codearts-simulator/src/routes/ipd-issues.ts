import * as v from "valibot";
import { ipdProjectOf, pageOf, parseBody, type Context, type Route } from "../context.ts";
import { invalidParameter, jsonAnswer, REFUSALS } from "../errors.ts";
import { applyIpdUpdate, batchSchema, ensureAllowed } from "../ipd-edits.ts";
import { ipdQuerySchema, sortIssues, toFilter } from "../ipd-query.ts";
import { toIssueDetail, toIssueVo, toTreeBranch } from "../wire/ipd-items.ts";
import type { IpdItem } from "../world/world-types.ts";

/** Categories that hang together as parents and children; any other type is answered alone. */
const FAMILY = ["IR", "SR", "AR", "Task"];

const treeSchema = v.object({
  keyword: v.optional(v.string(), ""),
  number: v.optional(v.array(v.string()), []),
  plan: v.optional(v.array(v.object({ plan_pi: v.optional(v.string()), plan_iteration: v.optional(v.string()) })), []),
  offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 20),
});

/** ISO time without milliseconds. */
function toOperateTime(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/\.\d+Z$/, "Z");
}

/** The types of a comma-joined list that are answered together. */
function answeredTypes(context: Context): string[] {
  const types = (context.query.get("issue_type") ?? "").split(",").filter((type) => type !== "");
  const [first] = types;
  if (first === undefined) throw invalidParameter("issue_type");
  return FAMILY.includes(first) ? types.filter((type) => FAMILY.includes(type)) : [first];
}

/** Looked up once for a whole page of items. */
function childrenOfPage(page: readonly IpdItem[], items: readonly IpdItem[]): (id: string) => readonly IpdItem[] {
  const children = new Map(page.map(({ id }): [string, IpdItem[]] => [id, []]));
  for (const item of items) if (item.parentId !== null) children.get(item.parentId)?.push(item);
  return (id) => children.get(id) ?? [];
}

function isInPlan(
  item: IpdItem,
  plans: { plan_pi?: string | undefined; plan_iteration?: string | undefined }[],
): boolean {
  const isAt = (wanted: string | undefined, id: string | null) => wanted === undefined || wanted === (id ?? "-2");
  return (
    plans.length === 0 ||
    plans.some((plan) => isAt(plan.plan_pi, item.piId) && isAt(plan.plan_iteration, item.iterationId))
  );
}

export const ipdIssueRoutes: Route[] = [
  {
    operation: "queryIpdIssues",
    method: "POST",
    path: "/v1/ipdprojectservice/projects/{project_id}/issues/query",
    handle: (context) => {
      const project = ipdProjectOf(context);
      const types = answeredTypes(context);
      const query = parseBody(context, ipdQuerySchema);
      if (query.page.page_size > context.ipdPageLimit) throw REFUSALS.paging("page_size");
      const isWanted = toFilter(query);
      const items = context.store.ipdItemsOf(project.id);
      const found = items
        .filter((item) => types.includes(item.category))
        .filter((item) => isWanted(item, { store: context.store, project }));
      const { page_no: pageNo, page_size: pageSize } = query.page;
      const page = sortIssues(found, query.sort).slice((pageNo - 1) * pageSize, pageNo * pageSize);
      const place = { store: context.store, project, childrenOf: childrenOfPage(page, items) };
      const toWire = query.return_fields.includes("plan_start_date") ? toIssueDetail : toIssueVo;
      return jsonAnswer(200, {
        status: "success",
        message: "",
        result: { issues: page.map((item) => toWire(item, place)), total: found.length },
      });
    },
  },
  {
    operation: "treeIpdIssues",
    method: "POST",
    path: "/v1/ipdprojectservice/projects/{project_id}/issues/tree",
    handle: (context) => {
      const project = ipdProjectOf(context);
      const category = context.query.get("category") ?? "";
      if (!/^[A-Za-z_,]{2,32}$/.test(category)) throw invalidParameter("category");
      const query = parseBody(context, treeSchema);
      const keyword = query.keyword.toLowerCase();
      const items = context.store
        .ipdItemsOf(project.id)
        .filter((item) => category.split(",").includes(item.category))
        .filter((item) =>
          query.number.length > 0
            ? query.number.includes(item.number)
            : item.title.toLowerCase().includes(keyword) || item.number === query.keyword,
        )
        .filter((item) => isInPlan(item, query.plan));
      const ids = new Set(items.map((item) => item.id));
      const roots = items.filter((item) => item.parentId === null || !ids.has(item.parentId));
      const childrenOf = (id: string) => items.filter((item) => item.parentId === id);
      const place = { store: context.store, project };
      const issues = pageOf(roots, query).map((item) => toTreeBranch(item, { place, childrenOf }));
      return jsonAnswer(200, { status: "success", message: "", result: { issues, total: roots.length } });
    },
  },
  {
    operation: "batchUpdateIpdIssues",
    method: "PUT",
    path: "/v1/ipdprojectservice/projects/{project_id}/issues/batch",
    handle: (context) => {
      const project = ipdProjectOf(context, { write: true });
      const { id: ids, attribute } = parseBody(context, batchSchema);
      ensureAllowed(project, attribute);
      const userId = context.caller().userId;
      const toResult = (id: string) => ({ id, operator: userId, operate_time: toOperateTime(context.now) });
      const isFine = (id: string) => {
        const item = context.store.ipdItem(id);
        return item?.projectId === project.id && item.category === attribute.category && !context.isFailing(id);
      };
      const unique = [...new Set(ids)];
      const success = unique.filter(isFine);
      for (const id of success) {
        const item = context.store.ipdItem(id);
        if (item !== undefined)
          context.store.patchIpdItem(id, applyIpdUpdate(item, { attribute, project, userId, now: context.now }));
      }
      if (success.length > 0) context.record({ projectId: project.id, itemIds: success, fields: attribute });
      const failed = unique.filter((id) => !success.includes(id));
      return jsonAnswer(200, {
        status: "success",
        result: [{ success: success.map(toResult), failed: failed.map(toResult) }],
      });
    },
  },
  {
    operation: "showIpdIssue",
    method: "GET",
    path: "/v1/ipdprojectservice/projects/{project_id}/issues/{issue_id}",
    handle: (context) => {
      const project = ipdProjectOf(context);
      const item = context.store.ipdItem(context.params["issue_id"] ?? "");
      const type = context.query.get("issue_type");
      if (type === null) throw invalidParameter("issue_type");
      if (item?.projectId !== project.id || item.category !== type)
        return jsonAnswer(200, { status: "failed", message: "The work item does not exist.", result: [] });
      return jsonAnswer(200, {
        status: "success",
        message: "",
        result: [toIssueDetail(item, { store: context.store, project })],
      });
    },
  },
];
