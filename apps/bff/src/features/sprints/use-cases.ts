import type { Project, Sprint } from "@gantry/api-contract";
import { LOOKUP_FRESH_MS, type Reader } from "../reader.ts";
import { toIpdSprints, toScrumSprints } from "./from-upstream.ts";

/** Sprints of a Scrum project; PIs and iterations of an IPD project. Neither call has pages. */
export async function listSprints({ upstream, signal }: Reader, project: Project): Promise<Sprint[]> {
  const args = { projectId: project.id };
  const options = { signal, freshForMs: LOOKUP_FRESH_MS };
  if (project.kind === "ipd") {
    return toIpdSprints(await upstream.read("listIpdPlans", args, options));
  }
  return toScrumSprints((await upstream.read("listSprints", args, options)).iterations);
}
