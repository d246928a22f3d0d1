/** Counts for the operator. Labels come from closed lists (route templates, operations): never ids or names. */
export type Metrics = {
  count: (name: CounterName, labels: Record<string, string | number>) => void;
  observeMs: (name: DurationName, labels: Record<string, string | number>, options: { durationMs: number }) => void;
  setGauge: (name: GaugeName, value: number) => void;
  moveGauge: (name: GaugeName, change: number) => void;
  /** Prometheus' text form. */
  toText: () => string;
};

const HELP = {
  gantry_http_requests_total: "Requests answered, by route template and status.",
  gantry_http_request_duration_ms: "Time to the head of the answer, summed.",
  gantry_upstream_calls_total: "Calls sent to CodeArts, by operation and outcome.",
  gantry_upstream_call_duration_ms: "Time of calls to CodeArts, summed.",
  gantry_upstream_shared_total: "Reads answered without a call of their own, by how.",
  gantry_upstream_queued: "Calls that wait for their turn.",
  gantry_mirror_reads_total: "Reads into the mirror, by what was read: a plan, changes, a whole project.",
  gantry_sign_ins_total: "Tries to sign in, by outcome.",
  gantry_event_streams: "Open event streams.",
} as const;

type MetricName = keyof typeof HELP;
type DurationName = Extract<MetricName, `${string}_duration_ms`>;
type CounterName = Extract<MetricName, `${string}_total`>;
type GaugeName = Exclude<MetricName, DurationName | CounterName>;

/** Beyond this many label sets a metric takes no new ones, so that no flood can fill the memory. */
const MAX_SERIES = 1000;

export function createMetrics(): Metrics {
  const series = new Map<string, Map<string, number>>();
  const add = (name: string, labels: string, amount: number) => {
    const values = series.get(name) ?? new Map<string, number>();
    series.set(name, values);
    if (!values.has(labels) && values.size >= MAX_SERIES) return;
    values.set(labels, (values.get(labels) ?? 0) + amount);
  };
  return {
    count: (name, labels) => add(name, toLabels(labels), 1),
    observeMs: (name, labels, { durationMs }) => {
      add(`${name}_sum`, toLabels(labels), durationMs);
      add(`${name}_count`, toLabels(labels), 1);
    },
    setGauge: (name, value) => void series.set(name, new Map([["", value]])),
    moveGauge: (name, change) => add(name, "", change),
    toText: () =>
      Object.entries(HELP)
        .flatMap(([name, help]) => [
          `# HELP ${name} ${help}`,
          `# TYPE ${name} ${typeOf(name)}`,
          ...linesOf(name, series),
        ])
        .join("\n") + "\n",
  };
}

function typeOf(name: string): string {
  if (name.endsWith("_total")) return "counter";
  return name.endsWith("_duration_ms") ? "summary" : "gauge";
}

function linesOf(name: string, series: Map<string, Map<string, number>>): string[] {
  return [name, `${name}_sum`, `${name}_count`].flatMap((key) =>
    [...(series.get(key) ?? [])].map(([labels, value]) => `${key}${labels} ${value}`),
  );
}

function toLabels(labels: Record<string, string | number>): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${String(value).replaceAll(/["\\\n]/g, "_")}"`);
  return parts.length === 0 ? "" : `{${parts.join(",")}}`;
}
