import type { EpochMs } from "@gantry/api-contract";
import type { IssueRecord } from "@gantry/codearts-contract";
import { LRUCache } from "lru-cache";
import type { Identity } from "../../upstream/gateway.ts";

/** After so long a block is read whole again, for what was told late. */
const FRESH_MS = 10 * 60_000;
/** Records of everybody, some 300 bytes each. */
const MAX_RECORDS = 100_000;

type BlockOf = { identity: Identity; projectId: string; fromMs: EpochMs };
type Block = {
  records: ReadonlyMap<string, IssueRecord>;
  /** When it was last read whole. */
  readAt: EpochMs;
  /** It was over when that began: nothing is added to it. */
  isPast: boolean;
};

/** Change records as one person's own token was told of them within the last minutes. Nobody else is given them. */
export type RecordBook = {
  find: (of: BlockOf, now: EpochMs) => Block | null;
  keep: (of: BlockOf, block: Block) => void;
};

export function createRecordBook(): RecordBook {
  const kept = new LRUCache<string, Block>({
    maxSize: MAX_RECORDS,
    sizeCalculation: ({ records }) => 1 + records.size,
  });
  return {
    find: (of, now) => {
      const found = kept.get(keyOf(of));
      return found === undefined || now - found.readAt >= FRESH_MS ? null : found;
    },
    keep: (of, block) => void kept.set(keyOf(of), block),
  };
}

function keyOf({ identity: { domainId, userId }, projectId, fromMs }: BlockOf): string {
  return JSON.stringify([domainId, userId, projectId, fromMs]);
}
