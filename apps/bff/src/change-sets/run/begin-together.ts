import type { Lease } from "../ledger/lease.ts";
import { beginSends, type Begun } from "../ledger/send.ts";

/** Calls whose intents one commit holds; the rows of the audit log that they add must fit in a statement. */
const MOST_TOGETHER = 50;

type Waiting = { begun: Begun; settle: (mayLeave: boolean) => void; fail: (error: unknown) => void };

/**
 * Commits intents one after another, and together what came meanwhile: a fast job would wait for its own commits.
 * @returns as `beginSend` does, for each call
 */
export function createBeginTogether(lease: Lease): (begun: Begun) => Promise<boolean> {
  const waiting: Waiting[] = [];
  let isCommitting = false;

  const commitAll = async () => {
    isCommitting = true;
    while (waiting.length > 0) {
      const together = waiting.splice(0, MOST_TOGETHER);
      try {
        const mayLeave = await beginSends(
          lease,
          together.map(({ begun }) => begun),
        );
        for (const [index, { settle }] of together.entries()) settle(mayLeave[index] ?? false);
      } catch (error) {
        for (const { fail } of together) fail(error);
      }
    }
    isCommitting = false;
  };

  return (begun) =>
    new Promise((settle, fail) => {
      waiting.push({ begun, settle, fail });
      if (!isCommitting) void commitAll();
    });
}
