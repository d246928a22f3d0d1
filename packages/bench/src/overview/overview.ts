import type { SimulatorOptions } from "@gantry/codearts-simulator";
import { type Product, startProduct } from "@gantry/testkit/product";
import { signIn } from "../client.ts";
import { printTable } from "../table.ts";
import { type Reading, readOverview } from "./read-overview.ts";
import { benchScrolling } from "./scroll.ts";

const WORLDS = {
  full: { projects: 40, plans: 200, largestPlan: 30_000 },
  small: { projects: 8, plans: 25, largestPlan: 1_000 },
} as const;

/** CodeArts' answers take so long, and it may be called so often. */
const LATENCY_MS = 50;
const PACE = { callsPerSecond: 20, concurrency: 5 };
const UNTHROTTLED = { callsPerSecond: 1_000, concurrency: 16 };
/** Reading all items at that pace takes minutes, so only its beginning is looked at. */
const FIRST_LOOK_MS = 15_000;
const PEOPLE = 10;
const PEOPLE_WITHIN_MS = 60_000;

/** Forty projects of two hundred plans, the largest of 30,000 items; `overview:small` is for a quick look. */
export async function benchOverview(parts: readonly string[]): Promise<void> {
  const world = WORLDS[parts.includes("small") ? "small" : "full"];
  const { projects, plans, largestPlan } = world;
  const simulator: SimulatorOptions = { scale: { items: 200, plans: 2, biggestPlan: 50, portfolio: world } };
  const rows = [await coldAtPace(simulator), ...(await allOthers(simulator))];
  const pace = `${LATENCY_MS} ms an answer, ${PACE.callsPerSecond} calls a second`;
  printTable(`Overview of ${projects} × ${plans} plans, the largest of ${largestPlan} items; ${pace}`, rows);
  await benchScrolling(simulator);
}

async function coldAtPace(simulator: SimulatorOptions) {
  const product = await startProduct({ simulator: { ...simulator, latencyMs: LATENCY_MS }, upstream: PACE });
  try {
    const [cookie = ""] = await signInSessions(product, 1);
    return toRow("cold, the first 15 s", await readOverview(product, { cookie, forMs: FIRST_LOOK_MS }));
  } finally {
    await product.close();
  }
}

async function allOthers(simulator: SimulatorOptions) {
  const product = await startProduct({ simulator: { ...simulator, latencyMs: 0 }, upstream: UNTHROTTLED });
  try {
    const cookies = await signInSessions(product, PEOPLE);
    const [cookie = ""] = cookies;
    const rows = [toRow("cold, unthrottled", await readOverview(product, { cookie }))];
    // What was read stays; from here on CodeArts is as slow as it is.
    await product.crashAndRestart(PACE);
    product.simulator.faults.add({ do: { kind: "delay", ms: LATENCY_MS } });
    rows.push(toRow("after a restart", await readOverview(product, { cookie })));
    await pause(35_000);
    rows.push(toRow("warm", await readOverview(product, { cookie })));
    for (const [name, count] of [
      ["10 items changed", 10],
      ["1 % of the items changed", Math.ceil(product.simulator.world.scrumItems.length / 100)],
    ] as const) {
      changeItems(product, count);
      rows.push(toRow(name, await readOverview(product, { cookie, isFresh: true })));
    }
    await pause(35_000);
    rows.push(await tenPeople(product, cookies));
    return rows;
  } finally {
    await product.close();
  }
}

/** The sum of their calls, and the times of the slowest. */
async function tenPeople(product: Product, cookies: readonly string[]) {
  const readings: Reading[] = [];
  const callsBefore = product.simulator.ledger.received().length;
  await Promise.all(
    cookies.map(async (cookie, index) => {
      await pause((index * PEOPLE_WITHIN_MS) / PEOPLE);
      readings.push(await readOverview(product, { cookie }));
    }),
  );
  const slowest = (pick: (reading: Reading) => number | null) => Math.max(...readings.map((one) => pick(one) ?? 0));
  return toRow(`${PEOPLE} people within a minute`, {
    firstLineMs: slowest((one) => one.firstLineMs),
    firstPlansMs: slowest((one) => one.firstPlansMs),
    firstRollUpMs: slowest((one) => one.firstRollUpMs),
    allPlansMs: slowest((one) => one.allPlansMs),
    endMs: slowest((one) => one.endMs),
    plans: readings[0]?.plans ?? 0,
    bytes: readings.reduce((sum, { bytes }) => sum + bytes, 0),
    calls: product.simulator.ledger.received().length - callsBefore,
  });
}

/** Sessions of the one person who is in every project: CodeArts is asked for each as for another person. */
async function signInSessions(product: Product, count: number): Promise<string[]> {
  const [credentials] = product.simulator.credentials;
  if (credentials === undefined) throw new Error("The simulator has no credentials");
  const cookies: string[] = [];
  for (let index = 0; index < count; index += 1) cookies.push((await signIn(product.url, { credentials })).cookie);
  return cookies;
}

function changeItems({ simulator }: Product, count: number): void {
  const { scrumItems } = simulator.world;
  const step = Math.max(1, Math.floor(scrumItems.length / count));
  for (let index = 0; index < count; index += 1) {
    const item = scrumItems[index * step];
    if (item !== undefined) simulator.editAsSomeoneElse({ itemId: String(item.id), fields: { done_ratio: 50 } });
  }
}

function toRow(what: string, reading: Reading): Record<string, string | number> {
  const ms = (value: number | null) => (value === null ? "–" : value);
  return {
    what,
    calls: reading.calls,
    "first line, ms": ms(reading.firstLineMs),
    "first plans, ms": ms(reading.firstPlansMs),
    "first figures, ms": ms(reading.firstRollUpMs),
    "all plans, ms": ms(reading.allPlansMs),
    "end, ms": ms(reading.endMs),
    plans: reading.plans,
    "MB of text": (reading.bytes / 1e6).toFixed(1),
  };
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, durationMs);
  });
}
