import type { Change, Skip } from "@gantry/api-contract";

/** What a proposal means: what would change, and what would not, with the reason. */
export type Proposed = { changes: Change[]; skipped: Skip[] };
