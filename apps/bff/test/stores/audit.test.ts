import { afterEach, beforeEach, expect, test } from "vitest";
import { appendAudit, type AuditEntry } from "../../src/audit/append.ts";
import { EMPTY_HEAD } from "../../src/audit/chain.ts";
import type { Store } from "../../src/database/store.ts";
import { openTestStore } from "./test-database.ts";

const AT = Date.parse("2026-11-22T10:00:00Z");
const ENTRY: AuditEntry = {
  at: AT,
  kind: "change_set.write_sent",
  actor: { userId: "u1", domainId: "d1", name: "Li Na" },
  projectId: "a".repeat(32),
  changeSetId: null,
  requestId: null,
  detail: { operation: "linkIssues", itemIds: ["957294446158852096", "957294446158852097"] },
};

let store: Store;
beforeEach(async () => {
  store = await openTestStore({ now: () => AT });
});
afterEach(() => store.close());

const append = (entry: Partial<AuditEntry> = {}) =>
  store.database.transaction().execute((transaction) => appendAudit(transaction, { ...ENTRY, ...entry }));
const rows = () => store.database.selectFrom("audit_rows").selectAll().orderBy("number").execute();
const head = () => store.database.selectFrom("audit_head").select(["number", "hash"]).executeTakeFirstOrThrow();

test("each row is bound to the one before, and the head is the last", async () => {
  expect(await head()).toEqual(EMPTY_HEAD);
  for (let count = 0; count < 3; count += 1) await append();
  const [first, second, third] = await rows();
  expect([first?.number, second?.number, third?.number]).toEqual([1, 2, 3]);
  expect(first?.previous_hash).toBe(EMPTY_HEAD.hash);
  expect(second?.previous_hash).toBe(first?.hash);
  expect(third?.previous_hash).toBe(second?.hash);
  expect(await head()).toEqual({ number: 3, hash: third?.hash });
});

test("two rows that say the same have hashes that tell nothing of it", async () => {
  await append();
  await append();
  const [first, second] = await rows();
  expect(first?.detail_json).toBe(second?.detail_json);
  expect(first?.content_hash).not.toBe(second?.content_hash);
});

test("a change that is taken back leaves no row and no gap", async () => {
  await append();
  const refused = store.database.transaction().execute(async (transaction) => {
    await appendAudit(transaction, ENTRY);
    throw new Error("the change was refused");
  });
  await expect(refused).rejects.toThrow("the change was refused");
  await append();
  expect((await rows()).map(({ number }) => number)).toEqual([1, 2]);
});

test("appenders side by side stand in one line", async () => {
  await Promise.all(Array.from({ length: 20 }, () => append()));
  const all = await rows();
  expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect(all.slice(1).map((row) => row.previous_hash)).toEqual(all.slice(0, -1).map((row) => row.hash));
});
