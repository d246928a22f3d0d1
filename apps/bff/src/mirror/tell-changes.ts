import type { Clock } from "../clock.ts";
import type { LiveFeed } from "../live/live-feed.ts";
import type { ProjectKey } from "./project-copy.ts";

/** Open pages answer news by reading the project again, in a rhythm of their own. */
const BETWEEN_NEWS_MS = 500;
/** Nobody's own doing: every listener is asked whether they see the project. */
const NOBODY = "";

/**
 * Tells open pages which plans are other than before (null = nobody knows which): at once, and then twice a second for
 * each project.
 */
export type TellChanges = (project: ProjectKey, planIds: readonly (string | null)[]) => void;

export function createTellChanges({
  feed,
  clock,
  untilReadable,
}: {
  feed: LiveFeed;
  clock: Clock;
  /** Resolves when whichever process a page asks knows what is told of; null = it does already. */
  untilReadable: (() => Promise<void>) | null;
}): TellChanges {
  /** Plans to tell of when the pause of their project is over. */
  const pauses = new Map<string, Set<string | null>>();

  const publish = ({ domainId, projectId }: ProjectKey, planIds: ReadonlySet<string | null>) => {
    const [planId = null] = planIds.size === 1 ? planIds : [];
    const tell = () =>
      feed.publish({ owner: { userId: NOBODY, domainId }, projectId, subject: { kind: "plan", planId } });
    if (untilReadable === null) tell();
    else void untilReadable().then(tell);
  };

  const pause = async (project: ProjectKey, key: string) => {
    for (let waiting = new Set<string | null>(); ;) {
      pauses.set(key, waiting);
      await clock.wait(BETWEEN_NEWS_MS, undefined, { isRound: true });
      if (waiting.size === 0) break;
      publish(project, waiting);
      waiting = new Set();
    }
    pauses.delete(key);
  };

  return (project, planIds) => {
    if (planIds.length === 0) return;
    const key = JSON.stringify([project.domainId, project.projectId]);
    const waiting = pauses.get(key);
    if (waiting !== undefined) {
      for (const planId of planIds) waiting.add(planId);
      return;
    }
    publish(project, new Set(planIds));
    pause(project, key).catch(() => pauses.delete(key));
  };
}
