import { setTimeout as sleep } from "node:timers/promises";
import { endpoints } from "@gantry/api-contract";
import { type Product, startProduct } from "@gantry/testkit/product";
import { signIn } from "../client.ts";
import { seenSince } from "../changes/windows.ts";
import { readOverview } from "../overview/read-overview.ts";
import { printTable } from "../table.ts";
import { hearChanges } from "./hear-changes.ts";

const SCALE = { items: 200, plans: 2, biggestPlan: 50, portfolio: { projects: 40, plans: 5, largestPlan: 100 } };
const LATENCY_MS = 50;
const PACE = { callsPerSecond: 20, concurrency: 5 };
const ON_SCREEN = [1, 5, 14, 24, 40] as const;
const CHANGES = 12;
const GIVE_UP_MS = 30_000;
const STREAM = "bench-page";

/** How soon an open page is told of what somebody changed in CodeArts itself, by how many projects are on the screen. */
export async function benchFollowing(): Promise<void> {
  const product = await startProduct({ simulator: { scale: SCALE, latencyMs: LATENCY_MS }, upstream: PACE });
  try {
    const [credentials] = product.simulator.credentials;
    if (credentials === undefined) throw new Error("The simulator has no credentials");
    const person = await signIn(product.url, { credentials });
    const { cookie } = person;
    await readOverview(product, { cookie });
    const { store } = product.simulator;
    const { projects, plans } = SCALE.portfolio;
    const projectIds = store.projects().flatMap(({ id }) => (store.plansOf(id).length === plans ? id : []));
    if (projectIds.length < projects) throw new Error("The world has too few such projects");
    const rows: Record<string, string | number>[] = [];
    for (const count of ON_SCREEN) {
      const hearing = await hearChanges(person, STREAM);
      const onScreen = projectIds.slice(0, count);
      await person.client.call(endpoints.watchProjects, { body: { stream: STREAM, projectIds: onScreen } });
      const startedAtMs = product.simulator.clock.now();
      await untilLookedAt(product, onScreen);
      const delaysMs: number[] = [];
      for (let index = 0; index < CHANGES; index += 1) {
        const projectId = onScreen[(index * 7) % count] ?? "";
        // Right after the look that told of the last one: the next one is as far away as can be.
        const told = hearing.next(projectId);
        const changedAt = performance.now();
        changeItem(product, { projectId, index });
        await Promise.race([told, sleep(GIVE_UP_MS, undefined, { ref: false })]);
        delaysMs.push(performance.now() - changedAt);
      }
      hearing.close();
      delaysMs.sort((left, right) => left - right);
      rows.push({
        "projects on screen": count,
        "told after, median ms": Math.round(delaysMs[Math.floor(CHANGES / 2)] ?? Number.NaN),
        "at most, ms": Math.round(delaysMs.at(-1) ?? Number.NaN),
        "most calls in 1 s": seenSince(product.simulator, startedAtMs).mostInASecond,
      });
    }
    const pace = `${LATENCY_MS} ms an answer, ${PACE.callsPerSecond} calls a second`;
    printTable(`Changes made in CodeArts, until an open page is told; ${projects} projects, ${pace}`, rows);
  } finally {
    await product.close();
  }
}

/** Until each project was asked for once more: what comes from now on is a change. */
function untilLookedAt({ simulator }: Product, projectIds: readonly string[]): Promise<void> {
  const left = new Set(projectIds);
  return new Promise((resolve) => {
    const leave = simulator.ledger.onReceived(({ path }) => {
      for (const projectId of left) if (path.includes(projectId)) left.delete(projectId);
      if (left.size > 0) return;
      leave();
      resolve();
    });
  });
}

function changeItem({ simulator }: Product, { projectId, index }: { projectId: string; index: number }): void {
  const { store, clock, editAsSomeoneElse } = simulator;
  const planned = store.plansOf(projectId).flatMap(({ itemIds }) => [...itemIds]);
  // The made-up world tells changes of later today; CodeArts' own clock goes forward only.
  const item = planned.flatMap((id) => store.scrumItem(id) ?? []).find(({ updatedAt }) => updatedAt <= clock.now());
  if (item === undefined) throw new Error("The project has no planned items");
  editAsSomeoneElse({ itemId: String(item.id), fields: { done_ratio: (item.doneRatio + 7 + index) % 100 } });
}
