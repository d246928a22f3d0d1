import type { Dependencies } from "../dependencies.ts";
import { listKnownProjects } from "../features/projects/use-cases.ts";
import { createCopies } from "./copies.ts";
import { LIST_FRESH_MS } from "./freshness.ts";
import type { Feature } from "../feature.ts";
import type { LiveFeed } from "../live/live-feed.ts";
import { createFollowing } from "./following/following.ts";
import { createLookChannel } from "./following/look-news.ts";
import { markChanged } from "./marks.ts";
import { createMirrorRetention } from "./retention.ts";
import { createTellChanges } from "./tell-changes.ts";
import { createItemWords } from "./item-words.ts";
import type { KnownProjectPlans, Mirror } from "./mirror.ts";
import { createNewcomers } from "./newcomers.ts";
import { toKnownPlan } from "./project-copy.ts";
import { readProjectItems } from "./project-items.ts";
import { refreshProject, type RefreshTools } from "./refresh.ts";
import { createSharedWork } from "./shared-work.ts";
import { createSights } from "./sights.ts";

/** The mirror, and what keeps it in order beside requests. */
export function createMirror(
  { store, clock, log, metrics, random, upstreams }: Dependencies,
  { feed }: { feed: LiveFeed },
): { mirror: Mirror; upkeep: Feature } {
  const copies = createCopies({ store, clock, log });
  const sights = createSights(store.database);
  const tools: RefreshTools = {
    copies,
    newcomers: createNewcomers(),
    sights,
    shared: createSharedWork(),
    words: createItemWords(clock),
    store,
    clock,
    metrics,
    tell: createTellChanges({ feed, clock, untilReadable: store.kind === "postgres" ? copies.flush : null }),
  };
  const following = createFollowing({
    ...tools,
    log,
    pace: upstreams.pace,
    news: createLookChannel(store.channel),
    processId: random.uuid(),
  });
  const retention = createMirrorRetention({ database: store.database, clock, log });
  const listProjects: Mirror["listProjects"] = async (reader, { freshForMs = LIST_FRESH_MS } = {}) => {
    const projects = await listKnownProjects(reader, { freshForMs });
    const { identity } = reader.upstream;
    following.noteTold(identity, projects);
    await sights.keepOnly({ identity, projectIds: projects.map(({ project }) => project.id) });
    return projects;
  };

  const plansOf: Mirror["plansOf"] = async ({ upstream: { identity } }, known): Promise<KnownProjectPlans> => {
    const projectId = known.project.id;
    const sight = await sights.find({ identity, projectId });
    if (sight === null) return { known, plans: [], listedAt: null };
    const copy = await copies.open({ domainId: identity.domainId, projectId });
    return { known, plans: sight.plans.map((plan) => toKnownPlan(copy, plan)), listedAt: sight.listedAt };
  };

  const mirror: Mirror = {
    plansOf,
    listProjects,
    projectsOf: async (reader, options) => {
      const found: KnownProjectPlans[] = [];
      for (const known of await listProjects(reader, options)) found.push(await plansOf(reader, known));
      return found;
    },
    refresh: (reader, { known, isFresh = false }) => refreshProject(tools, reader, { known, isFresh }),
    projectItems: (reader, { known }) => readProjectItems(tools, reader, { known }),
    noteChange: (change) =>
      store.transaction((transaction) => markChanged(transaction, { ...change, now: clock.now() })),
    follow: following.listen,
    watch: following.watch,
    findPlans: async ({ domainId, plans }) => {
      const found = [];
      for (const { projectId, planId } of plans) {
        const copy = await copies.open({ domainId, projectId });
        const entry = copy.plans.get(planId);
        if (entry !== undefined) found.push(toKnownPlan(copy, entry.plan));
      }
      return found;
    },
  };
  return {
    mirror,
    upkeep: {
      routes: [],
      start: () => {
        following.start();
        retention.start();
      },
      stop: async () => {
        await Promise.all([following.stop(), retention.stop()]);
        await copies.stop();
      },
    },
  };
}
