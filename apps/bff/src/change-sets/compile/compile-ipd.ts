import { carry, type CompileRow, type CustomField, type UpstreamCall } from "./calls.ts";
import { chunk, groupBy } from "../lists.ts";
import type { Wire, WireValue } from "./wire.ts";

/** Most ids in one IPD batch call (50 by the vendor's SDK; seed 4 names no limit), by the doubts so far. */
const IPD_IDS_PER_CALL = [50, 7, 1];

/** Attributes that CodeArts checks against each other, so they must arrive together. */
const TOGETHER: Record<string, string> = {
  plan_start_date: "dates",
  plan_end_date: "dates",
  plan_pi: "release",
  plan_iteration: "release",
};

type IpdWire = Extract<Wire, { call: "ipd-update" }>;
type IpdRow = CompileRow & { wire: IpdWire };

/**
 * IPD changes as batch calls of one category and one set of values each. Items whose values are wholly equal share
 * calls; where that takes more calls than going field by field (many mixed values), the latter is taken.
 */
export function compileIpd(rows: readonly CompileRow[]): UpstreamCall[] {
  const updates = rows.filter(isIpdRow);
  const items = [...groupBy(updates, { keyOf: ({ itemId }) => itemId }).values()];
  const merged = callsFor(items);
  if (items.length === updates.length) return merged;
  const split = callsFor([...groupBy(updates, { keyOf: toUnitKey }).values()]);
  return split.length < merged.length ? split : merged;
}

/** Equal for changes of an item that must arrive together. */
function toUnitKey({ itemId, wire }: IpdRow): string {
  return JSON.stringify([TOGETHER[nameOf(wire)] ?? nameOf(wire), itemId]);
}

function callsFor(units: readonly IpdRow[][]): UpstreamCall[] {
  const alike = groupBy(units, { keyOf: writtenAlike });
  return [...alike.values()].flatMap((group) =>
    chunk(group, IPD_IDS_PER_CALL[doubtsOf(group[0])] ?? 1).map((items) =>
      toCall(items.flat(), { values: items[0] ?? [] }),
    ),
  );
}

/** Equal for item units that one call can write. */
function writtenAlike(unit: readonly IpdRow[]): string {
  const values = unit.map(({ wire }) => [nameOf(wire), wire.value] as const);
  return JSON.stringify([
    doubtsOf(unit),
    unit[0]?.itemType,
    values.toSorted(([left], [right]) => (left < right ? -1 : 1)),
  ]);
}

function toCall(rows: readonly IpdRow[], options: { values: readonly IpdRow[] }): UpstreamCall {
  const attributes: Record<string, WireValue> = {};
  const customFields: CustomField[] = [];
  for (const { wire } of options.values) {
    if ("customField" in wire) customFields.push({ code: wire.customField, value: wire.value });
    else attributes[wire.attribute] = wire.value;
  }
  return { kind: "ipd-update", category: rows[0]?.itemType ?? "", attributes, customFields, ...carry(rows) };
}

function doubtsOf(unit: readonly IpdRow[] | undefined): number {
  return Math.max(0, ...(unit ?? []).map((row) => row.doubts));
}

function nameOf(wire: IpdWire): string {
  return "customField" in wire ? `custom:${wire.customField}` : wire.attribute;
}

function isIpdRow(row: CompileRow): row is IpdRow {
  return row.wire?.call === "ipd-update";
}
