/** What a write call carries for one field, exactly as it is sent. */
export type WireValue = string | number | boolean | null | { id: string } | { id: string }[];

/** How one change is written upstream. Kept in the ledger, so that running it needs no look-ups. */
export type Wire =
  | { call: "link" }
  | { call: "scrum-assign"; assignedToId: string }
  | { call: "scrum-update"; attribute: string; value: WireValue }
  | { call: "ipd-update"; attribute: string; value: WireValue }
  /** A custom field, which travels as a code and a text. */
  | { call: "ipd-update"; customField: string; value: string };
