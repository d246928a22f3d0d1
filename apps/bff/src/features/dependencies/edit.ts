import { type Dependency, type DependencyEdit, MOST_DEPENDENCIES } from "@gantry/api-contract";
import { findRing } from "@gantry/schedule";
import { AppError } from "../../app-error.ts";
import type { Doer } from "../../audit/actor.ts";
import { appendAudit } from "../../audit/append.ts";
import { invalidRequest, type Issue } from "../../change-sets/invalid-request.ts";
import { holdLock } from "../../database/lock-row.ts";
import type { Database } from "../../database/schema.ts";
import { type ProjectOfDomain, readDependencies, writeEdit } from "./store.ts";

/**
 * Carries out all edits or none, and gives the project's links after them.
 * Throws `request.invalid` for edits that say nothing, `dependency.changed_since` where a link is not as an edit's
 * `before` says, `dependency.too_many`, and `dependency.ring` for links that would close one.
 */
export async function editDependencies(
  database: Database,
  options: { edits: readonly DependencyEdit[]; project: ProjectOfDomain; changedBy: string; doer: Doer; now: number },
): Promise<Dependency[]> {
  const { edits, project } = options;
  const issues = findIssues(edits);
  if (issues.length > 0) throw invalidRequest(issues);
  return await database.transaction().execute(async (transaction) => {
    // Two edits side by side would each find no ring, and close one together.
    await holdLock(transaction, `dependencies ${project.domainId} ${project.projectId}`);
    const stale: DependencyEdit[] = [];
    for (const edit of edits) if (!(await writeEdit(transaction, { ...options, edit }))) stale.push(edit);
    if (stale.length > 0) throw changedSince(stale);
    const links = await readDependencies(transaction, project);
    if (edits.some(({ before }) => before === null)) ensureMayGrow(links);
    await appendAudit(transaction, {
      ...options.doer,
      at: options.now,
      kind: "links.edited",
      projectId: project.projectId,
      changeSetId: null,
      detail: { links: edits.map(toWords) },
    });
    return links;
  });
}

/** `FS+2`; `–` where there is no link. */
function toWords({ fromId, toId, before, after }: DependencyEdit): string {
  const [was, is] = [before, after].map((link) =>
    link === null ? "–" : `${link.type}${link.lagDays >= 0 ? "+" : ""}${link.lagDays}`,
  );
  return `${fromId}→${toId}: ${was} → ${is}`;
}

/** What no state of the project could make sense of. */
function findIssues(edits: readonly DependencyEdit[]): Issue[] {
  const seen = new Set<string>();
  return edits.flatMap(({ fromId, toId, before, after }, index): Issue[] => {
    const pair = `${fromId} ${toId}`;
    const isRepeated = seen.has(pair);
    seen.add(pair);
    if (fromId === toId) return [{ path: `edits.${index}.toId`, message: "Expected another item than fromId" }];
    if (isRepeated) return [{ path: `edits.${index}`, message: "The same link is named twice" }];
    if (before?.type === after?.type && before?.lagDays === after?.lagDays)
      return [{ path: `edits.${index}.after`, message: "Expected another value than before" }];
    return [];
  });
}

function ensureMayGrow(links: readonly Dependency[]): void {
  if (links.length > MOST_DEPENDENCIES)
    throw new AppError("dependency.too_many", `A project may have at most ${MOST_DEPENDENCIES} links`);
  const ring = findRing(links);
  if (ring === null) return;
  throw new AppError("dependency.ring", "The links would close a ring", { details: { itemIds: [...ring] } });
}

function changedSince(edits: readonly DependencyEdit[]): AppError {
  return new AppError("dependency.changed_since", "Links are no longer what they were", {
    details: { itemIds: edits.flatMap(({ fromId, toId }) => [fromId, toId]) },
  });
}
