import { endpoints } from "@gantry/api-contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";

const FIVE_MINUTES_MS = 300_000;
const PLANS_A_PAGE = 200;

export const projectQueries = {
  all: () =>
    queryOptions({
      queryKey: ["projects"],
      queryFn: async ({ signal }) => (await api.call(endpoints.listProjects, { signal })).items,
      staleTime: FIVE_MINUTES_MS,
    }),
  /** Names of a project's plans, for filters. */
  plans: (projectId: string) =>
    queryOptions({
      queryKey: ["projects", projectId, "plans"],
      queryFn: async ({ signal }) => {
        const plans: { id: string; name: string }[] = [];
        for (let page = 1, total = 1; plans.length < total; page += 1) {
          const query = { page: String(page), pageSize: String(PLANS_A_PAGE) };
          const read = await api.call(endpoints.listPlans, { params: { projectId }, query, signal });
          plans.push(...read.items);
          total = read.items.length === 0 ? 0 : read.total;
        }
        return plans;
      },
      staleTime: FIVE_MINUTES_MS,
    }),
  members: (projectId: string) =>
    queryOptions({
      queryKey: ["projects", projectId, "members"],
      queryFn: async ({ signal }) => (await api.call(endpoints.listMembers, { params: { projectId }, signal })).items,
      staleTime: FIVE_MINUTES_MS,
    }),
  statuses: (projectId: string) =>
    queryOptions({
      queryKey: ["projects", projectId, "statuses"],
      queryFn: async ({ signal }) => (await api.call(endpoints.listStatuses, { params: { projectId }, signal })).items,
      staleTime: FIVE_MINUTES_MS,
    }),
  sprints: (projectId: string) =>
    queryOptions({
      queryKey: ["projects", projectId, "sprints"],
      queryFn: async ({ signal }) => (await api.call(endpoints.listSprints, { params: { projectId }, signal })).items,
      staleTime: FIVE_MINUTES_MS,
    }),
  fields: (projectId: string) =>
    queryOptions({
      queryKey: ["projects", projectId, "fields"],
      queryFn: async ({ signal }) => (await api.call(endpoints.listFields, { params: { projectId }, signal })).items,
      staleTime: FIVE_MINUTES_MS,
    }),
};
