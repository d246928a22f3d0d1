import type { AuditDetail, AuditHead, AuditLine } from "@gantry/api-contract";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { openMemoryDatabase } from "../database/open-sqlite.ts";
import { appendAudit } from "./append.ts";
import { type AuditContent, chainHashOf, contentHashOf, EMPTY_HEAD } from "./chain.ts";
import { exportAudit } from "./export.ts";
import { readAuditHead } from "./read.ts";
import { verifyAudit } from "./verify.ts";

type Row = Extract<AuditLine, { kind: unknown }>;

const AT = Date.parse("2026-11-22T10:00:00Z");
const ROWS = 30;
const ANN = { userId: "u1", domainId: "d1", name: "Li Na" };
const BOB = { userId: "u2", domainId: "d2", name: "Bo" };

let rows: Row[];
let lines: AuditLine[];
let redactedLines: AuditLine[];
let head: AuditHead;

beforeAll(async () => {
  const store = await openMemoryDatabase({ now: () => AT });
  for (let index = 0; index < ROWS; index += 1) {
    const detail: AuditDetail = {
      operation: "updateIssue",
      itemIds: [`95729444615885209${index % 10}`],
      changes: index,
    };
    await store.database.transaction().execute((transaction) =>
      appendAudit(transaction, {
        at: AT + index,
        kind: index % 5 === 0 ? "session.signed_in" : "change_set.write_sent",
        actor: [ANN, BOB, null][index % 3] ?? null,
        projectId: index % 2 === 0 ? "a".repeat(32) : null,
        changeSetId: null,
        requestId: index % 4 === 0 ? `r${index}` : null,
        detail,
      }),
    );
  }
  head = await readAuditHead(store.database);
  const take = async (reader: Parameters<typeof exportAudit>[1]["reader"]) => {
    const taken: AuditLine[] = [];
    for await (const line of exportAudit(store.database, { head, reader })) taken.push(line);
    // As it comes back from a file.
    return JSON.parse(JSON.stringify(taken)) as AuditLine[];
  };
  lines = await take(null);
  redactedLines = await take({ viewer: ANN, projectIds: new Set() });
  rows = lines.filter((line): line is Row => "kind" in line);
  await store.close();
});

/** Chains rows anew from a place on, as somebody would who may write the whole store. */
function chainAnew(from: readonly Row[], options: { keepsNumbers?: true } = {}): { rows: Row[]; head: AuditHead } {
  let last = EMPTY_HEAD;
  const chained = from.map((row, index) => {
    const content: AuditContent = { ...row, number: options.keepsNumbers === true ? row.number : index + 1 };
    const contentHash = contentHashOf(content);
    const link = { previousHash: last.hash, number: content.number, contentHash };
    last = { number: content.number, hash: chainHashOf(link) };
    return { ...row, ...link, hash: last.hash };
  });
  return { rows: chained, head: last };
}

const EDITS: Readonly<Record<string, (row: Row) => Partial<Row>>> = {
  at: (row) => ({ at: row.at + 1 }),
  kind: () => ({ kind: "baseline.deleted" }),
  actor: (row) => ({ actor: row.actor === null ? ANN : null }),
  name: (row) => ({ actor: { ...(row.actor ?? BOB), name: "Somebody" } }),
  project: (row) => ({ projectId: row.projectId === null ? "b".repeat(32) : null }),
  changeSet: () => ({ changeSetId: "01234567-89ab-cdef-0123-456789abcdef" }),
  request: () => ({ requestId: "another" }),
  detailAdded: (row) => ({ detail: { ...row.detail, more: true } }),
  detailGone: () => ({ detail: {} }),
  adjacentId: (row) => ({ detail: { ...row.detail, itemIds: ["957294446158852099", "957294446158852098"] } }),
  nonce: () => ({ nonce: "0".repeat(32) }),
  contentHash: (row) => ({ contentHash: row.hash }),
  hash: (row) => ({ hash: row.contentHash }),
  number: (row) => ({ number: row.number + 1 }),
};

const place = fc.integer({ min: 0, max: ROWS - 1 });
const anyMutation = fc.oneof(
  fc.record({ how: fc.constant("edit" as const), at: place, edit: fc.constantFrom(...Object.keys(EDITS)) }),
  fc.record({ how: fc.constant("edit-and-hash" as const), at: place, edit: fc.constantFrom("at", "kind", "request") }),
  fc.record({ how: fc.constant("edit-keep-hash" as const), at: place, edit: fc.constantFrom("at", "kind", "request") }),
  fc.record({ how: fc.constant("delete" as const), at: place }),
  fc.record({ how: fc.constant("delete-and-chain-anew" as const), at: fc.integer({ min: 0, max: ROWS - 2 }) }),
  fc.record({ how: fc.constant("insert" as const), at: place, from: place }),
  fc.record({ how: fc.constant("swap" as const), at: place, from: place }),
  fc.record({ how: fc.constant("swap-content" as const), at: place, from: place }),
  fc.record({ how: fc.constant("reverse" as const), at: place, from: place }),
  fc.record({ how: fc.constant("cut-tail" as const), at: place }),
  fc.record({ how: fc.constant("cut-tail-and-head" as const), at: place }),
  fc.record({ how: fc.constant("cut-front" as const), at: place }),
  fc.record({ how: fc.constant("chain-anew" as const), at: place, edit: fc.constantFrom("at", "kind", "request") }),
);
type Mutation = typeof anyMutation extends fc.Arbitrary<infer M> ? M : never;

/** The chain left behind is whole: only somebody who knows where it ended can tell. */
const NEEDS_NOTED_HEAD: ReadonlySet<Mutation["how"]> = new Set(["cut-tail-and-head", "chain-anew"]);

/** The lines after somebody's hand was in them. */
function mutate(mutation: Mutation): AuditLine[] {
  const changed = rows.map((row) => ({ ...row }));
  const end: AuditLine = { head };
  const pick = (index: number): Row => rows[index] ?? fail();
  const { at } = mutation;
  switch (mutation.how) {
    case "edit":
      changed[at] = { ...pick(at), ...EDITS[mutation.edit]?.(pick(at)) };
      break;
    case "edit-and-hash": {
      const edited = { ...pick(at), ...EDITS[mutation.edit]?.(pick(at)) };
      const contentHash = contentHashOf(edited);
      changed[at] = { ...edited, contentHash, hash: chainHashOf({ ...edited, contentHash }) };
      break;
    }
    case "edit-keep-hash": {
      const edited = { ...pick(at), ...EDITS[mutation.edit]?.(pick(at)) };
      changed[at] = { ...edited, contentHash: contentHashOf(edited) };
      break;
    }
    case "delete":
      changed.splice(at, 1);
      break;
    case "delete-and-chain-anew": {
      changed.splice(at, 1);
      const anew = chainAnew(changed, { keepsNumbers: true });
      return [...anew.rows, { head: anew.head }];
    }
    case "insert":
      changed.splice(at, 0, { ...pick(mutation.from) });
      break;
    case "swap":
      changed[at] = pick(mutation.from);
      changed[mutation.from] = pick(at);
      break;
    case "swap-content": {
      const { hash, previousHash, number } = pick(at);
      changed[at] = { ...pick(mutation.from), hash, previousHash, number };
      break;
    }
    case "reverse": {
      const [low, high] = [Math.min(at, mutation.from), Math.max(at, mutation.from)];
      changed.splice(low, high - low + 1, ...changed.slice(low, high + 1).toReversed());
      break;
    }
    case "cut-tail":
      return [...changed.slice(0, at), end];
    case "cut-tail-and-head": {
      const kept = changed.slice(0, at);
      const last = kept.at(-1);
      return [...kept, { head: last === undefined ? EMPTY_HEAD : { number: last.number, hash: last.hash } }];
    }
    case "cut-front":
      return [...changed.slice(at + 1), end];
    case "chain-anew": {
      changed[at] = { ...pick(at), ...EDITS[mutation.edit]?.(pick(at)) };
      const anew = chainAnew(changed);
      return [...anew.rows, { head: anew.head }];
    }
  }
  return [...changed, end];
}

function fail(): never {
  throw new Error("There is no such row");
}

test("the form of the chain stays as it was released, or old exports verify no more", () => {
  const content: AuditContent = {
    number: 1,
    at: 1763780000123,
    kind: "change_set.write_sent",
    actor: { userId: "u".repeat(32), domainId: "d".repeat(32), name: "Li Na" },
    projectId: "a".repeat(32),
    changeSetId: "01234567-89ab-cdef-0123-456789abcdef",
    requestId: null,
    detail: { operation: "scrum-update", itemIds: ["9192100"], fields: ["start", "end"] },
    nonce: "1b4a99d53c946da7b038b8e34dab3edf",
  };
  const contentHash = "e9b35adc361088475b132eb7b8cdbff9846bc44f9d0bf93865e1e9c6b53f9204";
  expect(contentHashOf(content)).toBe(contentHash);
  expect(chainHashOf({ previousHash: EMPTY_HEAD.hash, number: 1, contentHash })).toBe(
    "bcdbeed246611aecdff127dbed0cbff86fa601e2ffc5c43eb2d1c149d4a21c00",
  );
});

describe("verifying the audit log", () => {
  test("a chain as it was written is intact, whole and redacted, also against heads noted on the way", async () => {
    const notedHeads = [EMPTY_HEAD, ...rows.map(({ number, hash }) => ({ number, hash }))];
    expect(await verifyAudit(lines, { notedHeads })).toEqual({
      isIntact: true,
      rows: ROWS,
      redacted: 0,
      head,
      problems: [],
    });
    const redacted = redactedLines.filter((line) => !("head" in line) && !("kind" in line)).length;
    expect(redacted).toBeGreaterThan(ROWS / 2);
    expect(await verifyAudit(redactedLines, { notedHeads })).toMatchObject({ isIntact: true, redacted, head });
  });

  test("what is redacted tells nothing but a place and hashes", () => {
    for (const line of redactedLines.filter((candidate) => !("head" in candidate) && !("kind" in candidate)))
      expect(Object.keys(line).toSorted()).toEqual(["contentHash", "hash", "number", "previousHash"]);
  });

  test("1,000 changes by hand: every one is found", async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(anyMutation, async (mutation) => {
        const mutated = mutate(mutation);
        fc.pre(JSON.stringify(mutated) !== JSON.stringify(lines));
        seen.set(mutation.how, (seen.get(mutation.how) ?? 0) + 1);
        const notedHeads = NEEDS_NOTED_HEAD.has(mutation.how) ? [head] : [];
        expect((await verifyAudit(mutated, { notedHeads })).isIntact).toBe(false);
      }),
      { numRuns: 1_000, seed: 4 },
    );
    expect([...seen.values()].every((times) => times > 20)).toBe(true);
    expect(seen.size).toBe(13);
  });

  test("only a cut that takes the head along, and a chain computed anew, need a head noted elsewhere", async () => {
    for (const mutation of [
      { how: "cut-tail-and-head", at: 20 },
      { how: "chain-anew", at: 20, edit: "at" },
    ] as const) {
      const mutated = mutate(mutation);
      expect(await verifyAudit(mutated)).toMatchObject({ isIntact: true });
      expect(await verifyAudit(mutated, { notedHeads: [head] })).toMatchObject({ isIntact: false });
    }
  });

  test("an export that broke off is told from a whole one", async () => {
    expect(await verifyAudit(lines.slice(0, -1))).toMatchObject({
      isIntact: false,
      problems: ["the end is missing: the last line must be the head"],
    });
  });

  test("what is no row at all is named, and problems stay few", async () => {
    const verdict = await verifyAudit([null, "text", { number: 1 }, ...lines]);
    expect(verdict.problems[0]).toBe("line 1: this is no row of an audit log");
    const nonsense = await verifyAudit(Array.from({ length: 5_000 }, () => ({ hash: "x" })));
    expect(nonsense.problems).toHaveLength(21);
    expect(nonsense.problems.at(-1)).toBe("… and 4981 more");
  });
});
