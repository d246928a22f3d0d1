import type { Plan, ShareHide, ShareKind } from "@gantry/api-contract";
import { AppError } from "../../app-error.ts";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/schema.ts";
import type { KnownPlan, Mirror } from "../../mirror/mirror.ts";
import { readSight } from "../../mirror/read-sight.ts";
import { findShare, hidesOf, readPlaces, type ShareRow } from "./store.ts";
import type { ShareTokens, TokenUse } from "./tokens.ts";

/** A plan that a link shows, as Gantry last read it. */
export type ShownPlan = { known: KnownPlan; projectName: string };

/** A link that works, and whatever of its plans its maker is still known to see. */
export type OpenShare = { row: ShareRow; hides: readonly ShareHide[]; plans: readonly ShownPlan[] };

export type ShareReader = { database: Database; mirror: Mirror; clock: Clock; tokens: ShareTokens };

/** No share has it: so that a token that is not ours costs the same look into the database. */
const NOBODYS_ID = "00000000-0000-0000-0000-000000000000";

/**
 * The one answer to every link that does not work, whatever the reason.
 */
export function shareNotFound(): AppError {
  return new AppError("share.not_found", "This link does not work");
}

/** Throws `share.not_found` for a token that is not ours, has ended, is of another kind, or shows nothing any more. */
export async function openShare(
  reader: ShareReader,
  { use, token, kinds }: { use: TokenUse; token: string; kinds: readonly ShareKind[] },
): Promise<OpenShare> {
  const { database, clock, tokens } = reader;
  const id = tokens.verify(use, token);
  const row = await findShare(database, { id: id ?? NOBODYS_ID, now: clock.now() });
  if (id === null || row === null || !kinds.includes(row.kind)) throw shareNotFound();
  const plans = row.kind === "person-feed" ? await ofPerson(reader, row) : await ofPlaces(reader, row);
  if (plans.length === 0 && row.kind !== "person-feed") throw shareNotFound();
  return { row, hides: hidesOf(row), plans };
}

/** The plans that were shared, in their order, without those that the maker no longer sees. */
async function ofPlaces({ database, mirror }: ShareReader, row: ShareRow): Promise<ShownPlan[]> {
  const places = await readPlaces(database, row.id);
  const owner = { userId: row.user_id, domainId: row.domain_id };
  const projectIds = [...new Set(places.map(({ projectId }) => projectId))];
  const seen = byPlace(await readSight(database, { owner, projectIds }));
  const shown = places.filter((place) => seen.has(placeOf(place)));
  const known = byPlan(await mirror.findPlans({ domainId: row.domain_id, plans: shown }));
  return shown.flatMap((place) => {
    const plan = seen.get(placeOf(place));
    if (plan === undefined) return [];
    return { known: known.get(placeOf(place)) ?? { plan, items: null, readAt: null }, projectName: place.projectName };
  });
}

/** Every plan that the maker sees: their feed follows them. */
async function ofPerson({ database, mirror }: ShareReader, row: ShareRow): Promise<ShownPlan[]> {
  const owner = { userId: row.user_id, domainId: row.domain_id };
  const plans = await readSight(database, { owner, projectIds: null });
  const known = await mirror.findPlans({
    domainId: row.domain_id,
    plans: plans.map(({ id, projectId }) => ({ planId: id, projectId })),
  });
  return known.map((each) => ({ known: each, projectName: "" }));
}

function byPlace(plans: readonly Plan[]): Map<string, Plan> {
  return new Map(plans.map((plan) => [placeOf({ projectId: plan.projectId, planId: plan.id }), plan]));
}

function byPlan(known: readonly KnownPlan[]): Map<string, KnownPlan> {
  return new Map(known.map((each) => [placeOf({ projectId: each.plan.projectId, planId: each.plan.id }), each]));
}

function placeOf({ projectId, planId }: { projectId: string; planId: string }): string {
  return `${projectId}/${planId}`;
}
