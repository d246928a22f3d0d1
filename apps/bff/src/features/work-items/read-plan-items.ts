import type { Plan, WorkItem } from "@gantry/api-contract";
import type { KnownProject } from "../projects/from-upstream.ts";
import type { Reader } from "../reader.ts";
import { readIpdPlanItems } from "./read-ipd-plan.ts";
import { readScrumPlanItems } from "./read-scrum-plan.ts";

/** All work items of a plan. Throws the client's `CodeArtsError`. */
export async function readPlanItems(
  reader: Reader,
  { known, plan, freshForMs = 0 }: { known: KnownProject; plan: Plan; freshForMs?: number },
): Promise<WorkItem[]> {
  if (known.project.kind === "ipd") return await readIpdPlanItems(reader, { known, plan, freshForMs });
  return await readScrumPlanItems(reader, { known, planId: plan.id, freshForMs });
}
