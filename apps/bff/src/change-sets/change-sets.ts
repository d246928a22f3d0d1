import type { ChangeSet, ChangeSetList, ChangeSetPage, EndpointInput, endpoints } from "@gantry/api-contract";
import type { Database } from "../database/schema.ts";
import type { Reader } from "../features/reader.ts";
import type { Owner } from "../session/session.ts";
import { findReadable } from "./access.ts";
import { findTallied, readTallied } from "./ledger/read-tallied.ts";
import { listChangeSets, listRows, readCodes } from "./ledger/read.ts";
import type { Pace } from "./pace.ts";
import { toChangeResult, toChangeSet } from "./to-change-set.ts";
import type { VisibleProjects } from "../live/visible-projects.ts";

const SETS_PER_PAGE = 50;
const ROWS_PER_PAGE = 200;

type Viewing = { viewer: Owner; reader: Reader; visible: VisibleProjects; now: number; pace: Pace };

/** One's own change sets, and those of colleagues in projects that one may see; newest first. */
export async function listVisible(
  database: Database,
  options: Viewing & { query: EndpointInput<typeof endpoints.listChangeSets>["query"] },
): Promise<ChangeSetList> {
  const { viewer, query, now, pace } = options;
  const offset = Number(query.cursor ?? 0);
  const { records, total } = await listChangeSets(database, {
    owner: viewer,
    visibleProjectIds: [...(await options.visible.of(options.reader))],
    projectId: query.projectId,
    planId: query.planId,
    by: query.by,
    state: query.state,
    offset,
    limit: SETS_PER_PAGE,
  });
  const found = await readTallied(
    database,
    records.map((record) => record.id),
  );
  const items = found.map(({ record, tally }) => toChangeSet(record, { tally, viewer, now, pace }));
  return { items, total, ...nextCursor({ offset, count: items.length, total }) };
}

/** A change set with a page of its results, those that need a person first. Throws `change_set.not_found`. */
export async function readVisible(
  database: Database,
  options: Viewing & { id: string; query: EndpointInput<typeof endpoints.readChangeSet>["query"] },
): Promise<ChangeSetPage> {
  const { viewer, query, now, pace } = options;
  const record = await findReadable(database, options);
  const offset = Number(query.cursor ?? 0);
  // Before its rows: the page then has no row that is older than its revision says.
  const changeSet = await readNow(database, { id: record.id, viewer, now, pace });
  const { rows, total } = await listRows(database, {
    changeSetId: record.id,
    outcome: query.outcome,
    code: query.code,
    order: query.order,
    offset,
    limit: query.limit ?? ROWS_PER_PAGE,
  });
  return {
    changeSet,
    items: rows.map(toChangeResult),
    total,
    codes: await readCodes(database, record.id),
    ...nextCursor({ offset, count: rows.length, total }),
  };
}

/** A change set that surely exists, as it stands now. */
export async function readNow(
  database: Database,
  options: { id: string; viewer: Owner; now: number; pace: Pace },
): Promise<ChangeSet> {
  const found = await findTallied(database, options.id);
  if (found === null) throw new Error(`Change set ${options.id} is gone`);
  const { viewer, now, pace } = options;
  return toChangeSet(found.record, { tally: found.tally, viewer, now, pace });
}

function nextCursor(page: { offset: number; count: number; total: number }): { nextCursor?: string } {
  const end = page.offset + page.count;
  return page.count > 0 && end < page.total ? { nextCursor: String(end) } : {};
}
