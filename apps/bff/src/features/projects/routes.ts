import { endpoints } from "@gantry/api-contract";
import { bind, type BoundRoute } from "../../http/bind.ts";
import { listFields } from "../fields/use-cases.ts";
import { listMembers } from "../members/use-cases.ts";
import { listSprints } from "../sprints/use-cases.ts";
import { listStatuses } from "../statuses/use-cases.ts";
import { findKnownProject, findProject, listProjects } from "./use-cases.ts";

/** Projects, and what belongs to a project as a whole. */
export const projectRoutes: readonly BoundRoute[] = [
  bind(endpoints.listProjects, async (_input, context) => ({ items: await listProjects(context) })),
  bind(endpoints.listMembers, async ({ params }, context) => ({
    items: await listMembers(context, await findProject(context, params.projectId)),
  })),
  bind(endpoints.listStatuses, async ({ params }, context) => ({
    items: await listStatuses(context, await findKnownProject(context, params.projectId)),
  })),
  bind(endpoints.listSprints, async ({ params }, context) => ({
    items: await listSprints(context, await findProject(context, params.projectId)),
  })),
  bind(endpoints.listFields, async ({ params }, context) => ({
    items: await listFields(context, await findKnownProject(context, params.projectId)),
  })),
];
