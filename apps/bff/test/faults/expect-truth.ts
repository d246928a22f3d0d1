import type { ChangeResult, NewChangeSet } from "@gantry/api-contract";
import type { Simulator } from "@gantry/codearts-simulator";
import { expect } from "vitest";
import { findBreaches, tally } from "../change-sets/invariants.ts";
import { findUnaudited } from "../change-sets/audit-check.ts";
import { findOverwritten } from "./audited.ts";
import { count } from "./counts.ts";
import type { Person } from "./person.ts";

/**
 * What a finished change set says is what CodeArts' own book says, no change is left in doubt, and the audit log is
 * intact and has every write. @returns its results
 */
export async function expectTruth(options: {
  /** What this is counted under, by its id in the reliability goals. */
  goal: string;
  simulator: Simulator;
  person: Person;
  origin: string;
  id: string;
  input: NewChangeSet;
  /** Only what was written after so many entries of CodeArts' book. */
  after?: number;
}): Promise<ChangeResult[]> {
  const { goal, simulator, person, origin, id, input, after = 0 } = options;
  const results = await person.results(origin, id);
  const { projectId, planId, changes } = input;
  const breaches = findBreaches(simulator, { results, projectId, planId, submitted: changes.length, after });
  const unknown = results.filter(({ outcome }) => outcome === "unknown");
  const lines = await person.audit(origin);
  const unaudited = await findUnaudited(simulator, lines);
  const overwritten = findOverwritten(lines, { id, results });
  count(goal, {
    items: changes.length,
    ...tally(breaches),
    unknown: unknown.length,
    overwritten: overwritten.length,
    unaudited: unaudited.length,
  });
  expect(breaches).toEqual([]);
  expect(unknown).toEqual([]);
  expect(unaudited).toEqual([]);
  expect(overwritten).toEqual([]);
  expect(results).toHaveLength(changes.length);
  return results;
}
