import { operations } from "@gantry/codearts-client";

/** How the processes on one store take turns, in real time. */
export type JobTimes = {
  /** How long a change set stays with a process that tells nothing of itself. */
  leaseMs: number;
  /** Between two signs of life. */
  heartbeatMs: number;
  /** Between two looks for change sets that nobody works off. */
  lookMs: number;
  /** Longest way from a proven lease to the first byte of a call. */
  proofMs: number;
  /** When a send has been over for so long, counted from its intent, reading back tells what became of it. */
  sendEndsMs: number;
};

const PROOF_MS = 1_000;
/** What the service does with a call that we gave up. */
const AFTERMATH_MS = 1_000;

export const JOB_TIMES: JobTimes = {
  leaseMs: 8_000,
  heartbeatMs: 2_000,
  lookMs: 1_500,
  proofMs: PROOF_MS,
  sendEndsMs: PROOF_MS + operations.updateItem.deadlineMs + AFTERMATH_MS,
};
