import {
  currentUserSchema,
  ipdProjectListSchema,
  ipdUserListSchema,
  publicConfigsSchema,
  scrumMemberListSchema,
  scrumProjectDetailSchema,
  scrumProjectListSchema,
  scrumStatusListSchema,
  sprintListSchema,
  userRoleSchema,
  type CurrentUser,
  type IpdProject,
  type IpdUser,
  type PublicConfigs,
  type ScrumMemberList,
  type ScrumProject,
  type ScrumProjectList,
  type ScrumSprintList,
  type ScrumStatusList,
  type UserRole,
} from "@gantry/codearts-contract";
import type { Caller, CallOptions } from "./session.ts";

/** `offset` is a multiple of `limit`. */
export type OffsetPage = { offset: number; limit: number };

/** Projects, people and lookups of the v4 dialect, and the IPD lists of projects and users. */
export function createProjectCalls(call: Caller) {
  return {
    /** Who the token belongs to. */
    showCurrentUser: (_none: Record<string, never> = {}, options?: CallOptions): Promise<CurrentUser> =>
      call({ operation: "showCurrentUser", answer: currentUserSchema, options }),

    /** Projects that the user takes part in; `limit` 1–1000, `offset` up to 10,000. */
    listProjects: (
      { offset, limit, search }: OffsetPage & { search?: string },
      options?: CallOptions,
    ): Promise<ScrumProjectList> =>
      call({ operation: "listProjects", query: { offset, limit, search }, answer: scrumProjectListSchema, options }),

    showProject: ({ projectId }: { projectId: string }, options?: CallOptions): Promise<ScrumProject> =>
      call({ operation: "showProject", path: { project_id: projectId }, answer: scrumProjectDetailSchema, options }),

    /** `limit` 1–100. */
    listMembers: (
      { projectId, offset, limit }: OffsetPage & { projectId: string },
      options?: CallOptions,
    ): Promise<ScrumMemberList> =>
      call({
        operation: "listMembers",
        path: { project_id: projectId },
        query: { offset, limit },
        answer: scrumMemberListSchema,
        options,
      }),

    /** The caller's own role in the project. */
    showUserRole: ({ projectId }: { projectId: string }, options?: CallOptions): Promise<UserRole> =>
      call({ operation: "showUserRole", path: { project_id: projectId }, answer: userRoleSchema, options }),

    showPublicConfigs: ({ projectId }: { projectId: string }, options?: CallOptions): Promise<PublicConfigs> =>
      call({ operation: "showPublicConfigs", path: { project_id: projectId }, answer: publicConfigsSchema, options }),

    /** `limit` 1–100. */
    listStatuses: (
      { projectId, offset, limit, trackerId }: OffsetPage & { projectId: string; trackerId?: string },
      options?: CallOptions,
    ): Promise<ScrumStatusList> =>
      call({
        operation: "listStatuses",
        path: { project_id: projectId },
        query: { offset, limit, tracker_id: trackerId },
        answer: scrumStatusListSchema,
        options,
      }),

    /** All sprints; the call has no pages. */
    listSprints: ({ projectId }: { projectId: string }, options?: CallOptions): Promise<ScrumSprintList> =>
      call({ operation: "listSprints", path: { project_id: projectId }, answer: sprintListSchema, options }),

    /** All IPD projects; the call has no pages. Which of them v4's list also has is not documented: merge by id. */
    listIpdProjects: ({ search }: { search?: string } = {}, options?: CallOptions): Promise<IpdProject[]> =>
      call({ operation: "listIpdProjects", query: { search }, answer: ipdProjectListSchema, options }),

    listIpdUsers: ({ projectId }: { projectId: string }, options?: CallOptions): Promise<IpdUser[]> =>
      call({ operation: "listIpdUsers", path: { project_id: projectId }, answer: ipdUserListSchema, options }),
  };
}
