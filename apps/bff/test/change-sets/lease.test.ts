import { afterEach, beforeEach, expect, test } from "vitest";
import { insertChangeSet } from "../../src/change-sets/ledger/create.ts";
import {
  claimLease,
  LeaseLostError,
  listClaimable,
  releaseLease,
  type Lease,
} from "../../src/change-sets/ledger/lease.ts";
import { setState } from "../../src/change-sets/ledger/progress.ts";
import { findChangeSet, readRows } from "../../src/change-sets/ledger/read.ts";
import { beginSend } from "../../src/change-sets/ledger/send.ts";
import type { NewChangeSetRecord, NewRow } from "../../src/change-sets/ledger/records.ts";
import type { Store } from "../../src/database/store.ts";
import { openTestStore } from "../stores/test-database.ts";

const LONG_MS = 60_000;
const OVER_MS = 0;
const ID = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";

const record: NewChangeSetRecord = {
  id: ID,
  owner: { userId: "user", domainId: "domain" },
  createdBy: { id: "user", numericId: "1", name: "Somebody" },
  idempotencyKey: "key",
  origin: "edit",
  state: "queued",
  projectId: "project",
  projectName: "Project",
  projectKind: "scrum",
  planId: null,
  planName: null,
  createdAt: 1,
  items: 1,
  total: 1,
  fields: ["progress"],
  callsPlanned: 1,
  undoOf: null,
};
const row: NewRow = {
  position: 0,
  itemId: "1",
  itemNumber: "1",
  itemTitle: "One",
  itemType: "task",
  itemShape: "task",
  field: "progress",
  from: 0,
  to: 1,
  fromLabel: null,
  toLabel: null,
  wire: null,
  outcome: "queued",
  reason: null,
  at: null,
};

let store: Store;
beforeEach(async () => {
  store = await openTestStore({ now: Date.now });
  await insertChangeSet(store, { record, rows: [row], requestId: "request" });
});
afterEach(() => store.close());

const claim = (holder: string, leaseMs = LONG_MS) =>
  claimLease(store, { changeSetId: ID, holder, leaseMs, isCrash: true });

async function leaseOf(holder: string, leaseMs = LONG_MS): Promise<Lease> {
  const key = await claim(holder, leaseMs);
  const found = await findChangeSet(store.database, ID);
  if (key === null || found === null) throw new Error("It could not be claimed");
  return { store, key, record: found };
}

const rows = () => readRows(store.database, { changeSetId: ID, outcomes: ["queued", "sending"] });

test("one process at a time holds a change set, until it gives it back", async () => {
  const claims = await Promise.all(["a", "b", "c"].map((holder) => claim(holder)));
  const [held, ...others] = claims.filter((key) => key !== null);
  expect(others).toEqual([]);
  expect(await listClaimable(store, { holder: "d" })).toEqual([]);
  if (held !== undefined) await releaseLease(store.database, held);
  expect(await listClaimable(store, { holder: "d" })).toMatchObject([{ id: ID, state: "queued" }]);
});

test("who was taken for dead writes nothing more, and sends nothing", async () => {
  const first = await leaseOf("a", OVER_MS);
  const second = await leaseOf("b");
  await expect(setState(first, { state: "running" })).rejects.toThrow(LeaseLostError);
  const intent = { operation: "scrum-update", rows: await rows() };
  await expect(beginSend(first, { intent, at: 1 })).rejects.toThrow(LeaseLostError);
  expect((await findChangeSet(store.database, ID))?.state).toBe("queued");
  expect(await rows()).toMatchObject([{ outcome: "queued", attempt: 0 }]);
  expect(await beginSend(second, { intent, at: 1 })).toBe(true);
});

test("a send whose process ended counts once as a crash, however often it is taken up", async () => {
  const first = await leaseOf("a", OVER_MS);
  await beginSend(first, { intent: { operation: "scrum-update", rows: await rows() }, at: 1 });
  await leaseOf("b", OVER_MS);
  expect(await rows()).toMatchObject([{ outcome: "sending", crashes: 1, recoveries: 0 }]);
  await leaseOf("c");
  expect(await rows()).toMatchObject([{ outcome: "sending", crashes: 1, recoveries: 1 }]);
});
