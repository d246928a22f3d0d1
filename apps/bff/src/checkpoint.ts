/**
 * Places, most of them in a job's way, at which it matters most what a crash leaves behind. Nothing happens there,
 * unless a test brings something that ends or halts the process.
 */
export type CheckpointName =
  | "before-intent"
  | "after-intent"
  | "answer-received"
  | "outcome-committed"
  | "reading-back"
  | "recovering"
  | "paused"
  | "resealing";

/** @param options.itemIds what is in hand there */
export type Checkpoint = (name: CheckpointName, options: { itemIds: readonly string[] }) => Promise<void>;

export const noCheckpoint: Checkpoint = () => Promise.resolve();
