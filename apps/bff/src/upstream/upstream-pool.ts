import { setMaxListeners } from "node:events";
import { createCodeArtsClient, type Fetch, isCodeArtsError } from "@gantry/codearts-client";
import { LRUCache } from "lru-cache";
import { AppError } from "../app-error.ts";
import type { Clock } from "../clock.ts";
import type { Metrics } from "../metrics.ts";
import type { Random } from "../random.ts";
import type { Session } from "../session/session.ts";
import type { SessionStore } from "../session/session-store.ts";
import { toCacheKey } from "./cache-key.ts";
import { createCallLimit } from "./call-limit.ts";
import type {
  CallAnswer,
  CallArgs,
  CallName,
  Identity,
  ReadName,
  ReadOptions,
  Upstream,
  WriteName,
  WriteOptions,
} from "./gateway.ts";
import { retryRead, retryUnseenWrite } from "./retry.ts";
import { createRetryBudget } from "./retry-budget.ts";
import type { ServiceToken } from "./service-token.ts";
import { createSharedReads } from "./shared-reads.ts";

export type UpstreamPool = {
  /** CodeArts as the person of a session sees it; also for jobs, with a session from `sessions.findByOwner`. */
  for: (session: Session) => Upstream;
};

export type UpstreamPoolOptions = {
  fetch: Fetch;
  endpoint: string;
  concurrency: number;
  ratePerSecond: number;
  sessions: SessionStore;
  /** In service mode, the one token that makes every call. */
  serviceToken: ServiceToken | null;
  clock: Clock;
  random: Random;
  metrics: Metrics;
};

const MAX_SESSIONS = 1000;

export function createUpstreamPool(options: UpstreamPoolOptions): UpstreamPool {
  const { clock, random, metrics, sessions, serviceToken } = options;
  const limit = createCallLimit(options);
  const budget = createRetryBudget(clock);
  const shared = createSharedReads(clock);
  /** Writes that each session has made: what was read before one is no answer to what is asked after it. */
  const writes = new LRUCache<string, number>({ max: MAX_SESSIONS });

  const readToken = async (session: Session, signal: AbortSignal): Promise<string> => {
    if (serviceToken !== null) return serviceToken.read(signal);
    const token = await sessions.readToken(session.id);
    if (token === null) throw new AppError("session.required", "Your session has ended; sign in again");
    return token;
  };

  /** One try, in its turn. */
  const send = (
    { operation, args, beforeSend }: Call,
    given: { token: string; signal: AbortSignal },
  ): Promise<unknown> =>
    limit.run(given.signal, async () => {
      metrics.setGauge("gantry_upstream_queued", limit.queued());
      const { fetch, endpoint } = options;
      const client = createCodeArtsClient({ fetch, endpoint, token: () => given.token, nowMs: clock.now });
      await beforeSend?.();
      const startedAt = clock.now();
      const note = (outcome: string) => {
        metrics.count("gantry_upstream_calls_total", { operation, outcome });
        metrics.observeMs("gantry_upstream_call_duration_ms", { operation }, { durationMs: clock.now() - startedAt });
      };
      try {
        const answer = await toMethod(client[operation])(args, { signal: given.signal });
        note("ok");
        return answer;
      } catch (error) {
        note(isCodeArtsError(error) ? error.kind : "unforeseen");
        given.signal.throwIfAborted();
        throw error;
      }
    });

  /** As `send`, with what follows when CodeArts does not take the token. */
  const sendAs = async (session: Session, call: Call, signal: AbortSignal): Promise<unknown> => {
    const token = await readToken(session, signal);
    try {
      return await send(call, { signal, token });
    } catch (error) {
      if (!isCodeArtsError(error) || error.kind !== "auth") throw error;
      if (serviceToken !== null) {
        serviceToken.forget(token);
        return send(call, { signal, token: await serviceToken.read(signal) });
      }
      // The password is not kept, so there is no other token to be had.
      await sessions.end(session.id);
      throw new AppError("session.required", "CodeArts no longer takes your sign-in; sign in again", { cause: error });
    }
  };

  return {
    for: (session) => {
      const toIdentity = (): Identity => ({
        userId: session.userId,
        domainId: session.domainId,
        generation: `${session.id}.${writes.get(session.id) ?? 0}`,
      });
      const tools = { clock, random, budget };
      return {
        identity: toIdentity(),
        read: async <Name extends ReadName>(
          operation: Name,
          args: CallArgs<Name>,
          { signal, freshForMs = 0, alone = false }: ReadOptions,
        ) => {
          expectManyListeners(signal);
          const call = { operation, args };
          const ask = (askSignal: AbortSignal) =>
            retryRead(() => sendAs(session, call, askSignal), { ...tools, signal: askSignal });
          if (alone) return asAnswer<Name>(await ask(signal));
          const key = toCacheKey(toIdentity(), call);
          const { answer, how } = await shared.read(key, { signal, freshForMs, ask });
          if (how !== "asked") metrics.count("gantry_upstream_shared_total", { operation, how });
          return asAnswer<Name>(answer);
        },
        write: async <Name extends WriteName>(
          operation: Name,
          args: CallArgs<Name>,
          { signal, ...options }: WriteOptions,
        ) => {
          const countWrite = () => void writes.set(session.id, (writes.get(session.id) ?? 0) + 1);
          countWrite();
          try {
            const call = { operation, args, ...options };
            return asAnswer<Name>(await retryUnseenWrite(() => sendAs(session, call, signal), { ...tools, signal }));
          } finally {
            countWrite();
          }
        },
      };
    },
  };
}

type Call = { operation: CallName; args: unknown; beforeSend?: () => Promise<void> };

/** One request's signal may stand behind dozens of reads at once; Node would warn of a leak at eleven. */
function expectManyListeners(signal: AbortSignal): void {
  setMaxListeners(0, signal);
}

/** The client has each operation under its name with this form; what it is given was typed by that name. */
function toMethod(method: unknown): (args: unknown, options: { signal: AbortSignal }) => Promise<unknown> {
  return method as (args: unknown, options: { signal: AbortSignal }) => Promise<unknown>;
}

/** The client's method of this name gave it, and parsed it. */
function asAnswer<Name extends CallName>(answer: unknown): CallAnswer<Name> {
  return answer as CallAnswer<Name>;
}
