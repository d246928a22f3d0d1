import { FEED_DAYS, type NewShare } from "@gantry/api-contract";
import { AppError } from "../../app-error.ts";
import { toDoer } from "../../audit/actor.ts";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/schema.ts";
import type { SessionContext } from "../../http/bind.ts";
import type { KnownPlan, Mirror, MirrorNews } from "../../mirror/mirror.ts";
import { readSight } from "../../mirror/read-sight.ts";
import type { Random } from "../../random.ts";
import { findPlanAndProject } from "../plans/use-cases.ts";
import type { Reader } from "../reader.ts";
import { insertShare, type SharePlace, type ShareRow } from "./store.ts";

const DAY_MS = 24 * 60 * 60_000;
const SALT_BYTES = 16;

type ShareMaker = { database: Database; mirror: Mirror; clock: Clock; random: Random };

/**
 * Stores a link to what the person's own token sees now, and gives its row.
 * Throws `project.not_found`, `plan.not_found` or `share.too_many`.
 */
export async function createShare(
  { database, mirror, clock, random }: ShareMaker,
  { wish, context }: { wish: NewShare; context: SessionContext },
): Promise<ShareRow> {
  const { session } = context;
  const { name, places } = await findShared({ database, mirror }, { wish, context });
  const now = clock.now();
  const days = "days" in wish ? wish.days : FEED_DAYS;
  const row: ShareRow = {
    id: random.uuid(),
    domain_id: session.domainId,
    user_id: session.userId,
    user_name: session.displayName,
    kind: wish.kind,
    name,
    hides_json: JSON.stringify([...new Set(wish.hides)]),
    salt: random.bytes(SALT_BYTES).toString("hex"),
    created_at: now,
    expires_at: now + days * DAY_MS,
    revoked_at: null,
    opened: 0,
    opened_at: null,
    noted_at: null,
  };
  await database
    .transaction()
    .execute((transaction) => insertShare(transaction, { row, places, doer: toDoer(context) }));
  return row;
}

type Shared = { name: string; places: SharePlace[] };
type Told = { wish: NewShare; context: SessionContext };

async function findShared(
  { database, mirror }: Pick<ShareMaker, "database" | "mirror">,
  { wish, context }: Told,
): Promise<Shared> {
  switch (wish.kind) {
    case "person-feed":
      return { name: "", places: [] };
    case "overview":
      return { name: wish.name, places: await findSeen({ database, mirror }, { wish, context }) };
    case "plan":
    case "plan-feed": {
      const { known, plan } = await findPlanAndProject(context, wish);
      await ensureRead(mirror.refresh(context, { known }), wish.planId);
      return {
        name: plan.name,
        places: [{ projectId: wish.projectId, planId: wish.planId, projectName: known.project.name }],
      };
    }
  }
}

/** Of the plans that a page showed, those that the person's token was told of, in projects that it sees now. */
async function findSeen(
  { database, mirror }: Pick<ShareMaker, "database" | "mirror">,
  { wish, context }: { wish: Extract<NewShare, { kind: "overview" }>; context: SessionContext },
): Promise<SharePlace[]> {
  const projects = await listProjects(mirror, context);
  const wanted = new Map(wish.plans.map((place) => [`${place.projectId}/${place.planId}`, place]));
  const projectIds = [...new Set(wish.plans.map(({ projectId }) => projectId))].filter((id) => projects.has(id));
  const plans = await readSight(database, { owner: context.session, projectIds });
  const seen = new Set(plans.map(({ projectId, id }) => `${projectId}/${id}`));
  const places = [...wanted].flatMap(([key, { projectId, planId }]) => {
    const projectName = projects.get(projectId);
    return projectName === undefined || !seen.has(key) ? [] : { projectId, planId, projectName };
  });
  if (places.length === 0) throw new AppError("plan.not_found", "None of these plans is there, or yours to see");
  return places;
}

async function listProjects(mirror: Mirror, reader: Reader): Promise<Map<string, string>> {
  const known = await mirror.listProjects(reader);
  return new Map(known.map(({ project }) => [project.id, project.name]));
}

/** Follows a project's refresh until the plan's items are there, or can't be had now: the link shows them later then. */
async function ensureRead(news: AsyncGenerator<MirrorNews>, planId: string): Promise<void> {
  const isIn = (plans: readonly KnownPlan[]) => plans.some(({ plan, items }) => plan.id === planId && items !== null);
  for await (const told of news) {
    if ((told.type === "listed" || told.type === "read") && isIn(told.plans)) return;
    if (told.type === "plan-failed" && told.planId === planId) return;
  }
}
