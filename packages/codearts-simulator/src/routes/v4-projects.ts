import { pageOf, projectOf, queryNumber, scrumProjectOf, type Context, type Route } from "../context.ts";
import { invalidParameter, jsonAnswer } from "../errors.ts";
import { toV4Member } from "../wire/people.ts";
import { SCRUM_STATUSES, STATUS_ATTRIBUTES } from "../world/catalog.ts";
import type { Person, ScrumProject } from "../world/world-types.ts";

function toCreator(person: Person) {
  return {
    user_num_id: person.userNumber,
    user_id: person.userId,
    user_name: person.userName,
    domain_id: person.domain.id,
    domain_name: person.domain.name,
    nick_name: person.nickName,
  };
}

function visibleProjects({ store, caller, query }: Context): ScrumProject[] {
  const me = caller();
  const isWholeDomain = query.get("query_type") === "domain_projects";
  return store
    .projects()
    .filter((project) => project.kind === "scrum")
    .filter((project) => project.domain.id === me.domain.id)
    .filter((project) => isWholeDomain || project.members.some(({ person }) => person.userId === me.userId));
}

export const v4ProjectRoutes: Route[] = [
  {
    operation: "listProjects",
    method: "GET",
    path: "/v4/projects",
    handle: (context) => {
      const offset = queryNumber(context, { name: "offset", min: 0, max: 10_000 });
      const limit = queryNumber(context, { name: "limit", min: 1, max: 1_000 });
      const type = context.query.get("project_type");
      if (type !== null && !["scrum", "xboard", "normal"].includes(type)) throw invalidParameter("project_type");
      const search = context.query.get("search")?.toLowerCase() ?? "";
      const archive = context.query.get("archive");
      const found = visibleProjects(context)
        .filter(() => type === null || type === "scrum")
        .filter((project) => archive === null || String(project.isArchived) === archive)
        .filter((project) => `${project.name} ${project.description}`.toLowerCase().includes(search))
        .toSorted((left, right) => right.createdAt - left.createdAt);
      const projects = found.slice(offset, offset + limit).map((project) => ({
        project_num_id: project.number,
        project_id: project.id,
        project_name: project.name,
        description: project.description,
        created_time: project.createdAt,
        updated_time: project.updatedAt,
        project_type: "scrum",
        creator: toCreator(project.creator),
      }));
      return jsonAnswer(200, { projects, total: found.length });
    },
  },
  {
    operation: "showProject",
    method: "GET",
    path: "/v4/projects/{project_id}",
    handle: (context) => {
      const project = scrumProjectOf(context);
      return jsonAnswer(200, {
        project: {
          project_num_id: project.number,
          project_id: project.id,
          name: project.name,
          created_on: project.createdAt,
          updated_on: project.updatedAt,
          project_type: "scrum",
          archive: project.isArchived ? 1 : 0,
          enterprise_id: project.domain.id,
          project_code: project.code,
          creator: toCreator(project.creator),
        },
      });
    },
  },
  {
    operation: "listProjectMembers",
    method: "GET",
    path: "/v4/projects/{project_id}/members",
    handle: (context) => {
      const project = scrumProjectOf(context);
      const offset = queryNumber(context, { name: "offset", min: 0, max: 10_000 });
      const limit = queryNumber(context, { name: "limit", min: 1, max: 100 });
      return jsonAnswer(200, {
        members: pageOf(project.members, { offset, limit }).map(toV4Member),
        total: project.members.length,
      });
    },
  },
  {
    operation: "showCurrentUser",
    method: "GET",
    path: "/v4/user",
    handle: ({ caller }) => {
      const me = caller();
      return jsonAnswer(200, {
        ...toCreator(me),
        created_time: 1_600_000_000_000,
        updated_time: 1_600_000_000_000,
        gender: "",
        user_type: "User",
      });
    },
  },
  {
    operation: "showUserRole",
    method: "GET",
    path: "/v4/projects/{project_id}/user-role",
    handle: (context) => {
      const { userId } = context.caller();
      const membership = projectOf(context).members.find(({ person }) => person.userId === userId);
      return jsonAnswer(200, { user_role: membership?.roleId });
    },
  },
  {
    operation: "listStatuses",
    method: "GET",
    path: "/v4/projects/{project_id}/statuses",
    handle: (context) => {
      scrumProjectOf(context);
      const offset = queryNumber(context, { name: "offset", min: 0, max: 10_000, fallback: 0 });
      const limit = queryNumber(context, { name: "limit", min: 1, max: 100, fallback: 100 });
      const statuses = SCRUM_STATUSES.map((status) => ({
        id: status.uuid,
        status_id: status.id,
        name: status.name,
        tracker_ids: [2, 3, 5, 6, 7],
        status_attribute: STATUS_ATTRIBUTES[status.phase],
      }));
      return jsonAnswer(200, { total: statuses.length, issue_statuses: pageOf(statuses, { offset, limit }) });
    },
  },
  {
    operation: "listIterations",
    method: "GET",
    path: "/v4/projects/{project_id}/iterations",
    handle: (context) => {
      const { sprints, updatedAt } = scrumProjectOf(context);
      const iterations = sprints.map((sprint) => ({
        id: sprint.id,
        name: sprint.name,
        description: "",
        begin_time: sprint.begin,
        end_time: sprint.end,
        status: sprint.status,
        updated_time: updatedAt,
        deleted: false,
      }));
      return jsonAnswer(200, { total: iterations.length, iterations });
    },
  },
  {
    operation: "showPublicConfigs",
    method: "GET",
    path: "/v4/project/{project_id}/public-configs",
    handle: (context) => jsonAnswer(200, { closed_workitem_readonly_mode: scrumProjectOf(context).isClosedReadOnly }),
  },
];
