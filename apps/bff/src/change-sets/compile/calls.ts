import type { Wire, WireValue } from "./wire.ts";

/** A change that is still to be written. */
export type CompileRow = {
  position: number;
  itemId: string;
  itemType: string;
  wire: Wire | null;
  /** Sends that ended in doubt: each makes the next call smaller, so that one bad item is told from its neighbours. */
  doubts: number;
};

export type CustomField = { code: string; value: string };

/** The items that a call writes (distinct, in the order of their changes), and the changes that it carries. */
type Carried = { itemIds: string[]; positions: number[] };

/** One write call. Project and plan are the change set's. */
export type UpstreamCall = Carried &
  (
    | { kind: "link" }
    | { kind: "scrum-assign"; assignedToId: string }
    | { kind: "scrum-update"; attributes: Record<string, WireValue> }
    | { kind: "ipd-update"; category: string; attributes: Record<string, WireValue>; customFields: CustomField[] }
  );

export function carry(rows: readonly CompileRow[]): Carried {
  return { itemIds: [...new Set(rows.map((row) => row.itemId))], positions: rows.map((row) => row.position) };
}
