import type { ChangeSetState } from "@gantry/api-contract";
import { renewLease, type LeaseKey } from "../ledger/lease.ts";
import type { Store } from "../../database/store.ts";
import type { JobTimes } from "./job-times.ts";

type KeptLease = {
  /** Aborts when others took the change set over. */
  lost: AbortSignal;
  /** Ends the signs of life. */
  stop: () => void;
};

/** What a person ordered by way of another process. */
const ORDERS: ReadonlySet<ChangeSetState> = new Set(["cancelling", "paused"]);

/**
 * Keeps a lease by signs of life, in real time. That one fails is no loss yet: every transaction proves the lease.
 * @param options.onOrder the change set was cancelled, paused or resumed, and the message of it may have been lost
 */
export function keepLease(
  store: Store,
  options: { key: LeaseKey; times: JobTimes; state: ChangeSetState; onOrder: () => void },
): KeptLease {
  const { key, times, onOrder } = options;
  const lost = new AbortController();
  let { state } = options;
  let isRenewing = false;

  const renew = async () => {
    const found = await renewLease(store, { key, leaseMs: times.leaseMs });
    if (found === null) {
      lost.abort(new Error("The lease was lost"));
      return;
    }
    const isOrdered = found !== state && (ORDERS.has(found) || state === "paused");
    state = found;
    if (isOrdered) onOrder();
  };

  const timer = setInterval(() => {
    if (isRenewing) return;
    isRenewing = true;
    renew()
      .catch(() => undefined)
      .finally(() => {
        isRenewing = false;
      });
  }, times.heartbeatMs);
  timer.unref();
  return { lost: lost.signal, stop: () => clearInterval(timer) };
}
