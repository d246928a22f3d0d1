import type { Plan, WorkItem } from "@gantry/api-contract";
import type { KnownProject } from "../projects/from-upstream.ts";
import type { Freshness, Reader } from "../reader.ts";
import { readIpdPlanItems } from "./read-ipd-plan.ts";
import { readScrumPlanItems } from "./read-scrum-plan.ts";

/** All work items of a plan. Throws the client's `CodeArtsError`. */
export async function readPlanItems(
  reader: Reader,
  { known, plan, freshness = {} }: { known: KnownProject; plan: Plan; freshness?: Freshness },
): Promise<WorkItem[]> {
  if (known.project.kind === "ipd") return await readIpdPlanItems(reader, { known, plan, freshness });
  return await readScrumPlanItems(reader, { known, planId: plan.id, freshness });
}
