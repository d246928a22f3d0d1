import type { Plan, PlanRollUp } from "@gantry/api-contract";
import type { IsoDate } from "@gantry/schedule";
import { LRUCache } from "lru-cache";
import type { Clock } from "../../clock.ts";
import { toCacheKey } from "../../upstream/cache-key.ts";
import type { Identity } from "../../upstream/gateway.ts";

/** The overview reads every item of every plan, so what they add up to may be this old. */
const MAX_AGE_MS = 30_000;
const MAX_KEPT = 5000;

type RollUpKey = { identity: Identity; plan: Plan; today: IsoDate };

/** What plans add up to, kept for a moment for the person who read them; the items themselves are not kept. */
export type RollUpCache = {
  find: (key: RollUpKey) => PlanRollUp | undefined;
  keep: (key: RollUpKey, rollUp: PlanRollUp) => void;
};

export function createRollUpCache(clock: Clock): RollUpCache {
  const kept = new LRUCache<string, { rollUp: PlanRollUp; at: number }>({ max: MAX_KEPT });
  return {
    find: (key) => {
      const found = kept.get(textOf(key));
      return found !== undefined && clock.now() - found.at < MAX_AGE_MS ? found.rollUp : undefined;
    },
    keep: (key, rollUp) => void kept.set(textOf(key), { rollUp, at: clock.now() }),
  };
}

function textOf({ identity, plan, today }: RollUpKey): string {
  return toCacheKey(identity, { operation: "rollUp", args: { projectId: plan.projectId, planId: plan.id, today } });
}
