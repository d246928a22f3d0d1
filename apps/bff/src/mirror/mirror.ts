import type { EpochMs, Plan, WorkItem } from "@gantry/api-contract";
import type { KnownProject } from "../features/projects/from-upstream.ts";
import type { Reader } from "../features/reader.ts";
import type { Identity } from "../upstream/gateway.ts";

/** A plan as one person's own token was last told of it, with its items as CodeArts last told them to anybody. */
export type KnownPlan = {
  plan: Plan;
  /** Null until somebody's token has read them. */
  items: readonly WorkItem[] | null;
  /** When the items were last known to be current; null with `items`. */
  readAt: EpochMs | null;
};

/** A project that the reader's token sees now. */
export type KnownProjectPlans = {
  known: KnownProject;
  plans: readonly KnownPlan[];
  /** When the reader's own token last listed these plans; null = never, `plans` is empty then. */
  listedAt: EpochMs | null;
};

/** What became of bringing one project up to date. */
export type MirrorNews =
  | { type: "listed"; plans: readonly KnownPlan[] }
  /** Plans whose items were read or have changed. */
  | { type: "read"; plans: readonly KnownPlan[] }
  | { type: "plan-failed"; planId: string; error: unknown }
  | { type: "current"; readAt: EpochMs };

/**
 * What CodeArts last told of plans and their items, kept in the database, so that a page paints at once and reading
 * again costs what has changed. Which projects and plans somebody sees is always decided by that person's own token;
 * only the items behind a plan that the person sees are shared, within one IAM domain.
 */
export type Mirror = {
  /** The reader's projects, asked of CodeArts, may be `freshForMs` old. Throws the client's `CodeArtsError`. */
  listProjects: (reader: Reader, options?: { freshForMs?: number }) => Promise<readonly KnownProject[]>;
  /** The plans of one of them that the reader was last told of. Asks nothing upstream. */
  plansOf: (reader: Reader, known: KnownProject) => Promise<KnownProjectPlans>;
  /**
   * The reader's projects (asked of CodeArts, may be `freshForMs` old) with the plans that the reader was last told of.
   * Asks nothing else upstream. Throws the client's `CodeArtsError` where the projects can't be listed.
   */
  projectsOf: (reader: Reader, options?: { freshForMs?: number }) => Promise<readonly KnownProjectPlans[]>;
  /**
   * Brings one project up to date: lists its plans with the reader's own token, reads plans never read, and of the
   * rest what changed since. Equal refreshes under way are shared. Throws `CodeArtsError` where the plans can't be
   * listed; a single plan that fails is news.
   */
  refresh: (
    reader: Reader,
    options: { known: KnownProject; /** Past what was read in the last moments. */ isFresh?: boolean },
  ) => AsyncGenerator<MirrorNews, void>;
  /** Every item of a project, on a plan or not: read whole once, then by what changed. Throws `CodeArtsError`. */
  projectItems: (
    reader: Reader,
    options: { known: KnownProject },
  ) => Promise<{ items: readonly WorkItem[]; readAt: EpochMs }>;
  /**
   * Gantry itself changed something: who asks next is told by CodeArts, on every replica.
   * @param change.planId the plan whose list of items may be another now; null = no plan's
   */
  noteChange: (change: { domainId: string; projectId: string; planId: string | null }) => Promise<void>;
  /**
   * Looks for changes on behalf of a listening person, until the reader's signal aborts.
   * @param options.stream names what `watch` is told for
   */
  follow: (reader: Reader, options: { stream: string | null }) => void;
  /** What the page behind one of somebody's own streams shows now (null = everything): there is looked first and often. On any replica. */
  watch: (identity: Identity, watch: { stream: string; projectIds: readonly string[] | null }) => void;
  /** Plans without anybody's token, for links that somebody shared; those not known are left out. */
  findPlans: (where: {
    domainId: string;
    plans: readonly { projectId: string; planId: string }[];
  }) => Promise<readonly KnownPlan[]>;
};
