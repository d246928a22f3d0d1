import { authenticate, readBody, splitTarget } from "./call-parts.ts";
import type { Context, Route } from "./context.ts";
import { Refusal, REFUSALS } from "./errors.ts";
import type { Answer, Exchange, IncomingCall } from "./exchange.ts";
import { answerAfter, answerInstead } from "./faults/fault-answers.ts";
import type { FaultAction } from "./faults/fault-types.ts";
import type { Parts } from "./parts.ts";
import type { RouteMatch } from "./router.ts";
import type { RateLimit } from "./types.ts";
import type { Person } from "./world/world-types.ts";

const WRITES = new Set([
  "updateIssue",
  "batchEditIssues",
  "linkIssues",
  "createPlan",
  "renamePlan",
  "deletePlans",
  "batchUpdateIpdIssues",
]);

type Wanted<Kind extends FaultAction["kind"]> = Extract<FaultAction, { kind: Kind }>;

function findAction<Kind extends FaultAction["kind"]>(actions: FaultAction[], kind: Kind): Wanted<Kind> | undefined {
  return actions.find((action): action is Wanted<Kind> => action.kind === kind);
}

export type CallAtHand = {
  call: IncomingCall;
  match: RouteMatch;
  requestId: string;
  now: number;
  actions: FaultAction[];
};

/** Which items a partial failure takes: those named, or a share drawn once for each. */
function failingItems(actions: FaultAction[], parts: Parts): (itemId: string) => boolean {
  const partial = findAction(actions, "partial-failure");
  if (partial === undefined) return () => false;
  const drawn = new Map<string, boolean>();
  return (itemId) => {
    if (partial.itemIds !== undefined) return partial.itemIds.includes(itemId);
    const isFailing = drawn.get(itemId) ?? parts.random.chance(partial.share ?? 1);
    drawn.set(itemId, isFailing);
    return isFailing;
  };
}

function createContext(parts: Parts, { at, person }: { at: CallAtHand; person: Person | null }): Context {
  const { call, match, requestId, now } = at;
  return {
    params: match.params,
    query: splitTarget(call.target).query,
    body: readBody(call, match),
    requestId,
    now,
    caller: () => {
      if (person === null) throw REFUSALS.noAuthentication();
      return person;
    },
    store: parts.store,
    tokens: parts.tokens,
    guard: parts.guard,
    ipdPageLimit: parts.ipdPageLimit,
    recordRetentionDays: parts.recordRetentionDays,
    newId: () => parts.random.hex(32),
    record: (entry) =>
      parts.ledger.record({
        ...entry,
        at: now,
        operation: match.route.operation,
        userId: person?.userId ?? "",
        requestId,
      }),
    isFailing: failingItems(at.actions, parts),
  };
}

/** Runs a handler as one transaction: refused, or told to change nothing, it leaves no trace. */
function work(parts: Parts, { at, person, route }: { at: CallAtHand; person: Person | null; route: Route }): Answer {
  const mark = { journal: parts.journal.mark(), ledger: parts.ledger.mark() };
  const undo = () => {
    parts.journal.rollBack(mark.journal);
    parts.ledger.strikeAfter(mark.ledger);
  };
  const stale = findAction(at.actions, "stale-read");
  const run = () => route.handle(createContext(parts, { at, person }));
  try {
    if (stale !== undefined && !WRITES.has(route.operation)) {
      const before = stale.ageMs === undefined ? { writesBack: stale.writesBack ?? 1 } : { at: at.now - stale.ageMs };
      return parts.journal.readBefore(before, run);
    }
    const answer = parts.journal.transaction(run);
    if (findAction(at.actions, "nothing-changed") !== undefined) undo();
    return answer;
  } catch (error) {
    undo();
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

function throttle(parts: Parts, { rate, caller }: { rate: RateLimit | undefined; caller: string }): void {
  if (rate === undefined || parts.limiter === null || parts.limiter.take(caller)) return;
  throw rate.answer === "service" ? REFUSALS.calledTooOften() : REFUSALS.throttled(rate.callsPerSecond);
}

/** Answers one call: faults that come before the work, token, rate, the work, faults that come after it. */
export function serve(parts: Parts, { at, rate }: { at: CallAtHand; rate: RateLimit | undefined }): Exchange {
  const { call, match, actions } = at;
  const { path } = splitTarget(call.target);
  const tokenText = call.headers["x-auth-token"] ?? "";
  const expiring = findAction(actions, "expire-token");
  if (expiring !== undefined) parts.tokens.expire((token) => expiring.all === true || token.text === tokenText);
  for (const action of actions) {
    const instead = answerInstead(action, path);
    if (instead !== null) return instead;
  }
  try {
    const token = match.route.isOpen === true ? null : authenticate(call, parts.tokens);
    const person = token === null ? null : (parts.store.person(token.userId) ?? null);
    throttle(parts, { rate, caller: person?.userId ?? "anonymous" });
    const answer = work(parts, { at, person, route: match.route });
    const after = actions.map((action) => answerAfter(action, { answer, path, token: tokenText }));
    return (
      after.find((exchange) => exchange.kind !== "answer" || exchange.answer !== answer) ?? { kind: "answer", answer }
    );
  } catch (error) {
    if (error instanceof Refusal) return { kind: "answer", answer: error.answer };
    throw error;
  }
}
