import type { WorkItem } from "@gantry/api-contract";
import { isCodeArtsError } from "@gantry/codearts-client";
import { VIEWER_ROLE } from "@gantry/codearts-contract";
import { LOOKUP_FRESH_MS, type Reader } from "../reader.ts";
import type { KnownProject } from "./from-upstream.ts";

/** What CodeArts tells beforehand of changes that it would refuse. Where it tells nothing, the outcome will. */
export type Rights = {
  /** A role that changes nothing. */
  isViewer: boolean;
  isArchived: boolean;
  /** Closed items of the project take no changes. */
  isClosedReadOnly: boolean;
};

const UNKNOWN: Rights = { isViewer: false, isArchived: false, isClosedReadOnly: false };
/** "Closed" of the statuses that every Scrum project has; of a tenant's own nobody says whether they close. */
const CLOSED_STATUS_ID = "5";

/** Roles and the closed-item setting are documented for Scrum projects; of others nothing is assumed. */
export async function readRights({ upstream, signal }: Reader, { project }: KnownProject): Promise<Rights> {
  if (project.kind !== "scrum") return UNKNOWN;
  const args = { projectId: project.id };
  const options = { signal, freshForMs: LOOKUP_FRESH_MS };
  const [role, configs, detail] = await Promise.all([
    orUnknown(upstream.read("showUserRole", args, options)),
    orUnknown(upstream.read("showPublicConfigs", args, options)),
    orUnknown(upstream.read("showProject", args, options)),
  ]);
  return {
    isViewer: role?.user_role === VIEWER_ROLE,
    isArchived: detail?.archive ?? false,
    isClosedReadOnly: configs?.closed_workitem_readonly_mode ?? false,
  };
}

export function isClosed(item: Pick<WorkItem, "status">): boolean {
  return item.status.id === CLOSED_STATUS_ID;
}

/** A look-up that fails costs a forecast, not the preview. */
async function orUnknown<T>(look: Promise<T>): Promise<T | null> {
  try {
    return await look;
  } catch (error) {
    if (isCodeArtsError(error) && error.kind !== "cancelled") return null;
    throw error;
  }
}
