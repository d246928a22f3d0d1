import type { Clock } from "../clock.ts";
import type { LiveFeed } from "../live/live-feed.ts";
import type { ProjectKey } from "./project-copy.ts";

/** Open pages answer news by reading the project again. */
const BETWEEN_NEWS_MS = 1_000;
/** Nobody's own doing: every listener is asked whether they see the project. */
const NOBODY = "";

/** Tells open pages which plans are other than before: at once, and then once a second for each project. */
export type TellChanges = (project: ProjectKey, planIds: readonly string[]) => void;

export function createTellChanges({ feed, clock }: { feed: LiveFeed; clock: Clock }): TellChanges {
  /** Plans to tell of when the pause of their project is over. */
  const pauses = new Map<string, Set<string>>();

  const publish = ({ domainId, projectId }: ProjectKey, planIds: ReadonlySet<string>) => {
    const [planId] = planIds;
    if (planId === undefined) return;
    feed.publish({
      owner: { userId: NOBODY, domainId },
      projectId,
      subject: { kind: "plan", planId: planIds.size === 1 ? planId : null },
    });
  };

  const pause = async (project: ProjectKey, key: string) => {
    for (let waiting = new Set<string>(); ;) {
      pauses.set(key, waiting);
      await clock.wait(BETWEEN_NEWS_MS);
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
