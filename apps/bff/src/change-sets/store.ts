import type { Store } from "../database/store.ts";
import type { Session } from "../session/session.ts";
import { compile } from "./compile/compile.ts";
import { hasOpenChangeSet } from "./ledger/earlier-fields.ts";
import { insertChangeSet } from "./ledger/create.ts";
import type { NewChangeSetRecord, NewRow } from "./ledger/records.ts";
import { toBlocks } from "./run/blocks.ts";
import type { EarlyLooks } from "./run/early-looks.ts";
import type { JobUpstream } from "./run/job-upstream.ts";

/** How the job's first look may begin before the change set is stored. */
export type LookEarly = {
  looks: EarlyLooks;
  upstreamFor: (session: Session, record: NewChangeSetRecord) => JobUpstream;
  session: Session;
};

/**
 * Stores a change set; meanwhile its first items are looked at, which takes about as long. Not where an earlier change
 * set may still write them.
 * @returns as `insertChangeSet`
 */
export async function storeChangeSet(
  store: Store,
  options: {
    record: Omit<NewChangeSetRecord, "callsPlanned">;
    rows: readonly NewRow[];
    requestId: string;
    lookEarly: LookEarly;
  },
): Promise<{ id: string; isNew: boolean }> {
  const { rows, requestId } = options;
  const { looks, upstreamFor, session } = options.lookEarly;
  const calls = compile(rows.map((row) => ({ ...row, doubts: 0 })));
  const record = { ...options.record, callsPlanned: calls.length };
  const [firstBlock = []] = toBlocks(calls);
  if (firstBlock.length > 0 && !(await hasOpenChangeSet(store.database, record))) {
    const lookedAt = firstBlock.flatMap(({ positions }) => positions.flatMap((position) => rows[position] ?? []));
    looks.begin(record.id, { upstream: upstreamFor(session, record), rows: lookedAt });
  }
  return insertChangeSet(store, { record, rows, requestId });
}
