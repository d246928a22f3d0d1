import { type AddableItems, endpoints } from "@gantry/api-contract";
import { startProduct } from "@gantry/testkit/product";
import { type SignedIn, signIn } from "./client.ts";
import { printTable, ratio } from "./table.ts";

const ITEMS = 1_000;
const ITEMS_A_CALL = 100;
const LATENCY_MS = 50;

/**
 * From "Add to plan" to the last outcome read back, for 1,000 items, beside the least that CodeArts allows: ten link
 * calls one after another and nothing else.
 */
export async function benchLinkItems(): Promise<void> {
  const product = await startProduct({
    simulator: { latencyMs: LATENCY_MS },
    upstream: { concurrency: 5, callsPerSecond: 1_000 },
  });
  try {
    const [credentials] = product.simulator.credentials;
    if (credentials === undefined) throw new Error("The simulator has no credentials");
    const session = await signIn(product.url, { credentials });
    const { projectId, planId, itemIds } = await findBacklog(session);

    const callsBefore = product.simulator.ledger.received().length;
    const startedAt = performance.now();
    const preview = await session.client.call(endpoints.previewChangeSet, {
      body: { kind: "link", projectId, planId, itemIds },
    });
    const previewedAt = performance.now();
    const { id } = await session.client.call(endpoints.createChangeSet, {
      body: {
        origin: "link",
        projectId,
        planId,
        changes: preview.changes.map(({ itemId, field, from, to }) => ({ itemId, field, from, to })),
      },
      idempotencyKey: crypto.randomUUID(),
    });
    const applied = await waitForEnd(session, id);
    const endedAt = performance.now();
    const calls = product.simulator.ledger.received().length - callsBefore;
    const linkCalls = product.simulator.ledger.calls("linkIssues");

    const leastCalls = ITEMS / ITEMS_A_CALL;
    const leastMs = leastCalls * LATENCY_MS;
    printTable(`Link ${ITEMS} items, upstream answers after ${LATENCY_MS} ms`, [
      { measure: "write calls", gantry: linkCalls, least: leastCalls, ratio: ratio(linkCalls, leastCalls) },
      {
        measure: "all calls (with reads before and after)",
        gantry: calls,
        least: leastCalls,
        ratio: ratio(calls, leastCalls),
      },
      { measure: "preview, ms", gantry: Math.round(previewedAt - startedAt), least: "", ratio: "" },
      {
        measure: "apply until confirmed, ms",
        gantry: Math.round(endedAt - previewedAt),
        least: leastMs,
        ratio: ratio(endedAt - previewedAt, leastMs),
      },
      { measure: "items applied", gantry: applied, least: ITEMS, ratio: ratio(applied, ITEMS) },
    ]);
  } finally {
    await product.close();
  }
}

async function findBacklog({ client }: SignedIn): Promise<{ projectId: string; planId: string; itemIds: string[] }> {
  const { items: projects } = await client.call(endpoints.listProjects, {});
  for (const project of projects.filter(({ kind }) => kind === "scrum")) {
    const params = { projectId: project.id };
    const { items: plans } = await client.call(endpoints.listPlans, { params, query: { type: "gantt" } });
    for (const plan of plans) {
      const itemIds: string[] = [];
      for (let cursor: string | undefined = "0"; cursor !== undefined && itemIds.length < ITEMS;) {
        const page: AddableItems = await client.call(endpoints.listAddableItems, {
          params: { ...params, planId: plan.id },
          query: { limit: "500", cursor },
        });
        itemIds.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      if (itemIds.length >= ITEMS) return { ...params, planId: plan.id, itemIds: itemIds.slice(0, ITEMS) };
    }
  }
  throw new Error(`No plan has ${ITEMS} addable items`);
}

/** Follows the change set by its own reads, which cost no upstream call; returns how many changes were applied. */
async function waitForEnd({ client }: SignedIn, id: string): Promise<number> {
  for (;;) {
    const { changeSet } = await client.call(endpoints.readChangeSet, { params: { id }, query: { limit: "1" } });
    if (changeSet.state === "finished") return changeSet.counts.applied ?? 0;
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}
