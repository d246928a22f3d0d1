import { endpoints } from "@gantry/api-contract";
import { toActor } from "../audit/actor.ts";
import type { Dependencies } from "../dependencies.ts";
import type { Feature } from "../feature.ts";
import { findKnownProject } from "../features/projects/use-cases.ts";
import { bind, type SessionContext } from "../http/bind.ts";
import type { LiveFeed } from "../live/live-feed.ts";
import { findOwn } from "./access.ts";
import { listVisible, readNow, readVisible } from "./change-sets.ts";
import { cancel, pause, resume, retry } from "./control.ts";
import { createChangeSet } from "./create.ts";
import type { Order } from "./ledger/control.ts";
import type { NewChangeSetRecord } from "./ledger/records.ts";
import type { Pace } from "./pace.ts";
import type { ProjectFacts } from "./preview/facts.ts";
import { preview } from "./preview/preview.ts";
import { readFacts } from "./preview/reads.ts";
import { createSeenChanges } from "./preview/seen-changes.ts";
import { createProgressFeed } from "./progress-feed.ts";
import { createJobUpstream } from "./run/codearts-job-upstream.ts";
import { createEarlyLooks } from "./run/early-looks.ts";
import { createRetention } from "./retention/sweep.ts";
import { createRunner } from "./run/runner.ts";
import { undo } from "./undo.ts";
import type { Session } from "../session/session.ts";
import type { VisibleProjects } from "../live/visible-projects.ts";

/** 80,000 agreed changes, the most that the contract takes, at some 200 bytes each. */
const MAX_CREATE_BYTES = 16 * 1024 * 1024;
/** 10,000 ids of 19 digits, and a batch form's longest text. */
const MAX_PREVIEW_BYTES = 1024 * 1024;

/** Every edit in Gantry: preview, job, outcome, retry, undo. */
export function createChangeSetFeature(
  dependencies: Dependencies,
  { feed, visible, pace }: { feed: LiveFeed; visible: VisibleProjects; pace: Pace },
): Feature {
  const { store, database, clock, random, log, bus, sessions, upstreams } = dependencies;
  const progress = createProgressFeed({ database, clock, feed, log });
  const upstreamFor = (session: Session, record: NewChangeSetRecord) =>
    createJobUpstream(upstreams.for(session, { job: record.id }), record);
  const looks = createEarlyLooks([clock, dependencies.paceClock]);
  const runner = createRunner({
    store,
    times: dependencies.jobTimes,
    checkpoint: dependencies.checkpoint,
    clock,
    paceClock: dependencies.paceClock,
    random,
    log,
    bus,
    pace: upstreams.pace,
    findSession: sessions.findByOwner,
    upstreamFor,
    earlyLooks: looks,
    onProgress: (record, news) => progress.note(record.id, news),
  });

  const seen = createSeenChanges(clock);
  const retention = createRetention(dependencies);

  upstreams.pace.onHeld(() => {
    for (const id of upstreams.pace.expected().keys()) progress.note(id, { applied: false });
  });

  const viewing = ({ session, upstream, signal }: SessionContext) => ({
    viewer: session,
    reader: { upstream, signal },
    visible,
    now: clock.now(),
    pace,
  });
  const takeUp = async (id: string, { session }: SessionContext, by: (id: string) => void = runner.wake) => {
    by(id);
    progress.note(id, { applied: false });
    return readNow(database, { id, viewer: session, now: clock.now(), pace });
  };
  const steer = async (
    id: string,
    { context, by }: { context: SessionContext; by: (order: Order) => Promise<void> },
  ) => {
    const { session, requestId } = context;
    const record = await findOwn(database, { id, viewer: session });
    await by({ record, actor: toActor(session), requestId, at: clock.now() });
    return takeUp(record.id, context);
  };

  return {
    start: async () => {
      await runner.start();
      retention.start();
    },
    stop: async () => {
      await Promise.all([runner.stop(), retention.stop()]);
    },
    routes: [
      bind(
        endpoints.previewChangeSet,
        async ({ body: proposal }, { session, upstream, signal }) => {
          const noteFacts = (facts: ProjectFacts) => seen.noteFacts(session, facts);
          const options = { proposal, database, viewer: session, pace, now: clock.now, noteFacts };
          const previewed = await preview({ upstream, signal }, options);
          seen.note(session, { projectId: proposal.projectId, changes: previewed.changes });
          return previewed;
        },
        { maxBodyBytes: MAX_PREVIEW_BYTES },
      ),
      bind(
        endpoints.createChangeSet,
        async ({ body }, context) => {
          const { id } = await createChangeSet(store, {
            input: body,
            session: context.session,
            reader: context,
            seen,
            idempotencyKey: context.idempotencyKey ?? random.uuid(),
            id: random.uuid(),
            requestId: context.requestId,
            pace,
            lookEarly: { looks, upstreamFor },
            now: clock.now,
          });
          return takeUp(id, context, runner.begin);
        },
        { maxBodyBytes: MAX_CREATE_BYTES },
      ),
      bind(endpoints.listChangeSets, ({ query }, context) => listVisible(database, { ...viewing(context), query })),
      bind(endpoints.readChangeSet, ({ params, query }, context) =>
        readVisible(database, { ...viewing(context), id: params.id, query }),
      ),
      bind(endpoints.cancelChangeSet, ({ params }, context) =>
        steer(params.id, { context, by: (order) => cancel(database, order) }),
      ),
      bind(endpoints.pauseChangeSet, ({ params }, context) =>
        steer(params.id, { context, by: (order) => pause(database, order) }),
      ),
      bind(endpoints.resumeChangeSet, ({ params }, context) =>
        steer(params.id, { context, by: (order) => resume(database, order) }),
      ),
      bind(endpoints.retryChangeSet, ({ params, body }, context) =>
        steer(params.id, {
          context,
          by: (order) => retry(database, { order, includeUnknown: body.unknown ?? false }),
        }),
      ),
      bind(
        endpoints.undoChangeSet,
        async ({ params, body: { except = [] } }, context) => {
          const record = await findOwn(database, { id: params.id, viewer: context.session });
          const facts = await readFacts(context, await findKnownProject(context, record.projectId));
          const { requestId } = context;
          const now = clock.now();
          const lookEarly = { looks, upstreamFor, session: context.session };
          const id = await undo(store, { record, except, facts, id: random.uuid(), requestId, lookEarly, now });
          progress.note(record.id, { applied: false });
          return takeUp(id, context, runner.begin);
        },
        { maxBodyBytes: MAX_CREATE_BYTES },
      ),
    ],
  };
}
