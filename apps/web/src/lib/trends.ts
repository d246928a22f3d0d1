import type {
  Drift,
  EpochMs,
  ErrorBody,
  IsoDate,
  Project,
  ProjectTrend,
  TrendEvent,
  TrendPoint,
} from "@gantry/api-contract";

/** One project's trend, as far as it is told. */
export type TrendProject = {
  project: Project;
  trend: ProjectTrend | null;
  error: ErrorBody["error"] | null;
  isReading: boolean;
};

export type Trends = {
  projects: readonly TrendProject[];
  /** First and last day; null before anything was told. */
  range: { from: IsoDate; to: IsoDate } | null;
  readAt: EpochMs | null;
};

export const emptyTrends: Trends = { projects: [], range: null, readAt: null };

/** What is known after one more line of the stream. `only`: one project was asked for again, and the others stay. */
export function foldTrends(state: Trends, event: TrendEvent, { only }: { only?: string | undefined } = {}): Trends {
  switch (event.type) {
    case "projects":
      return only === undefined ? withProjects(state, event) : state;
    case "trend":
      return patch(state, event.trend.projectId, { trend: event.trend, error: null, isReading: false });
    case "project-failed":
      return patch(state, event.projectId, { error: event.error, isReading: false });
    case "end":
      return only === undefined || state.projects.length === 1 ? { ...state, readAt: event.readAt } : state;
  }
}

/** What was told of the same days stands until it is told anew. */
function withProjects({ range, projects }: Trends, event: Extract<TrendEvent, { type: "projects" }>): Trends {
  const isSameRange = range?.from === event.from && range.to === event.to;
  const known = new Map(isSameRange ? projects.map((one) => [one.project.id, one.trend]) : []);
  return {
    range: { from: event.from, to: event.to },
    readAt: null,
    projects: event.projects.map((project) => ({
      project,
      trend: known.get(project.id) ?? null,
      error: null,
      isReading: true,
    })),
  };
}

function patch(state: Trends, id: string, change: Partial<TrendProject>): Trends {
  return { ...state, projects: state.projects.map((one) => (one.project.id === id ? { ...one, ...change } : one)) };
}

/** Several projects' trends as one. */
export type TrendSum = {
  points: readonly (Omit<TrendPoint, "source"> & { sources: ReadonlySet<TrendPoint["source"]> })[];
  /** By each day from the first on, to the last planned end: how many leaves are to be done by then. */
  planned: readonly { day: IsoDate; count: number }[];
  undated: number;
  drift: Drift & { rows: readonly (Drift["rows"][number] & { projectId: string })[] };
};

const MOST_ROWS = 50;

/**
 * Adds up what was told. A project of which a day is unknown makes its leaves of that day unknown, not the whole day.
 * @param latest the last day that the plan is shown to
 */
export function sumTrends(trends: readonly ProjectTrend[], { latest }: { latest: IsoDate }): TrendSum {
  const [first] = trends;
  const days = first?.points.map(({ day }) => day) ?? [];
  const points = days.map((day, index) => {
    const at = trends.flatMap(({ points: all }) => all[index] ?? []);
    return {
      day,
      scope: sum(at.map(({ scope }) => scope)),
      done: sum(at.map(({ done }) => done)),
      unknown: sum(at.map(({ unknown }) => unknown)),
      sources: new Set(at.filter(({ scope }) => scope > 0).map(({ source }) => source)),
    };
  });
  return {
    points,
    planned: plannedBy(trends, { first: days[0], latest }),
    undated: sum(trends.map(({ undated }) => undated)),
    drift: sumDrift(trends),
  };
}

/** Cumulative: what was planned before the first day counts on it. Days on which nothing is added are left out. */
function plannedBy(
  trends: readonly ProjectTrend[],
  { first, latest }: { first: IsoDate | undefined; latest: IsoDate },
): TrendSum["planned"] {
  if (first === undefined) return [];
  const ends = new Map<IsoDate, number>([[first, 0]]);
  for (const { day, count } of trends.flatMap(({ due }) => due)) {
    const at = day < first ? first : day;
    if (at <= latest) ends.set(at, (ends.get(at) ?? 0) + count);
  }
  let count = 0;
  return [...ends]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([day, more]) => {
      count += more;
      return { day, count };
    });
}

/** How many are to be done by a day. */
export function plannedOn(planned: TrendSum["planned"], day: IsoDate): number {
  return planned.findLast((step) => step.day <= day)?.count ?? 0;
}

function sumDrift(trends: readonly ProjectTrend[]): TrendSum["drift"] {
  const drifts = trends.map(({ drift }) => drift);
  const rows = trends.flatMap(({ projectId, drift }) => drift.rows.map((row) => ({ ...row, projectId })));
  const weight = ({ lateDays, movedDays }: Drift["rows"][number]) =>
    Math.max(Math.abs(lateDays ?? 0), Math.abs(movedDays));
  return {
    early: sum(drifts.map(({ early }) => early)),
    onTime: sum(drifts.map(({ onTime }) => onTime)),
    late: sum(drifts.map(({ late }) => late)),
    lateDays: sum(drifts.map(({ lateDays }) => lateDays)),
    untold: sum(drifts.map(({ untold }) => untold)),
    movedItems: sum(drifts.map(({ movedItems }) => movedItems)),
    moves: sum(drifts.map(({ moves }) => moves)),
    movedDays: sum(drifts.map(({ movedDays }) => movedDays)),
    rows: rows.toSorted((left, right) => weight(right) - weight(left)).slice(0, MOST_ROWS),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
