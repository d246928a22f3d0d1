import { afterEach, beforeEach, expect, test } from "vitest";
import { insertChangeSet } from "../../src/change-sets/ledger/create.ts";
import type { Lease } from "../../src/change-sets/ledger/lease.ts";
import { setState } from "../../src/change-sets/ledger/progress.ts";
import { findChangeSet, readRows } from "../../src/change-sets/ledger/read.ts";
import type { RowRecord } from "../../src/change-sets/ledger/records.ts";
import { createBeginTogether } from "../../src/change-sets/run/begin-together.ts";
import type { Store } from "../../src/database/store.ts";
import { openTestStore } from "../stores/test-database.ts";
import { CHANGE_SET_ID, leaseOf, newChangeSet, newRow } from "./stored-change-set.ts";

const CALLS = 12;
let store: Store;
let lease: Lease;
let queued: RowRecord[];
beforeEach(async () => {
  store = await openTestStore({ now: Date.now });
  const rows = Array.from({ length: CALLS }, (_, position) => newRow(position));
  await insertChangeSet(store, { record: newChangeSet(CALLS), rows, requestId: "request" });
  lease = await leaseOf(store, { holder: "a" });
  queued = await readRows(store.database, { changeSetId: CHANGE_SET_ID, outcomes: ["queued"] });
});
afterEach(() => store.close());

const toBegun = (row: RowRecord) => ({ intent: { operation: "scrum-update", rows: [row] }, at: 1 });
const sending = () => readRows(store.database, { changeSetId: CHANGE_SET_ID, outcomes: ["sending"] });
const sentEntries = () =>
  store.database
    .selectFrom("audit_rows")
    .select("detail_json")
    .where("kind", "=", "change_set.write_sent")
    .orderBy("number")
    .execute();

/** Each transaction of a job is a revision of its change set. */
const revision = async () => (await findChangeSet(store.database, CHANGE_SET_ID))?.revision ?? 0;

test("calls that leave together are written down together, each with its row in the audit log", async () => {
  const before = await revision();
  const begin = createBeginTogether(lease);
  expect(await Promise.all(queued.map((row) => begin(toBegun(row))))).toEqual(queued.map(() => true));
  // The first one's, and one for all that came while it was under way.
  expect((await revision()) - before).toBe(2);
  expect((await findChangeSet(store.database, CHANGE_SET_ID))?.callsSent).toBe(CALLS);
  expect((await sending()).map(({ position, attempt }) => [position, attempt])).toEqual(
    queued.map(({ position }) => [position, 1]),
  );
  expect((await sentEntries()).map(({ detail_json: json }) => JSON.parse(json))).toEqual(
    queued.map(({ itemId }) => ({ operation: "scrum-update", itemIds: [itemId], fields: ["progress"] })),
  );
});

test("of several calls only the one whose change is no longer queued stays behind", async () => {
  const [gone, ...others] = queued;
  if (gone === undefined) throw new Error("There are no rows");
  await store.database
    .updateTable("change_rows")
    .set({ outcome: "cancelled" })
    .where("position", "=", gone.position)
    .execute();
  const begin = createBeginTogether(lease);
  const inOrder = [...others.slice(0, 1), gone, ...others.slice(1)];
  const mayLeave = await Promise.all(inOrder.map((row) => begin(toBegun(row))));
  expect(mayLeave).toEqual(inOrder.map((row) => row !== gone));
  expect((await sending()).map(({ position }) => position)).toEqual(others.map(({ position }) => position));
  expect(await sentEntries()).toHaveLength(others.length);
  expect((await findChangeSet(store.database, CHANGE_SET_ID))?.callsSent).toBe(others.length);
});

test("once it is paused, none of them leaves", async () => {
  await setState(lease, { state: "running" });
  await store.database.updateTable("change_sets").set({ state: "paused" }).where("id", "=", CHANGE_SET_ID).execute();
  const begin = createBeginTogether(lease);
  expect(await Promise.all(queued.map((row) => begin(toBegun(row))))).toEqual(queued.map(() => false));
  expect(await sending()).toEqual([]);
  expect(await sentEntries()).toEqual([]);
});
