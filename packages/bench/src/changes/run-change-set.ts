import { setTimeout as sleep } from "node:timers/promises";
import { endpoints, type Preview, type Proposal } from "@gantry/api-contract";
import type { SignedIn } from "../client.ts";
import type { BenchWorld } from "./bench-world.ts";
import { waitForEnd } from "./wait-for-end.ts";
import { type Seen, seenSince } from "./windows.ts";

/** A proposal whose preview is agreed to as it is. */
export type Wish = Extract<Proposal, { kind: "link" | "edit" }>;

/** Change sets side by side, one at each replica, and what CodeArts saw of them from the first creation on. */
type Run = {
  applied: number;
  /** From the first one's creation to the last one's end, by the product's own clock. */
  jobMs: number;
  /** What the previews foretold: the longest. */
  estimateMs: number;
  seen: Seen;
};

/** Anybody looks at a preview for longer; what it read must not stand in the first second of the job. */
const LOOK_MS = 1_500;

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

export async function runAtReplicas(world: BenchWorld, wishes: readonly Wish[]): Promise<Run> {
  const { simulator } = world.product;
  const previews = await Promise.all(
    wishes.map(async (wish, index) => {
      const person = world.people[index % world.people.length] ?? world.people[0];
      return { person, wish, preview: await previewOf(person, wish) };
    }),
  );
  await sleep(LOOK_MS);
  const startedAtMs = simulator.clock.now();
  const ended = await Promise.all(
    previews.map(async ({ person, wish, preview }) => waitForEnd(person, await startJob(person, { wish, preview }))),
  );
  return {
    applied: ended.reduce((sum, { counts }) => sum + (counts.applied ?? 0), 0),
    jobMs:
      Math.max(...ended.map(({ finishedAt }) => finishedAt ?? Number.NaN)) -
      Math.min(...ended.map(({ createdAt }) => createdAt)),
    estimateMs: Math.max(...previews.map(({ preview }) => preview.estimateMs)),
    seen: seenSince(simulator, startedAtMs),
  };
}
