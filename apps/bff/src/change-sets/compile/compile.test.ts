import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CompileRow, UpstreamCall } from "./calls.ts";
import { compile } from "./compile.ts";
import type { Wire } from "./wire.ts";

const scrumWire: fc.Arbitrary<Wire> = fc.oneof(
  fc.constant<Wire>({ call: "link" }),
  fc.constantFrom("4091", "4092").map((assignedToId): Wire => ({ call: "scrum-assign", assignedToId })),
  fc
    .constantFrom("begin_time", "end_time", "name")
    .map((attribute): Wire => ({ call: "scrum-update", attribute, value: "x" })),
  fc
    .tuple(fc.constantFrom("status_id", "done_ratio"), fc.integer({ min: 0, max: 3 }))
    .map(([attribute, value]): Wire => ({ call: "scrum-update", attribute, value })),
);
const ipdWire: fc.Arbitrary<Wire> = fc.oneof(
  fc
    .tuple(fc.constantFrom("priority", "status", "plan_start_date", "plan_end_date"), fc.constantFrom("1", "2"))
    .map(([attribute, value]): Wire => ({ call: "ipd-update", attribute, value })),
  fc.constantFrom("a", "b").map((id): Wire => ({ call: "ipd-update", attribute: "labels", value: [{ id }] })),
  fc
    .tuple(fc.constantFrom("c1", "c2"), fc.constantFrom("x", "y"))
    .map(([customField, value]): Wire => ({ call: "ipd-update", customField, value })),
);

const FIRST_IPD_ID = 957294446158852096n;
const scrumId = fc.integer({ min: 1, max: 400 }).map((index) => String(9191000 + index));
const ipdId = fc.integer({ min: 0, max: 400 }).map((index) => String(FIRST_IPD_ID + BigInt(index)));

const fieldOf = (wire: Wire) =>
  "attribute" in wire ? wire.attribute : "customField" in wire ? wire.customField : wire.call;

/** Rows as the ledger holds them: one per item and field. */
function rowsOf(itemId: fc.Arbitrary<string>, wire: fc.Arbitrary<Wire>): fc.Arbitrary<CompileRow[]> {
  return fc
    .uniqueArray(fc.tuple(itemId, wire), {
      maxLength: 600,
      selector: ([id, value]) => `${id}/${fieldOf(value)}`,
    })
    .map((pairs) =>
      pairs.map(([id, value], position) => ({
        position,
        itemId: id,
        itemType: BigInt(id) % 2n === 0n ? "IR" : "Bug",
        wire: value,
        doubts: 0,
      })),
    );
}

const anyRows = fc.oneof(rowsOf(scrumId, scrumWire), rowsOf(ipdId, ipdWire));

const idsPerCall = (call: UpstreamCall) =>
  ({ link: 100, "ipd-update": 50, "scrum-assign": 1, "scrum-update": 1 })[call.kind];

function row(itemId: string, options: { wire: Wire; position?: number; itemType?: string }): CompileRow {
  return {
    position: options.position ?? 0,
    itemId,
    itemType: options.itemType ?? "task",
    wire: options.wire,
    doubts: 0,
  };
}

describe("compile", () => {
  test("every change is in exactly one call, and no call names an id that was not asked for", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const calls = compile(rows);
        const positions = calls.flatMap((call) => call.positions).toSorted((left, right) => left - right);
        expect(positions).toEqual(rows.map((each) => each.position));
        for (const call of calls) {
          const ids = new Set(rows.filter((each) => call.positions.includes(each.position)).map((each) => each.itemId));
          expect(new Set(call.itemIds)).toEqual(ids);
          expect(call.itemIds.length).toBe(ids.size);
        }
      }),
    );
  });

  test("no call is larger than its documented limit", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const call of compile(rows)) expect(call.itemIds.length).toBeLessThanOrEqual(idsPerCall(call));
      }),
    );
  });

  test("an IPD call writes to each of its items exactly the values that were agreed to for that item", () => {
    fc.assert(
      fc.property(rowsOf(ipdId, ipdWire), (rows) => {
        const byPosition = new Map(rows.map((each) => [each.position, each]));
        for (const call of compile(rows)) {
          if (call.kind !== "ipd-update") throw new Error("An IPD change became another kind of call");
          const written = new Map<string, unknown>([
            ...Object.entries(call.attributes),
            ...call.customFields.map(({ code, value }) => [code, value] as const),
          ]);
          expect(call.positions.length).toBe(call.itemIds.length * written.size);
          for (const position of call.positions) {
            const agreed = byPosition.get(position);
            expect(agreed?.itemType).toBe(call.category);
            expect(agreed?.wire).toMatchObject({ value: written.get(agreed?.wire ? fieldOf(agreed.wire) : "") });
          }
        }
      }),
    );
  });

  test("start and end of an IPD item never travel apart", () => {
    fc.assert(
      fc.property(rowsOf(ipdId, ipdWire), (rows) => {
        const calls = compile(rows);
        for (const id of new Set(rows.map((each) => each.itemId))) {
          const dated = calls.filter(
            (call) =>
              call.kind === "ipd-update" &&
              call.itemIds.includes(id) &&
              ("plan_start_date" in call.attributes || "plan_end_date" in call.attributes),
          );
          expect(dated.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("250 links make three calls of 100, 100 and 50", () => {
    const rows = Array.from({ length: 250 }, (_, position) =>
      row(String(position + 1), { wire: { call: "link" }, position }),
    );
    expect(compile(rows).map((call) => call.itemIds.length)).toEqual([100, 100, 50]);
  });

  test("dates, status, priority, progress, sprint and title of a Scrum item make one call, the assignee another", () => {
    const attributes = {
      begin_time: "2026-01-05",
      status_id: 3,
      priority_id: 1,
      done_ratio: 40,
      iteration_id: 7,
      name: "A",
    };
    const updates = Object.entries(attributes).map(([attribute, value], position) =>
      row("5", { position, wire: { call: "scrum-update", attribute, value } }),
    );
    const calls = compile([
      ...updates,
      row("5", { position: 9, wire: { call: "scrum-assign", assignedToId: "4091" } }),
    ]);
    expect(calls).toMatchObject([
      { kind: "scrum-assign", itemIds: ["5"], assignedToId: "4091", positions: [9] },
      { kind: "scrum-update", itemIds: ["5"], attributes },
    ]);
  });

  test("adjacent 19-digit ids stay exact and apart", () => {
    const ids = ["9007199254740993001", "9007199254740993002", "9007199254740993003"];
    const rows = ids.map((id, position) =>
      row(id, { position, itemType: "IR", wire: { call: "ipd-update", attribute: "priority", value: "Low" } }),
    );
    expect(compile(rows).map((call) => call.itemIds)).toEqual([ids]);
  });

  test("after a doubt the same links travel in smaller calls, until each travels alone", () => {
    const links = (doubts: number) =>
      Array.from({ length: 25 }, (_, position) => ({
        ...row(String(position + 1), { wire: { call: "link" }, position }),
        doubts,
      }));
    expect(compile(links(1)).map((call) => call.itemIds.length)).toEqual([10, 10, 5]);
    expect(compile(links(2))).toHaveLength(25);
  });

  test("mixed IPD values go field by field where that takes fewer calls", () => {
    const rows = Array.from({ length: 100 }, (_, index) => [
      row(String(FIRST_IPD_ID + BigInt(index)), {
        position: index * 2,
        itemType: "IR",
        wire: { call: "ipd-update", attribute: "priority", value: String(index % 10) },
      }),
      row(String(FIRST_IPD_ID + BigInt(index)), {
        position: index * 2 + 1,
        itemType: "IR",
        wire: { call: "ipd-update", attribute: "status", value: String(Math.floor(index / 10)) },
      }),
    ]).flat();
    expect(compile(rows)).toHaveLength(20);
  });
});
