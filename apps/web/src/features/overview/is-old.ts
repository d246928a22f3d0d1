import type { EpochMs } from "@gantry/api-contract";

const OLD_FROM_MS = 300_000;

/** Whether what was read then is worth a second look now. */
export function isOld(readAt: EpochMs | null, now: EpochMs): boolean {
  return readAt !== null && now - readAt > OLD_FROM_MS;
}
