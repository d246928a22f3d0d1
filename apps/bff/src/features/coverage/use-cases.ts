import type { CoverageEvent, CoverageFindings, CoverageKind } from "@gantry/api-contract";
import { mapAsCompleted } from "../concurrency.ts";
import { toProjectError } from "../project-failure.ts";
import type { KnownProject } from "../projects/from-upstream.ts";
import { findKnownProject } from "../projects/use-cases.ts";
import type { Reader } from "../reader.ts";
import { type CoverageTools, type ProjectCoverage, readProjectCoverage } from "./read-coverage.ts";

const CONCURRENT_PROJECTS = 3;
const DEFAULT_ROWS = 200;

/** Counts of all projects that the reader sees, or of one; each as it has been read, a failure by itself. */
export async function* readCoverage(
  reader: Reader,
  { projectId, tools, requestId }: { projectId: string | undefined; tools: CoverageTools; requestId: string },
): AsyncGenerator<CoverageEvent> {
  const background: Reader = { ...reader, upstream: reader.upstream.inBackground() };
  const found =
    projectId === undefined ? await tools.mirror.listProjects(reader) : [await findKnownProject(reader, projectId)];
  yield { type: "projects", projects: found.map(({ project }) => project) };
  const read = async (known: KnownProject): Promise<CoverageEvent> => {
    try {
      const one = await readProjectCoverage(background, { known, tools });
      return { type: "counts", ...toRead(known, one), counts: one.counts };
    } catch (error) {
      return { type: "project-failed", projectId: known.project.id, error: toProjectError(error, { requestId }) };
    }
  };
  yield* mapAsCompleted(found, { limit: CONCURRENT_PROJECTS, run: read });
  yield { type: "end", readAt: tools.clock.now() };
}

type Page = { kind: CoverageKind; cursor?: string | undefined; limit?: number | undefined };

/** The findings of one kind in a project, a page at a time. Throws `project.not_found`. */
export async function listCoverage(
  reader: Reader,
  { projectId, page, tools }: { projectId: string; page: Page; tools: CoverageTools },
): Promise<CoverageFindings> {
  const known = await findKnownProject(reader, projectId);
  const one = await readProjectCoverage(reader, { known, tools });
  const found = one.coverage[page.kind];
  const from = Number(page.cursor ?? 0);
  const end = from + (page.limit ?? DEFAULT_ROWS);
  return {
    ...toRead(known, one),
    counts: one.counts,
    findings: found.slice(from, end),
    total: found.length,
    ...(end < found.length && { nextCursor: String(end) }),
    projectPlans: one.plans.map(({ id, name, type }) => ({ id, name, type })),
    canLink: known.project.kind === "scrum",
  };
}

function toRead({ project }: KnownProject, { items, plans, failedPlans, readAt }: ProjectCoverage) {
  return { projectId: project.id, items, plans: plans.length, failedPlans, readAt };
}
