import { setMaxListeners } from "node:events";
import {
  type CodeArtsErrorKind,
  createCodeArtsClient,
  type Fetch,
  isCodeArtsError,
  type NarrowRead,
  operationNameOf,
  operationOf,
} from "@gantry/codearts-client";
import { LRUCache } from "lru-cache";
import { AppError } from "../app-error.ts";
import type { Clock } from "../clock.ts";
import type { Metrics } from "../metrics.ts";
import type { Random } from "../random.ts";
import type { Session } from "../session/session.ts";
import type { SessionStore } from "../session/session-store.ts";
import { toCacheKey } from "./cache-key.ts";
import { createArrivals } from "./arrivals.ts";
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
import { createLead } from "./lead.ts";
import { createLearned } from "./learned.ts";
import { retryRead, retryUnseenWrite } from "./retry.ts";
import { createRetryBudget } from "./retry-budget.ts";
import type { ServiceToken } from "./service-token.ts";
import { createSharedReads } from "./shared-reads.ts";
import type { Turn, Turns } from "./turns.ts";
import { createUpstreamPace, type UpstreamPace } from "./upstream-pace.ts";

export type UpstreamPool = {
  /**
   * CodeArts as the person of a session sees it; also for jobs, with a session from `sessions.findByOwner`.
   * @param options.job whose calls these are (a change set's id): they go after people's, and small jobs' before large
   */
  for: (session: Session, options?: { job?: string | null }) => Upstream;
  pace: UpstreamPace;
};

export type UpstreamPoolOptions = {
  fetch: Fetch;
  endpoint: string;
  /** Who may send when: calls at once, and a second. */
  turns: Turns;
  sessions: SessionStore;
  /** In service mode, the one token that makes every call. */
  serviceToken: ServiceToken | null;
  clock: Clock;
  random: Random;
  metrics: Metrics;
};

const MAX_SESSIONS = 1000;
/** The calls of everybody's pages that fill by themselves; one job among the others. */
const BACKGROUND_JOB = "background";

/** CodeArts asks to be called less. */
const SLOW_DOWN: ReadonlySet<CodeArtsErrorKind> = new Set(["too-often", "busy"]);

/** What no write of ours changes, so that a job's thousand writes do not make everybody look it up a thousand times. */
const UNTOUCHED_BY_WRITES: ReadonlySet<CallName> = new Set([
  "listProjects",
  "showProject",
  "listMembers",
  "listStatuses",
  "listSprints",
  "listIpdProjects",
  "listIpdUsers",
  "listIpdStatuses",
  "listIpdFields",
  "listIpdTags",
  "listIpdPlans",
]);

export function createUpstreamPool(options: UpstreamPoolOptions): UpstreamPool {
  const { clock, random, metrics, sessions, serviceToken } = options;
  const { turns } = options;
  const lead = createLead(clock);
  const limit = createCallLimit({ turns, clock, leadMs: lead.ms });
  const learned = createLearned();
  const pace = createUpstreamPace({ turns, limit, learned });
  const arrivalOf = createArrivals();
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

  /** One try, in its turn. The token is read then, so that a session that ended meanwhile sends nothing more. */
  const send = (
    { method, args, job, beforeSend }: Call,
    given: { token: () => Promise<string>; signal: AbortSignal },
  ): Promise<unknown> => {
    const operation = operationNameOf(method);
    const sendNow = async (turn: Turn) => {
      const turnAt = clock.now();
      metrics.setGauge("gantry_upstream_queued", limit.queued());
      const { endpoint } = options;
      const token = await given.token();
      if (beforeSend !== undefined) await lead.measure(beforeSend);
      // On a busy loop a timer may be early.
      while (turn.dueAt > clock.now()) await clock.wait(turn.dueAt - clock.now(), given.signal);
      const sentAt = clock.now();
      // The answer's head tells it; reading and checking a large page takes its time.
      const fetch: Fetch = async (url, init) => {
        const response = await options.fetch(url, init);
        turn.noteArrival(arrivalOf({ sentAt, answeredAt: clock.now() }));
        return response;
      };
      const client = createCodeArtsClient({ fetch, endpoint, token: () => token, nowMs: clock.now });
      const note = (outcome: string) => {
        metrics.count("gantry_upstream_calls_total", { operation, outcome });
        metrics.observeMs("gantry_upstream_call_duration_ms", { operation }, { durationMs: clock.now() - sentAt });
      };
      try {
        const answer = await toMethod(client[method])(args, { signal: given.signal });
        note("ok");
        pace.noteCall(operation, clock.now() - turnAt);
        return answer;
      } catch (error) {
        note(isCodeArtsError(error) ? error.kind : "unforeseen");
        if (isCodeArtsError(error) && SLOW_DOWN.has(error.kind)) {
          turns.noteRefusal({ sentAt, retryAfterMs: error.retryAfterMs, underWay: limit.underWay() });
          pace.noteHeld();
        }
        given.signal.throwIfAborted();
        throw error;
      }
    };
    const isRead = operationOf(operation).effect === "read";
    return limit.run(sendNow, { signal: given.signal, job, isRead });
  };

  /** As `send`, with what follows when CodeArts does not take the token. */
  const sendAs = async (session: Session, call: Call, signal: AbortSignal): Promise<unknown> => {
    let used = "";
    const token = async () => {
      used = await readToken(session, signal);
      return used;
    };
    try {
      return await send(call, { signal, token });
    } catch (error) {
      if (!isCodeArtsError(error) || error.kind !== "auth") throw error;
      if (serviceToken !== null) {
        serviceToken.forget(used);
        return send(call, { signal, token });
      }
      // The password is not kept, so there is no other token to be had.
      await sessions.end(session.id, { reason: "token-refused", requestId: null });
      throw new AppError("session.required", "CodeArts no longer takes your sign-in; sign in again", { cause: error });
    }
  };

  const upstreamFor: UpstreamPool["for"] = (session, { job = null } = {}) => {
    const toIdentity = (method?: CallName): Identity => {
      const isSettled = method !== undefined && UNTOUCHED_BY_WRITES.has(method);
      return {
        userId: session.userId,
        domainId: session.domainId,
        generation: `${session.id}.${isSettled ? "" : (writes.get(session.id) ?? 0)}`,
      };
    };
    const tools = { clock, random, budget };
    return {
      identity: toIdentity(),
      learned,
      inBackground: () => upstreamFor(session, { job: BACKGROUND_JOB }),
      read: async <Name extends ReadName | NarrowRead>(
        method: Name,
        args: CallArgs<Name>,
        { signal, freshForMs = 0, alone = false }: ReadOptions,
      ) => {
        expectManyListeners(signal);
        const call = { method, args, job };
        const ask = (askSignal: AbortSignal) =>
          retryRead(() => sendAs(session, call, askSignal), { ...tools, signal: askSignal });
        if (alone) return asAnswer<Name>(await ask(signal));
        const key = toCacheKey(toIdentity(method), call);
        const { answer, how } = await shared.read(key, { signal, freshForMs, ask });
        if (how !== "asked") metrics.count("gantry_upstream_shared_total", { operation: operationNameOf(method), how });
        return asAnswer<Name>(answer);
      },
      write: async <Name extends WriteName>(
        operation: Name,
        args: CallArgs<Name>,
        { signal, ...options }: WriteOptions,
      ) => {
        expectManyListeners(signal);
        const countWrite = () => void writes.set(session.id, (writes.get(session.id) ?? 0) + 1);
        countWrite();
        try {
          const call = { method: operation, args, job, ...options };
          return asAnswer<Name>(await retryUnseenWrite(() => sendAs(session, call, signal), { ...tools, signal }));
        } finally {
          countWrite();
        }
      },
    };
  };
  return { pace, for: upstreamFor };
}

type Call = { method: CallName; args: unknown; job: string | null; beforeSend?: () => Promise<void> };

/** One request's signal may stand behind dozens of reads at once; Node would warn of a leak at eleven. */
function expectManyListeners(signal: AbortSignal): void {
  setMaxListeners(0, signal);
}

/** Every method of the client has this form; what it is given was typed by that name. */
function toMethod(method: unknown): (args: unknown, options: { signal: AbortSignal }) => Promise<unknown> {
  return method as (args: unknown, options: { signal: AbortSignal }) => Promise<unknown>;
}

/** The client's method of this name gave it, and parsed it. */
function asAnswer<Name extends CallName>(answer: unknown): CallAnswer<Name> {
  return answer as CallAnswer<Name>;
}
