import { afterEach, beforeEach, expect, test } from "vitest";
import { insertChangeSet } from "../../src/change-sets/ledger/create.ts";
import { claimLease, LeaseLostError, listClaimable, releaseLease } from "../../src/change-sets/ledger/lease.ts";
import { setState } from "../../src/change-sets/ledger/progress.ts";
import { findChangeSet, readRows } from "../../src/change-sets/ledger/read.ts";
import { beginSend } from "../../src/change-sets/ledger/send.ts";
import type { Store } from "../../src/database/store.ts";
import { openTestStore } from "../stores/test-database.ts";
import { CHANGE_SET_ID, leaseOf, newChangeSet, newRow } from "./stored-change-set.ts";

const OVER_MS = 0;

let store: Store;
beforeEach(async () => {
  store = await openTestStore({ now: Date.now });
  await insertChangeSet(store, { record: newChangeSet(1), rows: [newRow(0)], requestId: "request" });
});
afterEach(() => store.close());

const claim = (holder: string) =>
  claimLease(store, { changeSetId: CHANGE_SET_ID, holder, leaseMs: 60_000, isCrash: true });

const rows = () => readRows(store.database, { changeSetId: CHANGE_SET_ID, outcomes: ["queued", "sending"] });

test("one process at a time holds a change set, until it gives it back", async () => {
  const claims = await Promise.all(["a", "b", "c"].map((holder) => claim(holder)));
  const [held, ...others] = claims.filter((key) => key !== null);
  expect(others).toEqual([]);
  expect(await listClaimable(store, { holder: "d" })).toEqual([]);
  if (held !== undefined) await releaseLease(store.database, held);
  expect(await listClaimable(store, { holder: "d" })).toMatchObject([{ id: CHANGE_SET_ID, state: "queued" }]);
});

test("who was taken for dead writes nothing more, and sends nothing", async () => {
  const first = await leaseOf(store, { holder: "a", leaseMs: OVER_MS });
  const second = await leaseOf(store, { holder: "b" });
  await expect(setState(first, { state: "running" })).rejects.toThrow(LeaseLostError);
  const intent = { operation: "scrum-update", rows: await rows() };
  await expect(beginSend(first, { intent, at: 1 })).rejects.toThrow(LeaseLostError);
  expect((await findChangeSet(store.database, CHANGE_SET_ID))?.state).toBe("queued");
  expect(await rows()).toMatchObject([{ outcome: "queued", attempt: 0 }]);
  expect(await beginSend(second, { intent, at: 1 })).toBe(true);
});

test("a send whose process ended counts once as a crash, however often it is taken up", async () => {
  const first = await leaseOf(store, { holder: "a", leaseMs: OVER_MS });
  await beginSend(first, { intent: { operation: "scrum-update", rows: await rows() }, at: 1 });
  await leaseOf(store, { holder: "b", leaseMs: OVER_MS });
  expect(await rows()).toMatchObject([{ outcome: "sending", crashes: 1, recoveries: 0 }]);
  await leaseOf(store, { holder: "c" });
  expect(await rows()).toMatchObject([{ outcome: "sending", crashes: 1, recoveries: 1 }]);
});
