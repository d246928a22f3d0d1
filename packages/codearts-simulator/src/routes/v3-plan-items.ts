import * as v from "valibot";
import { parseBody, scrumProjectOf, type Context, type Route } from "../context.ts";
import { invalidParameter, jsonAnswer, REFUSALS } from "../errors.ts";
import { toV2Item, type ItemPlace } from "../wire/scrum-items.ts";
import type { ScrumItem } from "../world/world-types.ts";
import { planOf } from "./v3-plans.ts";

const MAX_LINKS = 100;
const MAX_PAGE = 200;

const inPlanSchema = v.object({
  show_type: v.optional(v.picklist(["list", "tree"]), "list"),
  subject: v.optional(v.string(), ""),
  pageNo: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9_999)), 1),
  pageSize: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_PAGE)), 20),
  tracker_id: v.optional(v.picklist([2, 3, 5, 6, 7])),
});

/** Here pages are strings. */
const pageTextSchema = v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/, "expected a number as text"), v.transform(Number));
const addableSchema = v.object({
  subject: v.optional(v.string(), ""),
  page_no: v.optional(pageTextSchema, "1"),
  page_size: v.optional(v.pipe(pageTextSchema, v.maxValue(MAX_PAGE)), "20"),
});
const linkSchema = v.pipe(
  v.array(v.pipe(v.number("expected an integer id"), v.integer(), v.minValue(1), v.maxValue(9_999_999_999))),
  v.minLength(1),
  v.maxLength(MAX_LINKS, `at most ${MAX_LINKS} work items`),
);

function hasTitle(item: ScrumItem, subject: string): boolean {
  return subject === "" || item.title.toLowerCase().includes(subject.toLowerCase());
}

/** Items with their children inside; an item whose parent is not among them stands at the top. */
function toTree(items: ScrumItem[], place: ItemPlace): unknown[] {
  const ids = new Set(items.map((item) => item.id));
  const branch = (item: ScrumItem): unknown => ({
    ...toV2Item(item, place),
    children: items.filter((child) => child.parentId === item.id).map(branch),
  });
  return items.filter((item) => item.parentId === null || !ids.has(item.parentId)).map(branch);
}

function itemsIn(context: Context, { projectId, itemIds }: { projectId: string; itemIds: Set<string> }): ScrumItem[] {
  return [...itemIds].flatMap((id) => context.store.scrumItem(id) ?? []).filter((item) => item.projectId === projectId);
}

export const v3PlanItemRoutes: Route[] = [
  {
    operation: "listPlanIssues",
    method: "POST",
    path: "/v3/plan/{project_id}/{plan_id}/issues",
    handle: (context) => {
      const project = scrumProjectOf(context);
      const query = parseBody(context, inPlanSchema);
      const plan = planOf(context);
      const all = itemsIn(context, { projectId: project.id, itemIds: plan.itemIds });
      const found = all
        .filter((item) => hasTitle(item, query.subject))
        .filter((item) => query.tracker_id === undefined || item.trackerId === query.tracker_id);
      const from = (query.pageNo - 1) * query.pageSize;
      const page = found.slice(from, from + query.pageSize);
      const place = { store: context.store, project };
      const issues = query.show_type === "tree" ? toTree(page, place) : page.map((item) => toV2Item(item, place));
      return jsonAnswer(200, {
        result: { issues, issues_count: found.length, issue_cur_count: page.length, milestone_cur_count: 0 },
        status: "success",
      });
    },
  },
  {
    operation: "listAddableIssues",
    method: "POST",
    path: "/v3/plan/{project_id}/{plan_id}/addable-issues",
    handle: (context) => {
      const project = scrumProjectOf(context);
      const query = parseBody(context, addableSchema);
      const plan = planOf(context);
      const found = context.store
        .scrumItemsOf(project.id)
        .filter((item) => !plan.itemIds.has(String(item.id)) && hasTitle(item, query.subject));
      const from = (query.page_no - 1) * query.page_size;
      const issues = found
        .slice(from, from + query.page_size)
        .map((item) => toV2Item(item, { store: context.store, project }));
      return jsonAnswer(200, {
        result: { total_count: found.length, issue_cur_count: issues.length, issues },
        status: "success",
      });
    },
  },
  {
    operation: "linkIssues",
    method: "POST",
    path: "/v3/plan/{project_id}/{plan_id}/issue",
    handle: (context) => {
      const project = scrumProjectOf(context, { write: true });
      const ids = parseBody(context, linkSchema);
      const plan = planOf(context);
      if (plan.type !== "gantt") throw invalidParameter("plan_id: not a Gantt chart");
      if (project.isArchived) throw REFUSALS.noPermission();
      if (ids.some((id) => context.store.scrumItem(id)?.projectId !== project.id)) throw REFUSALS.itemMissing();
      const itemIds = [...new Set(ids.map(String))].filter((id) => !context.isFailing(id));
      context.store.link(plan.id, itemIds);
      context.store.patchPlan(plan.id, { updater: context.caller(), updatedAt: context.now });
      if (itemIds.length > 0)
        context.record({ projectId: project.id, planId: plan.id, itemIds, fields: { plan_id: plan.id } });
      return jsonAnswer(200, { status: "success" });
    },
  },
];
