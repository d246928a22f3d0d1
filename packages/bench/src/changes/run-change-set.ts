import { endpoints, type Preview, type Proposal } from "@gantry/api-contract";
import type { SignedIn } from "../client.ts";
import type { BenchWorld } from "./bench-world.ts";
import { seenSince } from "./windows.ts";

/** A proposal whose preview is agreed to as it is. */
export type Wish = Extract<Proposal, { kind: "link" | "edit" }>;

/** One change set from its preview to its last outcome, and what CodeArts saw of the job itself. */
export type Run = {
  applied: number;
  previewMs: number;
  createMs: number;
  /** From the job's creation to its end. */
  jobMs: number;
  estimateMs: number;
  foreseenReads: number;
};

export function previewOf({ client }: SignedIn, wish: Wish): Promise<Preview> {
  return client.call(endpoints.previewChangeSet, { body: wish });
}

export async function startJob(
  { client }: SignedIn,
  { wish, preview }: { wish: Wish; preview: Preview },
): Promise<string> {
  const { id } = await client.call(endpoints.createChangeSet, {
    body: {
      origin: wish.kind,
      projectId: wish.projectId,
      planId: wish.planId,
      changes: preview.changes.map(({ itemId, field, from, to }) => ({ itemId, field, from, to })),
    },
    idempotencyKey: crypto.randomUUID(),
  });
  return id;
}

const LOOK_MS = 20;

/** Follows a change set by its own reads, which cost no upstream call; returns how many changes were applied. */
export async function waitForEnd({ client }: SignedIn, id: string): Promise<number> {
  for (;;) {
    const { changeSet } = await client.call(endpoints.readChangeSet, { params: { id }, query: { limit: "1" } });
    if (changeSet.state === "finished") return changeSet.counts.applied ?? 0;
    await sleep(LOOK_MS);
  }
}

function sleep(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, delayMs);
  });
}

/** Runs change sets side by side, one at each replica, and tells what CodeArts saw from the first create on. */
export async function runAtReplicas(
  world: BenchWorld,
  wishes: readonly Wish[],
): Promise<{ runs: Run[]; jobMs: number; seen: ReturnType<typeof seenSince> }> {
  const { simulator } = world.product;
  const previews = await Promise.all(
    wishes.map(async (wish, index) => {
      const person = world.people[index % world.people.length] ?? world.people[0];
      const startedAt = performance.now();
      const preview = await previewOf(person, wish);
      return { person, wish, preview, previewMs: performance.now() - startedAt };
    }),
  );
  // What the previews read is no part of the jobs, and must not stand in the first second of theirs.
  await sleep(1_100);
  const created = await Promise.all(
    previews.map(async ({ person, wish, preview, previewMs }) => {
      const startedAt = performance.now();
      const id = await startJob(person, { wish, preview });
      return { person, id, preview, previewMs, createMs: performance.now() - startedAt };
    }),
  );
  // The creating read all items too; what is measured is the job.
  const startedAtMs = simulator.clock.now();
  const startedAt = performance.now();
  const runs = await Promise.all(
    created.map(async ({ person, id, preview, previewMs, createMs }) => ({
      applied: await waitForEnd(person, id),
      previewMs,
      createMs,
      jobMs: performance.now() - startedAt,
      estimateMs: preview.estimateMs,
      foreseenReads: preview.upstreamReads,
    })),
  );
  return {
    runs,
    jobMs: Math.max(...runs.map(({ jobMs }) => jobMs)),
    seen: seenSince(simulator, startedAtMs),
  };
}
