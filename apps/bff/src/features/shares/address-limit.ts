import { LRUCache } from "lru-cache";
import { AppError } from "../../app-error.ts";
import type { Clock } from "../../clock.ts";

/** A page is two requests, a calendar one an hour; offices share an address. */
const MOST_A_MINUTE = 240;
const MINUTE_MS = 60_000;
/** Some 100 bytes each. */
const MAX_ADDRESSES = 20_000;

/** Bounds what one address asks of links, good ones and made-up ones alike. Throws `request.too_many`. */
export function createAddressLimit(clock: Clock): (clientAddress: string) => void {
  const windows = new LRUCache<string, { since: number; count: number }>({ max: MAX_ADDRESSES });
  return (clientAddress) => {
    const now = clock.now();
    const found = windows.get(clientAddress);
    const window = found === undefined || now - found.since >= MINUTE_MS ? { since: now, count: 0 } : found;
    window.count += 1;
    windows.set(clientAddress, window);
    if (window.count <= MOST_A_MINUTE) return;
    throw new AppError("request.too_many", "Too many openings of links from this address", {
      details: { retryAfterMs: window.since + MINUTE_MS - now },
    });
  };
}
