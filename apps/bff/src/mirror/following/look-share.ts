import type { Clock } from "../../clock.ts";
import type { Upstream } from "../../upstream/gateway.ts";

const SECOND_MS = 1_000;
/** How soon it is looked again for a place, where all calls are still under way. */
const LOOK_AGAIN_MS = 50;

/** One look: its calls, and whether what it looks at is on somebody's screen. */
type LookClaim = { calls: number; isWatched: boolean };

/** The part of all calls that looking for others' changes may take. */
export type LookShare = {
  /**
   * Places for all calls of a look, or null where they could not leave now.
   * @param options.watchedCalls so many does one look at each project on a screen take: the others leave room for these
   * @param options.hasOthers whether there are others: they keep one place
   */
  take: (claim: LookClaim, options: { watchedCalls: number; hasOthers: boolean }) => LookPlaces | null;
  /** How long until a place is free, as far as that is known. */
  untilRoomMs: () => number;
  /** Calls that another process makes now. */
  noteOthers: (calls: number) => void;
};

export type LookPlaces = {
  /** The same upstream: each read goes from one of these places, and where there are none left waits for another. */
  within: (upstream: Upstream) => Upstream;
  /** Frees those from which nothing was read. */
  giveBack: () => void;
};

type Place = { freeAt: number; isWatched: boolean };

/**
 * At most `perSecond()` calls arrive at CodeArts in any second: each holds its place until a second after its answer,
 * however long it waited for its turn, so two calls from one place never arrive within a second of each other.
 */
export function createLookShare({ clock, perSecond }: { clock: Clock; perSecond: () => number }): LookShare {
  let places: Place[] = [];
  let waiting = 0;
  /** When the others may begin a look of more calls than they have places. */
  let largeAt = 0;
  const held = () => {
    const now = clock.now();
    places = places.filter(({ freeAt }) => freeAt > now);
    return places.length;
  };
  const untilRoomMs = () => {
    const soonest = Math.min(...places.map(({ freeAt }) => freeAt)) - clock.now();
    return Number.isFinite(soonest) ? Math.max(1, soonest) : LOOK_AGAIN_MS;
  };
  const open = (isWatched: boolean): Place => {
    const place = { freeAt: Number.POSITIVE_INFINITY, isWatched };
    places.push(place);
    return place;
  };

  const enter = async (isWatched: boolean, signal: AbortSignal): Promise<Place> => {
    waiting += 1;
    try {
      while (held() >= perSecond()) await clock.wait(untilRoomMs(), signal, { isRound: true });
    } finally {
      waiting -= 1;
    }
    signal.throwIfAborted();
    return open(isWatched);
  };

  const fits = (
    { calls, isWatched }: LookClaim,
    { watchedCalls, hasOthers }: { watchedCalls: number; hasOthers: boolean },
  ): boolean => {
    const limit = perSecond();
    const all = held();
    // A look of more calls than there are places at all begins with those.
    if (waiting > 0 || (all > 0 && all + calls > limit)) return false;
    const others = places.filter((place) => !place.isWatched).length;
    if (isWatched) return !hasOthers || others > 0 || limit === 1 || all + calls < limit || all === 0;
    const room = Math.max(1, limit - watchedCalls);
    if (others + calls <= room) return true;
    if (others > 0 || clock.now() < largeAt) return false;
    largeAt = clock.now() + (calls / room) * SECOND_MS;
    return true;
  };

  return {
    untilRoomMs,
    take: (claim, options) => {
      if (!fits(claim, options)) return null;
      const { calls, isWatched } = claim;
      const own = Array.from({ length: Math.min(calls, perSecond()) }, () => open(isWatched));
      return {
        within: (upstream) => ({
          ...upstream,
          read: async (operation, args, options) => {
            const place = own.shift() ?? (await enter(isWatched, options.signal));
            try {
              return await upstream.read(operation, args, options);
            } finally {
              place.freeAt = clock.now() + SECOND_MS;
            }
          },
        }),
        giveBack: () => {
          for (const place of own.splice(0)) place.freeAt = 0;
        },
      };
    },
    noteOthers: (calls) => {
      const freeAt = clock.now() + SECOND_MS;
      for (let call = 0; call < calls; call += 1) places.push({ freeAt, isWatched: true });
    },
  };
}
