/**
 * What the caller must know of a call beyond its types. The HTTP method says nothing about replay safety
 * here: the plan list is a POST that reads, the IPD batch a PUT that writes.
 */
export type Operation = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path with `{parameters}`, below the endpoint. */
  path: string;
  effect: "read" | "write";
  /** Time for the whole call, body included. */
  deadlineMs: number;
  /** Answers may hold 18–19-digit ids as bare numbers: parse them without rounding. */
  exactNumbers?: boolean;
  /** Only the word `success` in the body is success; without it nobody knows what was done. */
  needsWord?: boolean;
  /** A refusal may have been applied in part, since the answer names no items. */
  partial?: boolean;
};

const READ_MS = 10_000;
const SIGN_IN_MS = 15_000;
/** Longer than a read: giving up on a write buys doubt. */
const WRITE_MS = 30_000;

const ipd = "/v1/ipdprojectservice/projects/{project_id}";
const read = { effect: "read", deadlineMs: READ_MS } as const;
const write = { effect: "write", deadlineMs: WRITE_MS } as const;
const ipdRead = { ...read, exactNumbers: true } as const;

/** Every call that this client can make. Removing items from a plan is left out on purpose: it may delete them. */
export const operations = {
  /** A write, so that nothing repeats it: IAM counts wrong passwords and locks the account. */
  createToken: { method: "POST", path: "/v3/auth/tokens", effect: "write", deadlineMs: SIGN_IN_MS },
  showCurrentUser: { method: "GET", path: "/v4/user", ...read },

  listProjects: { method: "GET", path: "/v4/projects", ...read },
  showProject: { method: "GET", path: "/v4/projects/{project_id}", ...read },
  listMembers: { method: "GET", path: "/v4/projects/{project_id}/members", ...read },
  showUserRole: { method: "GET", path: "/v4/projects/{project_id}/user-role", ...read },
  showPublicConfigs: { method: "GET", path: "/v4/project/{project_id}/public-configs", ...read },
  listStatuses: { method: "GET", path: "/v4/projects/{project_id}/statuses", ...read },
  listSprints: { method: "GET", path: "/v4/projects/{project_id}/iterations", ...read },

  listPlans: { method: "POST", path: "/v3/plan/{project_id}/managements", ...read },
  showPlan: { method: "GET", path: "/v3/plan/{project_id}/{plan_id}/info", ...read },
  listPlanItems: { method: "POST", path: "/v3/plan/{project_id}/{plan_id}/issues", ...read },
  listPlanItemsV2: { method: "GET", path: "/v2/workitem/plan", ...read },
  listAddableItems: { method: "POST", path: "/v3/plan/{project_id}/{plan_id}/addable-issues", ...read },
  linkItems: {
    method: "POST",
    path: "/v3/plan/{project_id}/{plan_id}/issue",
    ...write,
    needsWord: true,
    partial: true,
  },
  createPlan: { method: "POST", path: "/v3/plan/{project_id}/management", ...write },
  renamePlan: { method: "PUT", path: "/v3/plan/{project_id}/management/{plan_id}", ...write },
  deletePlan: { method: "DELETE", path: "/v3/plan/{project_id}/management", ...write, needsWord: true },

  queryItems: { method: "POST", path: "/v4/projects/{project_id}/issues", ...read },
  showItem: { method: "GET", path: "/v4/projects/{project_id}/issues/{issue_id}", ...read },
  listItemRecords: { method: "GET", path: "/v4/projects/{project_id}/issues/records", ...read },
  updateItem: { method: "PUT", path: "/v4/projects/{project_id}/issues/{issue_id}", ...write },
  batchAssignItem: { method: "POST", path: "/v2/workitem/issues", ...write },

  listIpdProjects: { method: "GET", path: "/v1/ipdprojectservice/projects/ipd", ...ipdRead },
  listIpdUsers: { method: "GET", path: `${ipd}/users`, ...ipdRead },
  listIpdStatuses: { method: "GET", path: `${ipd}/category/{category_id}/statuses`, ...ipdRead },
  listIpdFields: { method: "GET", path: `${ipd}/categories/{category_id}/fields`, ...ipdRead },
  listIpdTags: { method: "GET", path: `${ipd}/tags`, ...ipdRead },
  listIpdPlans: { method: "GET", path: "/v1/planservice/projects/{project_id}/plans/query", ...ipdRead },
  queryIpdItems: { method: "POST", path: `${ipd}/issues/query`, ...ipdRead },
  showIpdItem: { method: "GET", path: `${ipd}/issues/{issue_id}`, ...ipdRead },
  batchUpdateIpdItems: {
    method: "PUT",
    path: `${ipd}/issues/batch`,
    ...write,
    needsWord: true,
    exactNumbers: true,
  },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

/** Methods of the client that make an operation's call and keep less of its answer. */
const narrowReads = {
  listPlanItemIds: "listPlanItems",
  listPlanItemIdsV2: "listPlanItemsV2",
} as const satisfies Record<string, OperationName>;

export type NarrowRead = keyof typeof narrowReads;
export type MethodName = Exclude<OperationName, "createToken"> | NarrowRead;

/** Whose call a method of the client makes. */
export function operationNameOf(method: MethodName): OperationName {
  return isNarrow(method) ? narrowReads[method] : method;
}

function isNarrow(method: MethodName): method is NarrowRead {
  return Object.hasOwn(narrowReads, method);
}

/** The table's line, with its optional columns. */
export function operationOf(name: OperationName): Operation {
  return operations[name];
}
