import type { ChangeResult, NewChangeSet } from "@gantry/api-contract";
import type { Simulator } from "@gantry/codearts-simulator";
import { expect } from "vitest";
import { findBreaches } from "../change-sets/invariants.ts";
import { findUnaudited } from "../change-sets/audit-check.ts";
import { findOverwritten } from "./audited.ts";
import type { Person } from "./person.ts";

/**
 * What a finished change set says is what CodeArts' own book says, no change is left in doubt, and the audit log is
 * intact and has every write. @returns its results
 */
export async function expectTruth(options: {
  simulator: Simulator;
  person: Person;
  origin: string;
  id: string;
  input: NewChangeSet;
}): Promise<ChangeResult[]> {
  const { simulator, person, origin, id, input } = options;
  const results = await person.results(origin, id);
  const { projectId, planId, changes } = input;
  expect(findBreaches(simulator, { results, projectId, planId, submitted: changes.length })).toEqual([]);
  expect(results.filter(({ outcome }) => outcome === "unknown")).toEqual([]);
  const lines = await person.audit(origin);
  expect(await findUnaudited(simulator, lines)).toEqual([]);
  expect(findOverwritten(lines, { id, results })).toEqual([]);
  return results;
}
