import type { ErrorBody, OverviewEvent, OverviewPlan, OverviewRollUp } from "@gantry/api-contract";
import type { IsoDate } from "@gantry/schedule";
import { AppError } from "../../app-error.ts";
import type { Database } from "../../database/schema.ts";
import type { KnownPlan, KnownProjectPlans, Mirror, MirrorNews } from "../../mirror/mirror.ts";
import { translateUpstreamError } from "../../upstream/translate-error.ts";
import { mergeAsCompleted } from "../concurrency.ts";
import type { KnownProject } from "../projects/from-upstream.ts";
import type { Reader } from "../reader.ts";
import { createHurdle, type Hurdle } from "./hurdle.ts";
import { toOverviewPlans } from "./roll-ups.ts";

/** Each asks for its list of plans at once; what waits is cheap. */
const CONCURRENT_PROJECTS = 100;
/** Of all lists of plans: before so many are in, no items are read, and behind the last no project waits that hangs. */
const MOST = 0.8;
/** Few and soon, but more than one where they come fast, so that the page is not redrawn for each. */
const ROLL_UPS_A_LINE = 10;
const BETWEEN_LINES_MS = 300;
/** How old the list of projects may be. */
const FRESH_MS = 30_000;

export type OverviewRead = {
  mirror: Mirror;
  database: Database;
  today: IsoDate;
  /** Epoch ms. */
  now: () => number;
  /** Past what was read in the last moments. */
  isFresh: boolean;
  /** Only this project, which the page knows already; null = all. */
  projectId: string | null;
  /** Goes into the errors of what failed. */
  requestId: string;
};

/**
 * Every plan of every project: what was known before at once, then each project as CodeArts answers, and what its plans
 * add up to as their items are read. What fails stays alone: a project is told as failed, a plan has an error in
 * place of its roll-up.
 */
export async function* readOverview(reader: Reader, read: OverviewRead): AsyncGenerator<OverviewEvent> {
  const projects = await read.mirror.listProjects(reader, { freshForMs: read.isFresh ? 0 : FRESH_MS });
  const wanted = projects.filter(({ project }) => read.projectId === null || project.id === read.projectId);
  if (read.projectId === null) yield { type: "projects", projects: projects.map(({ project }) => project) };
  else if (wanted.length === 0) throw new AppError("project.not_found", "You take part in no such project");
  const lists = createHurdle(Math.ceil(Math.min(wanted.length, CONCURRENT_PROJECTS) * MOST));
  yield* mergeAsCompleted(wanted, {
    limit: CONCURRENT_PROJECTS,
    run: (known) => readProject(reader, { ...read, known, lists }),
  });
  yield { type: "end", readAt: read.now() };
}

type ProjectRead = OverviewRead & { known: KnownProject; lists: Hurdle };

async function* readProject(reader: Reader, read: ProjectRead): AsyncGenerator<OverviewEvent> {
  const { mirror, known } = read;
  const news = mirror.refresh(reader, { known, isFresh: read.isFresh });
  // It is asked while what is known already is being told.
  const first = news.next();
  first.catch(() => undefined);
  try {
    const before = await mirror.plansOf(reader, known);
    const told = isWorthTelling(before, read) ? await toRows(reader, { ...read, plans: before.plans }) : null;
    if (told !== null) yield { type: "plans", projectId: known.project.id, plans: told, isKnownBefore: true };
    yield* tellNews(reader, { ...read, first, news, told });
  } catch (error) {
    yield { type: "project-failed", projectId: known.project.id, error: toError(error, read) };
  } finally {
    read.lists.pass(known.project.id);
    await news.return(undefined);
  }
}

/** What CodeArts has told within the last moments will be told again at once. */
function isWorthTelling({ listedAt }: KnownProjectPlans, { isFresh, now }: OverviewRead): boolean {
  return listedAt !== null && (isFresh || now() - listedAt >= FRESH_MS);
}

type Telling = ProjectRead & {
  first: Promise<IteratorResult<MirrorNews>>;
  news: AsyncGenerator<MirrorNews>;
  /** What was told as known before. */
  told: readonly OverviewPlan[] | null;
};

async function* tellNews(reader: Reader, { first, news, told, ...read }: Telling): AsyncGenerator<OverviewEvent> {
  const projectId = read.known.project.id;
  let waiting: OverviewRollUp[] = [];
  let flushedAt = 0;
  for (let step = await first; step.done !== true; step = await news.next()) {
    const { value } = step;
    if (value.type === "listed") {
      const plans = await toRows(reader, { ...read, plans: value.plans });
      if (told === null || !isSame(plans, told)) yield { type: "plans", projectId, plans, isKnownBefore: false };
      read.lists.pass(projectId);
      await read.lists.cleared;
    }
    if (value.type === "read") waiting.push(...(await toRows(reader, { ...read, plans: value.plans })).map(toRollUp));
    if (value.type === "plan-failed") {
      waiting.push({ planId: value.planId, rollUp: null, readAt: null, error: toError(value.error, read) });
    }
    const isDue = waiting.length >= ROLL_UPS_A_LINE || read.now() - flushedAt >= BETWEEN_LINES_MS;
    if (waiting.length > 0 && (isDue || value.type === "current")) {
      yield { type: "roll-ups", projectId, rollUps: waiting };
      waiting = [];
      flushedAt = read.now();
    }
    if (value.type === "current") yield { type: "project-read", projectId, readAt: value.readAt };
  }
}

function toRows(
  { upstream }: Reader,
  { database, today, known, plans }: ProjectRead & { plans: readonly KnownPlan[] },
): Promise<OverviewPlan[]> {
  const project = { domainId: upstream.identity.domainId, projectId: known.project.id };
  return toOverviewPlans(plans, { database, project, today });
}

function toRollUp({ plan, ...rest }: OverviewPlan): OverviewRollUp {
  return { planId: plan.id, ...rest };
}

/** Roll-ups of items that did not change are the same objects; when they were read is told at the end. */
function isSame(plans: readonly OverviewPlan[], told: readonly OverviewPlan[]): boolean {
  if (plans.length !== told.length) return false;
  return plans.every(({ plan, rollUp }, index) => {
    const before = told[index];
    return before !== undefined && before.rollUp === rollUp && JSON.stringify(before.plan) === JSON.stringify(plan);
  });
}

/** An upstream failure as the page shows it; whatever else was thrown goes on up. */
function toError(error: unknown, { requestId }: { requestId: string }): ErrorBody["error"] {
  const translated = translateUpstreamError(error);
  if (translated === null) throw error;
  const { code, message, details } = translated;
  return { code, message, requestId, ...(details !== undefined && { details }) };
}
