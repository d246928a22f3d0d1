import { afterEach, beforeEach, expect, test } from "vitest";
import { insertChangeSet } from "../../src/change-sets/ledger/create.ts";
import { readRows } from "../../src/change-sets/ledger/read.ts";
import type { NewRow } from "../../src/change-sets/ledger/records.ts";
import type { Store } from "../../src/database/store.ts";
import { openTestStore } from "../stores/test-database.ts";
import { newChangeSet, newRow } from "./stored-change-set.ts";

const ROWS = 1_201;
const TEXTS = [`a "quoted" \\ one`, "两行\n带表情 🚀", "null", "{1,NULL}", "\\u0000", ""];

const record = newChangeSet(ROWS, { fields: ["title"] });

function toRow(position: number): NewRow {
  const text = TEXTS[position % TEXTS.length] ?? "";
  const isQueued = position % 7 !== 0;
  return newRow(position, {
    itemId: `95729444615885${position}`,
    itemTitle: text,
    itemType: "Task",
    field: "title",
    from: position % 2 === 0 ? null : text,
    to: [text, "b"],
    fromLabel: position % 3 === 0 ? null : text,
    toLabel: text,
    outcome: isQueued ? "queued" : "failed",
    reason: isQueued ? null : "not-found",
    at: isQueued ? null : 1_790_000_000_001,
  });
}

let store: Store;
beforeEach(async () => {
  store = await openTestStore({ now: Date.now });
});
afterEach(() => store.close());

test("a large change set is stored as it was agreed to, whatever its texts hold; NUL becomes the sign for it", async () => {
  const rows = Array.from({ length: ROWS }, (_, position) => toRow(position));
  const given = rows.map((row) => (row.position === 5 ? { ...row, itemTitle: "a\0b" } : row));
  await insertChangeSet(store, { record, rows: given, requestId: "request" });
  const stored = await readRows(store.database, { changeSetId: record.id, outcomes: ["queued", "failed"] });
  const expected = given.map((row) => ({ ...row, itemTitle: row.itemTitle.replace("\0", "\uFFFD") }));
  expect(stored).toEqual(expected.map((row) => ({ ...row, ...UNSENT })));
});

const UNSENT = {
  upstreamCode: null,
  upstreamMessage: null,
  foundLabel: null,
  attempt: 0,
  doubts: 0,
  maybeSent: false,
  sentAt: null,
  crashes: 0,
  recoveries: 0,
};
