import * as v from "valibot";
import { parseBody, queryNumber, scrumProjectOf, type Context, type Route } from "../context.ts";
import { invalidParameter, jsonAnswer, REFUSALS } from "../errors.ts";
import { isClosed, isMember } from "../scrum-edits.ts";
import { toV2Item } from "../wire/scrum-items.ts";
import type { ScrumItem, ScrumProject } from "../world/world-types.ts";

const batchEditSchema = v.object({
  project_id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{32}$/)),
  issue_ids: v.pipe(v.string(), v.regex(/^\d{1,10}$/, "expected 1 to 10 digits")),
  assigned_to_id: v.pipe(v.string(), v.regex(/^\d{1,10}$/, "expected digits")),
});

function toProject(project: ScrumProject) {
  return {
    id: project.number,
    identifier: project.id,
    total: 0,
    close: 0,
    role: 0,
    type: "scrum",
    archive: project.isArchived,
    mem_count: 0,
  };
}

/** Whether the batch edit leaves an item as it is and lists it among the errors. */
function isRefused(item: ScrumItem, { project, context }: { project: ScrumProject; context: Context }): boolean {
  return (
    item.projectId !== project.id ||
    project.isArchived ||
    (project.isClosedReadOnly && isClosed(item)) ||
    context.isFailing(String(item.id))
  );
}

export const v2Routes: Route[] = [
  {
    operation: "batchEditIssues",
    method: "POST",
    path: "/v2/workitem/issues",
    handle: (context) => {
      const edit = parseBody(context, batchEditSchema);
      const project = scrumProjectOf(context, { projectId: edit.project_id, write: true });
      const assignee = Number(edit.assigned_to_id);
      if (!isMember(project, assignee)) throw REFUSALS.notMember();
      const item = context.store.scrumItem(edit.issue_ids);
      const result = {
        project: toProject(project),
        journal_ids: [],
        error_issues: [],
        versions_issues: [],
        success_issues: [],
      };
      if (item === undefined || isRefused(item, { project, context }))
        return jsonAnswer(200, { result: { ...result, error_issues: [Number(edit.issue_ids)] }, status: "success" });
      context.store.patchScrumItem(
        item.id,
        { assigneeNumber: assignee, updatedAt: context.now },
        context.caller().userNumber,
      );
      const { seq } = context.record({
        projectId: project.id,
        itemIds: [String(item.id)],
        fields: { assigned_to_id: edit.assigned_to_id },
      });
      const done = { ...result, journal_ids: [String(700_000 + seq)], success_issues: [String(item.id)] };
      return jsonAnswer(200, { result: done, status: "success" });
    },
  },
  {
    operation: "listPlanIssuesV2",
    method: "GET",
    path: "/v2/workitem/plan",
    handle: (context) => {
      const project = scrumProjectOf(context, { projectId: context.query.get("project_id") ?? "" });
      const pageNo = queryNumber(context, { name: "page_no", min: 0, max: 9_999_999_999, fallback: 1 });
      const pageSize = queryNumber(context, { name: "page_size", min: 0, max: 9_999_999_999, fallback: 10 });
      const statusId = context.query.get("status_id");
      if (statusId !== null && !/^[1-6]$/.test(statusId)) throw invalidParameter("status_id");
      const planId = context.query.get("plan_id");
      const plan = planId === null ? null : context.store.plan(planId);
      if (plan === undefined || (plan !== null && plan.projectId !== project.id)) throw REFUSALS.planMissing();
      const found = context.store
        .scrumItemsOf(project.id)
        .filter((item) => plan === null || plan.itemIds.has(String(item.id)))
        .filter((item) => statusId === null || item.statusId === Number(statusId));
      const from = (Math.max(1, pageNo) - 1) * pageSize;
      const issues = found
        .slice(from, from + pageSize)
        .map((item) => toV2Item(item, { store: context.store, project }));
      return jsonAnswer(200, { result: { total: found.length, total_count: found.length, issues }, status: "success" });
    },
  },
];
