import type { CoverageCounts, EpochMs, Plan } from "@gantry/api-contract";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/schema.ts";
import type { Mirror } from "../../mirror/mirror.ts";
import { readProjectPlans } from "../project-plans.ts";
import type { KnownProject } from "../projects/from-upstream.ts";
import type { Reader } from "../reader.ts";
import { listSprints } from "../sprints/use-cases.ts";
import { planDayOf } from "../trends/plan-days.ts";
import { type Coverage, countCoverage, findCoverage } from "./find-coverage.ts";
import { readNewestBaselines } from "./newest-baselines.ts";

export type CoverageTools = { database: Database; mirror: Mirror; clock: Clock };

/** What one project's items and plans are found to be. */
export type ProjectCoverage = {
  coverage: Coverage;
  counts: CoverageCounts;
  plans: readonly Plan[];
  items: number;
  failedPlans: number;
  readAt: EpochMs;
};

/** Reads a project as it stands now and finds what does not fit. Throws the client's `CodeArtsError`. */
export async function readProjectCoverage(
  reader: Reader,
  { known, tools }: { known: KnownProject; tools: CoverageTools },
): Promise<ProjectCoverage> {
  const { plans, failed } = await readProjectPlans(tools.mirror, { reader, known });
  const [{ items, readAt }, sprints] = await Promise.all([
    tools.mirror.projectItems(reader, { known }),
    listSprints(reader, known.project),
  ]);
  const { domainId } = reader.upstream.identity;
  const baselines = await readNewestBaselines(tools.database, { domainId, projectId: known.project.id });
  const coverage = findCoverage({
    items,
    plans: plans.map(({ plan, items: onPlan }) => ({
      id: plan.id,
      itemIds: onPlan.map(({ id }) => id),
      baseline: baselines.get(plan.id) ?? null,
    })),
    sprints: new Map(sprints.map(({ id, start, end }) => [id, { start, end }])),
    today: planDayOf(tools.clock.now()),
  });
  return {
    coverage,
    counts: countCoverage(coverage),
    plans: plans.map(({ plan }) => plan),
    items: items.length,
    failedPlans: failed,
    readAt,
  };
}
