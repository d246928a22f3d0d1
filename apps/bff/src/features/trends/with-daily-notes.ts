import { LRUCache } from "lru-cache";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/schema.ts";
import type { KnownPlan, Mirror } from "../../mirror/mirror.ts";
import { notePlans } from "./notes.ts";

/** How plans stand is noted so often at most, however many people look. */
const NOTE_EVERY_MS = 600_000;
const MAX_KEPT = 5_000;

/** A mirror that notes, when a project was brought up to date, how its plans stand on that day. */
export function withDailyNotes(mirror: Mirror, { database, clock }: { database: Database; clock: Clock }): Mirror {
  const notedAt = new LRUCache<string, number>({ max: MAX_KEPT });
  return {
    ...mirror,
    refresh: async function* (reader, options) {
      const newest = new Map<string, KnownPlan>();
      for await (const news of mirror.refresh(reader, options)) {
        if (news.type === "listed" || news.type === "read")
          for (const plan of news.plans) newest.set(plan.plan.id, plan);
        yield news;
      }
      const at = clock.now();
      const { domainId } = reader.upstream.identity;
      const isDue = ({ plan }: KnownPlan) =>
        (notedAt.get(`${domainId} ${plan.id}`) ?? Number.NEGATIVE_INFINITY) + NOTE_EVERY_MS <= at;
      const due = [...newest.values()].filter(isDue);
      const plans = due.flatMap(({ plan, items }) => (items === null ? [] : [{ planId: plan.id, items }]));
      for (const { planId } of plans) notedAt.set(`${domainId} ${planId}`, at);
      await notePlans(database, { domainId, projectId: options.known.project.id, plans, at });
    },
  };
}
