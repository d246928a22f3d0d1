import { AppError } from "../app-error.ts";
import type { Database } from "../database/schema.ts";
import type { Reader } from "../features/reader.ts";
import type { Owner } from "../session/session.ts";
import { findChangeSet } from "./ledger/read.ts";
import type { ChangeSetRecord } from "./ledger/records.ts";
import { isSameOwner } from "./to-change-set.ts";
import type { VisibleProjects } from "../live/visible-projects.ts";

/**
 * A change set for reading: one's own, or a colleague's in a project that one may see.
 * Throws the same `change_set.not_found` for all others, whether they exist or not.
 */
export async function findReadable(
  database: Database,
  options: { id: string; viewer: Owner; reader: Reader; visible: VisibleProjects },
): Promise<ChangeSetRecord> {
  const record = await findChangeSet(database, options.id);
  if (record === null || record.owner.domainId !== options.viewer.domainId) throw notFound();
  if (isSameOwner(record.owner, options.viewer)) return record;
  if ((await options.visible.of(options.reader)).has(record.projectId)) return record;
  throw notFound();
}

/** A change set for steering: its owner's alone, and of the named project where one is named. */
export async function findOwn(
  database: Database,
  options: { id: string; viewer: Owner; projectId?: string },
): Promise<ChangeSetRecord> {
  const { id, viewer, projectId } = options;
  const record = await findChangeSet(database, id);
  if (record === null || !isSameOwner(record.owner, viewer)) throw notFound();
  if (projectId !== undefined && record.projectId !== projectId) throw notFound();
  return record;
}

function notFound(): AppError {
  return new AppError("change_set.not_found", "There is no such change set");
}
