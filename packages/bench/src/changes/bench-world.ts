import type { Credentials, SimulatorOptions } from "@gantry/codearts-simulator";
import { type Product, startProduct } from "@gantry/testkit/product";
import { startPostgres } from "@gantry/tooling/tasks/postgres.mjs";
import { type SignedIn, signIn } from "../client.ts";

/** The most that one change set holds. */
export const ITEMS = 10_000;
const SCALE = { items: 10_400, plans: 2, biggestPlan: 300, ipdItems: 20_800 };
/** What CodeArts' answers take; beside it at most half as many more calls may be under way as the rate needs. */
export const LATENCY_MS = 20;

export type BenchWorld = {
  product: Product;
  /** The same person at each replica. */
  people: readonly [SignedIn, ...SignedIn[]];
  credentials: Credentials;
  /** Items for each kind of change, and where they are. */
  scrum: { projectId: string; planId: string; itemIds: string[]; spareIds: string[] };
  ipd: { projectId: string; itemIds: string[]; /** Of one category, as many. */ requirementIds: string[] };
  close: () => Promise<void>;
};

/** The built product, one process or two on one PostgreSQL, over a CodeArts that takes so many calls a second. */
export async function openBenchWorld(options: {
  callsPerSecond: number;
  replicas?: number;
  simulator?: SimulatorOptions;
}): Promise<BenchWorld> {
  const { callsPerSecond, replicas = 1 } = options;
  const postgres = replicas > 1 ? await startPostgres({ settings: [] }) : null;
  const product = await startProduct({
    simulator: {
      scale: SCALE,
      latencyMs: LATENCY_MS,
      // CodeArts itself refuses what is too much; a burst of one second's calls is what such gateways let through.
      rate: { callsPerSecond, burst: callsPerSecond },
      ...options.simulator,
    },
    upstream: { concurrency: Math.min(100, Math.max(5, Math.ceil(callsPerSecond / 10))), callsPerSecond },
    ...(postgres !== null && {
      replicas: { count: replicas, databaseUrl: `postgres://gantry@127.0.0.1:${postgres.port}/postgres` },
    }),
  });
  const [credentials] = product.simulator.credentials;
  if (credentials === undefined) throw new Error("The simulator has no credentials");
  const first = await signIn(product.url, { credentials });
  const others = await Promise.all(product.urls.slice(1).map((url) => signIn(url, { credentials })));
  return {
    product,
    people: [first, ...others],
    credentials,
    ...placesIn(product),
    close: async () => {
      await product.close();
      await postgres?.remove();
    },
  };
}

function placesIn({ simulator: { store } }: Product): Pick<BenchWorld, "scrum" | "ipd"> {
  const projects = store.projects();
  const itemsOf = (projectId: string) => store.scrumItemsOf(projectId).map(({ id }) => String(id));
  const largest = projects
    .filter(({ kind }) => kind === "scrum")
    .toSorted((left, right) => itemsOf(right.id).length - itemsOf(left.id).length)[0];
  const ipd = projects.find(({ kind }) => kind === "ipd");
  const plan = largest === undefined ? undefined : store.plansOf(largest.id).find(({ type }) => type === "gantt");
  if (largest === undefined || plan === undefined || ipd === undefined)
    throw new Error("The world has no such projects");
  const spareIds = itemsOf(largest.id).filter((id) => !plan.itemIds.has(id));
  const ipdItems = store.ipdItemsOf(ipd.id);
  const lastOf = (items: typeof ipdItems) => items.slice(-ITEMS).map(({ id }) => id);
  return {
    scrum: { projectId: largest.id, planId: plan.id, itemIds: itemsOf(largest.id).slice(0, ITEMS), spareIds },
    ipd: {
      projectId: ipd.id,
      itemIds: lastOf(ipdItems),
      requirementIds: lastOf(ipdItems.filter(({ category }) => category === "AR")),
    },
  };
}
