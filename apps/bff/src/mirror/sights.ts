import { createHash } from "node:crypto";
import type { EpochMs, Plan } from "@gantry/api-contract";
import { LRUCache } from "lru-cache";
import type { Database } from "../database/schema.ts";
import type { Identity } from "../upstream/gateway.ts";

/** Plans that one person's own token was told of in one project. */
type Sight = { plans: readonly Plan[]; listedAt: EpochMs };

type SightOf = { identity: Identity; projectId: string };

/** Which plans somebody was last told of. Nobody else's sight is ever given: whoever asks gives their own identity. */
export type Sights = {
  find: (of: SightOf) => Promise<Sight | null>;
  keep: (of: SightOf, sight: Sight) => Promise<void>;
  /** CodeArts said that this person may not. */
  drop: (of: SightOf) => Promise<void>;
  /** Drops what this person saw in projects that CodeArts no longer lists for them. */
  keepOnly: (of: { identity: Identity; projectIds: readonly string[] }) => Promise<void>;
};

/** Plans that are remembered at once, some 400 bytes each. */
const MAX_PLANS = 200_000;
/** An equal list is not written again before that. */
const REWRITE_AFTER_MS = 10 * 60_000;

type Kept = { sight: Sight; fingerprint: string; writtenAt: EpochMs };

export function createSights(database: Database): Sights {
  const kept = new LRUCache<string, Kept>({
    maxSize: MAX_PLANS,
    sizeCalculation: ({ sight }) => 1 + sight.plans.length,
  });

  const read = async ({ identity, projectId }: SightOf): Promise<Kept | null> => {
    const row = await database
      .selectFrom("mirror_sights")
      .select(["plans_json", "listed_at"])
      .where("user_id", "=", identity.userId)
      .where("domain_id", "=", identity.domainId)
      .where("project_id", "=", projectId)
      .executeTakeFirst();
    if (row === undefined) return null;
    const { plans_json: json, listed_at: listedAt } = row;
    return {
      sight: { plans: asPlans(JSON.parse(json)), listedAt },
      fingerprint: fingerprintOf(json),
      writtenAt: listedAt,
    };
  };

  return {
    find: async (of) => {
      const found = kept.get(keyOf(of)) ?? (await read(of));
      if (found === null) return null;
      kept.set(keyOf(of), found);
      return found.sight;
    },
    keep: async (of, sight) => {
      const before = kept.get(keyOf(of));
      const json = JSON.stringify(sight.plans);
      const fingerprint = fingerprintOf(json);
      const isWritten =
        before !== undefined &&
        before.fingerprint === fingerprint &&
        sight.listedAt - before.writtenAt < REWRITE_AFTER_MS;
      kept.set(keyOf(of), { sight, fingerprint, writtenAt: isWritten ? before.writtenAt : sight.listedAt });
      if (isWritten) return;
      const values = { plans_json: json, listed_at: sight.listedAt };
      await database
        .insertInto("mirror_sights")
        .values({ user_id: of.identity.userId, domain_id: of.identity.domainId, project_id: of.projectId, ...values })
        .onConflict((conflict) => conflict.columns(["user_id", "domain_id", "project_id"]).doUpdateSet(values))
        .execute();
    },
    keepOnly: async ({ identity, projectIds }) => {
      let lost = database
        .deleteFrom("mirror_sights")
        .where("user_id", "=", identity.userId)
        .where("domain_id", "=", identity.domainId);
      if (projectIds.length > 0) lost = lost.where("project_id", "not in", [...projectIds]);
      for (const { project_id: projectId } of await lost.returning("project_id").execute())
        kept.delete(keyOf({ identity, projectId }));
    },
    drop: async (of) => {
      kept.delete(keyOf(of));
      await database
        .deleteFrom("mirror_sights")
        .where("user_id", "=", of.identity.userId)
        .where("domain_id", "=", of.identity.domainId)
        .where("project_id", "=", of.projectId)
        .execute();
    },
  };
}

function keyOf({ identity: { userId, domainId }, projectId }: SightOf): string {
  return JSON.stringify([domainId, userId, projectId]);
}

function fingerprintOf(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}

/** `keep` wrote it. */
function asPlans(value: unknown): readonly Plan[] {
  return value as readonly Plan[];
}
