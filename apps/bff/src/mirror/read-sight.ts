import type { Plan } from "@gantry/api-contract";
import type { Database } from "../database/schema.ts";
import type { Owner } from "../session/session.ts";

/**
 * The plans that a person's own token was last told of, project by project, without that token: what somebody shared
 * is shown only while they are known to see it themselves. From the database, since another replica may know more.
 */
export async function readSight(
  database: Database,
  { owner, projectIds }: { owner: Owner; /** Null = all. */ projectIds: readonly string[] | null },
): Promise<Plan[]> {
  if (projectIds?.length === 0) return [];
  let rows = database
    .selectFrom("mirror_sights")
    .select("plans_json")
    .where("user_id", "=", owner.userId)
    .where("domain_id", "=", owner.domainId)
    .orderBy("project_id");
  if (projectIds !== null) rows = rows.where("project_id", "in", [...projectIds]);
  return (await rows.execute()).flatMap(({ plans_json: json }) => asPlans(JSON.parse(json)));
}

/** `sights.ts` wrote it. */
function asPlans(value: unknown): readonly Plan[] {
  return value as readonly Plan[];
}
