import type { Clock } from "../../clock.ts";
import type { Upstream } from "../../upstream/gateway.ts";

const SECOND_MS = 1_000;
/** How soon it is looked again for a place, where all calls are still under way. */
const LOOK_AGAIN_MS = 50;

/** The part of all calls that looking for others' changes may take. */
export type LookShare = {
  /** Null where no call could leave now. */
  take: () => LookPlace | null;
  /** How long until one may leave, as far as that is known. */
  untilRoomMs: () => number;
  /** Calls that another process makes now. */
  noteOthers: (calls: number) => void;
};

export type LookPlace = {
  /** The same upstream: its first read goes from this place, each further one waits for a place of its own. */
  within: (upstream: Upstream) => Upstream;
  /** Frees it, if nothing was read from it. */
  giveBack: () => void;
};

type Place = { freeAt: number };

/**
 * At most `perSecond()` calls arrive at CodeArts in any second: each holds its place until a second after its answer,
 * however long it waited for its turn, so two calls from one place never arrive within a second of each other.
 */
export function createLookShare({ clock, perSecond }: { clock: Clock; perSecond: () => number }): LookShare {
  let places: Place[] = [];
  let waiting = 0;
  const held = () => {
    const now = clock.now();
    places = places.filter(({ freeAt }) => freeAt > now);
    return places.length;
  };
  const untilRoomMs = () => {
    if (waiting === 0 && held() < perSecond()) return 0;
    const soonest = Math.min(...places.map(({ freeAt }) => freeAt)) - clock.now();
    return Number.isFinite(soonest) ? Math.max(1, soonest) : LOOK_AGAIN_MS;
  };
  const open = (): Place => {
    const place = { freeAt: Number.POSITIVE_INFINITY };
    places.push(place);
    return place;
  };

  const enter = async (signal: AbortSignal): Promise<Place> => {
    waiting += 1;
    try {
      while (held() >= perSecond()) await clock.wait(untilRoomMs(), signal, { isRound: true });
    } finally {
      waiting -= 1;
    }
    signal.throwIfAborted();
    return open();
  };

  return {
    untilRoomMs,
    take: () => {
      if (untilRoomMs() > 0) return null;
      const first = open();
      let isUsed = false;
      return {
        within: (upstream) => ({
          ...upstream,
          read: async (operation, args, options) => {
            const place = isUsed ? await enter(options.signal) : first;
            isUsed = true;
            try {
              return await upstream.read(operation, args, options);
            } finally {
              place.freeAt = clock.now() + SECOND_MS;
            }
          },
        }),
        giveBack: () => {
          if (!isUsed) first.freeAt = 0;
        },
      };
    },
    noteOthers: (calls) => {
      const freeAt = clock.now() + SECOND_MS;
      for (let call = 0; call < calls; call += 1) places.push({ freeAt });
    },
  };
}
