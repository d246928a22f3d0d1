import { LINK_FIELD, type Change } from "@gantry/api-contract";
import { toWire } from "../compile/to-wire.ts";
import type { ProjectFacts } from "./facts.ts";
import type { Proposed } from "./proposed.ts";
import { toSkipOfChange } from "./to-change.ts";

/** Leaves out values that are fit for their field and have no written form, as somebody without a numeric id. Pure. */
export function splitWritable({ changes, skipped }: Proposed, facts: ProjectFacts): Proposed {
  const isWritable = (change: Change) => change.field === LINK_FIELD || typeof toWire(change, facts) !== "string";
  const unwritable = changes.filter((change) => !isWritable(change));
  if (unwritable.length === 0) return { changes, skipped };
  return {
    changes: changes.filter(isWritable),
    skipped: [...skipped, ...unwritable.map((change) => toSkipOfChange(change, "wrong-type"))],
  };
}
