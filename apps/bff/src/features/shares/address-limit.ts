import { LRUCache } from "lru-cache";
import { AppError } from "../../app-error.ts";
import type { Clock } from "../../clock.ts";

/** A page is two requests, a calendar one an hour; offices share an address. */
const MOST_A_MINUTE = 240;
/** Items that weigh as much as a request. */
const ITEMS_A_REQUEST = 1_000;
const MINUTE_MS = 60_000;
/** Some 100 bytes each. */
const MAX_ADDRESSES = 20_000;

export type AddressLimit = {
  /** Throws `request.too_many`. */
  ask: (clientAddress: string) => void;
  /** What is about to be sent weighs besides. Throws `request.too_many`. */
  send: (clientAddress: string, answer: { items: number }) => void;
};

/** Bounds what one address asks of links, good ones and made-up ones alike. */
export function createAddressLimit(clock: Pick<Clock, "now">): AddressLimit {
  const windows = new LRUCache<string, { since: number; count: number }>({ max: MAX_ADDRESSES });
  const weigh = (clientAddress: string, { weight }: { weight: number }) => {
    const now = clock.now();
    const found = windows.get(clientAddress);
    const window = found === undefined || now - found.since >= MINUTE_MS ? { since: now, count: 0 } : found;
    window.count += weight;
    windows.set(clientAddress, window);
    if (window.count <= MOST_A_MINUTE) return;
    throw new AppError("request.too_many", "Too many openings of links from this address", {
      details: { retryAfterMs: window.since + MINUTE_MS - now },
    });
  };
  return {
    ask: (clientAddress) => weigh(clientAddress, { weight: 1 }),
    send: (clientAddress, { items }) => weigh(clientAddress, { weight: items / ITEMS_A_REQUEST }),
  };
}
