import * as v from "valibot";
import { applyIpdUpdate, attributeSchema } from "./ipd-edits.ts";
import type { Parts } from "./parts.ts";
import { mergeScrumUpdate, scrumUpdateSchema } from "./scrum-edits.ts";
import type { Project } from "./world/world-types.ts";

export type ItemEdit = {
  itemId: string;
  /** Wire fields: of the v4 update for Scrum, of IssueEntity for IPD. */
  fields: Record<string, unknown>;
  /** Default: a member of the project other than the first. */
  userId?: string;
  now: number;
  requestId: string;
};

function someoneIn(project: Project | undefined): string {
  return (project?.members[1] ?? project?.members[0])?.person.userId ?? "";
}

/** Writes past token, rights and faults, as a colleague in another browser would. Throws on an unknown item. */
export function editItem(
  { store, ledger, journal }: Parts,
  { itemId, fields, userId, now, requestId }: ItemEdit,
): void {
  const scrum = itemId.length < 18 ? store.scrumItem(itemId) : undefined;
  const ipd = store.ipdItem(itemId);
  const projectId = scrum?.projectId ?? ipd?.projectId;
  const project = projectId === undefined ? undefined : store.project(projectId);
  if (project === undefined) throw new RangeError(`No work item ${itemId}`);
  const author = userId ?? someoneIn(project);
  journal.transaction(() => {
    if (scrum !== undefined)
      store.patchScrumItem(
        scrum.id,
        mergeScrumUpdate(scrum, { update: v.parse(scrumUpdateSchema, fields), now }),
        store.person(author)?.userNumber,
      );
    if (ipd !== undefined && project.kind === "ipd") {
      const attribute = v.parse(attributeSchema, { category: ipd.category, ...fields });
      store.patchIpdItem(ipd.id, applyIpdUpdate(ipd, { attribute, project, userId: author, now }));
    }
  });
  ledger.record({
    at: now,
    operation: "editElsewhere",
    userId: author,
    requestId,
    projectId: project.id,
    itemIds: [itemId],
    fields,
  });
}
