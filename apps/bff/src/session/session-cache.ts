import { LRUCache } from "lru-cache";
import type { Channel } from "../database/store.ts";
import type { Session } from "./session.ts";

/** Sessions and unsealed tokens kept in memory; tokens may have 32 KB each. */
const MAX_CACHED = 500;
/** Ends that a read which was already under way must still hear of. */
const MAX_ENDS = 10_000;

export type SessionCache = {
  findSession: (secretHash: string) => Session | undefined;
  findToken: (sessionId: string) => string | undefined;
  /** Taken before a row is read: what is found is kept only if nothing was missed since. */
  mark: () => CacheMark;
  /** The session ended, here or on another replica; nothing of it is kept any more. */
  drop: (sessionId: string) => void;
  hasEnded: (sessionId: string) => boolean;
};

type CacheMark = {
  keepSession: (secretHash: string, session: Session) => void;
  keepToken: (sessionId: string, token: string) => void;
};

/** Holds nothing that a sign-out on another replica may have ended: while its news may be missed, all is read anew. */
export function createSessionCache(channel: Pick<Channel, "onGap" | "isWhole">): SessionCache {
  const sessions = new LRUCache<string, Session>({ max: MAX_CACHED });
  const tokens = new LRUCache<string, string>({ max: MAX_CACHED });
  const ended = new LRUCache<string, true>({ max: MAX_ENDS });
  let gaps = 0;
  channel.onGap(() => {
    gaps += 1;
    sessions.clear();
    tokens.clear();
  });
  return {
    findSession: (secretHash) => (channel.isWhole() ? sessions.get(secretHash) : undefined),
    findToken: (sessionId) => (channel.isWhole() ? tokens.get(sessionId) : undefined),
    hasEnded: (sessionId) => ended.has(sessionId),
    drop: (sessionId) => {
      ended.set(sessionId, true);
      tokens.delete(sessionId);
      for (const [secretHash, session] of sessions) if (session.id === sessionId) sessions.delete(secretHash);
    },
    mark: () => {
      const gapsBefore = gaps;
      const mayKeep = (sessionId: string) => gaps === gapsBefore && channel.isWhole() && !ended.has(sessionId);
      return {
        keepSession: (secretHash, session) => {
          if (mayKeep(session.id)) sessions.set(secretHash, session);
        },
        keepToken: (sessionId, token) => {
          if (mayKeep(sessionId)) tokens.set(sessionId, token);
        },
      };
    },
  };
}
