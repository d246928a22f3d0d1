import { carry, type CompileRow, type UpstreamCall } from "./calls.ts";
import { compileIpd } from "./compile-ipd.ts";
import { chunk, groupBy } from "../lists.ts";
import type { WireValue } from "./wire.ts";

/** Most ids in one link call (seed 0: 100), by the doubts so far. */
const LINK_IDS_PER_CALL = [100, 10, 1];

/**
 * Turns changes into the fewest write calls: links in hundreds; a Scrum assignee one item a call (the documented limit)
 * and all else of a Scrum item in one call; IPD changes by equal category and values in fifties.
 * Pure: the same rows give the same calls. Rows without a wire form are left out.
 */
export function compile(rows: readonly CompileRow[]): UpstreamCall[] {
  return [...compileLinks(rows), ...compileAssignments(rows), ...compileUpdates(rows), ...compileIpd(rows)];
}

function compileLinks(rows: readonly CompileRow[]): UpstreamCall[] {
  const links = rows.filter((row) => row.wire?.call === "link");
  return [...groupBy(links, { keyOf: (row) => String(row.doubts) }).values()].flatMap((alike) =>
    chunk(alike, LINK_IDS_PER_CALL[alike[0]?.doubts ?? 0] ?? 1).map((part) => ({
      kind: "link" as const,
      ...carry(part),
    })),
  );
}

function compileAssignments(rows: readonly CompileRow[]): UpstreamCall[] {
  return rows.flatMap((row) =>
    row.wire?.call === "scrum-assign"
      ? [{ kind: "scrum-assign" as const, assignedToId: row.wire.assignedToId, ...carry([row]) }]
      : [],
  );
}

function compileUpdates(rows: readonly CompileRow[]): UpstreamCall[] {
  const updates = rows.filter((row) => row.wire?.call === "scrum-update");
  return [...groupBy(updates, { keyOf: (row) => row.itemId }).values()].map((part) => {
    const attributes: Record<string, WireValue> = {};
    for (const { wire } of part) if (wire?.call === "scrum-update") attributes[wire.attribute] = wire.value;
    return { kind: "scrum-update", attributes, ...carry(part) };
  });
}
