import { splitTarget } from "./call-parts.ts";
import { createClock } from "./clock.ts";
import { REFUSALS } from "./errors.ts";
import type { Exchange, IncomingCall } from "./exchange.ts";
import { createFetch } from "./fetch.ts";
import { createParts, type Parts } from "./parts.ts";
import { createRouter } from "./router.ts";
import { iamRoutes } from "./routes/iam.ts";
import { ipdIssueRoutes } from "./routes/ipd-issues.ts";
import { ipdLookupRoutes } from "./routes/ipd-lookups.ts";
import { v2Routes } from "./routes/v2-workitems.ts";
import { v3PlanItemRoutes } from "./routes/v3-plan-items.ts";
import { v3PlanRoutes } from "./routes/v3-plans.ts";
import { v4IssueRoutes } from "./routes/v4-issues.ts";
import { v4ProjectRoutes } from "./routes/v4-projects.ts";
import { v4RecordRoutes } from "./routes/v4-records.ts";
import { editItem } from "./edit-item.ts";
import { serve } from "./serve.ts";
import type { Credentials, Simulator, SimulatorOptions } from "./types.ts";
import { waitFor, waitForAbort } from "./wait.ts";
import { worldOf } from "./world/kept-world.ts";
import { SIGN_INS } from "./world/people.ts";
import type { World } from "./world/world-types.ts";

const findRoute = createRouter([
  ...iamRoutes,
  ...v4ProjectRoutes,
  ...v4RecordRoutes,
  ...v4IssueRoutes,
  ...v3PlanRoutes,
  ...v3PlanItemRoutes,
  ...v2Routes,
  ...ipdIssueRoutes,
  ...ipdLookupRoutes,
]);

function credentialsOf(world: World): Credentials[] {
  return world.people.flatMap(({ domain, userName, password, userId, userNumber }) =>
    password === undefined
      ? []
      : { account: domain.name, userName, password, userId, userNumber, about: SIGN_INS[userName] ?? "" },
  );
}

/** CodeArts Req and IAM in memory: stateful, seeded, with a clock, a ledger and a dial of faults. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const clock = createClock(options.clock);
  const world = worldOf({
    seed: options.seed ?? 1,
    scale: options.scale ?? "demo",
    today: options.today ?? clock.today(),
  });
  let parts: Parts = createParts(options, { world, clock });

  const exchange = async (call: IncomingCall): Promise<Exchange> => {
    const now = clock.now();
    const { path } = splitTarget(call.target);
    const match = findRoute(call.method, path);
    const number = parts.nextRequestNumber();
    const requestId = number.toString(16).padStart(32, "0");
    const userId = parts.tokens.find(call.headers["x-auth-token"] ?? "")?.userId ?? null;
    const operation = match?.route.operation ?? "unknown";
    const received = parts.ledger.receive({ at: now, requestId, operation, method: call.method, path, userId });
    const { actions, released } = parts.faults.firedBy({
      operation,
      method: call.method,
      path,
      body: call.body,
      userId,
    });
    const delayMs = actions.reduce(
      (sum, action) => sum + (action.kind === "delay" ? action.ms : 0),
      options.latencyMs ?? 0,
    );
    // Given up by the caller before any work: nothing will be sent.
    if (delayMs > 0 || released !== null) received.status = 0;
    if (delayMs > 0) await waitFor(delayMs, call.signal);
    if (released !== null) await Promise.race([released, waitForAbort(call.signal)]);
    const result: Exchange =
      match === null
        ? { kind: "answer", answer: REFUSALS.notPublished().answer }
        : serve(parts, { at: { call, match, requestId, now: clock.now(), actions }, rate: options.rate });
    received.status = result.kind === "answer" ? result.answer.status : 0;
    if (result.kind !== "answer") return result;
    return {
      kind: "answer",
      answer: { ...result.answer, headers: { ...result.answer.headers, "x-request-id": requestId } },
    };
  };

  return {
    exchange,
    fetch: createFetch(exchange),
    ledger: {
      all: () => parts.ledger.all(),
      timesApplied: (itemId, only) => parts.ledger.timesApplied(itemId, only),
      calls: (operation) => parts.ledger.calls(operation),
      received: () => parts.ledger.received(),
      onReceived: (hear) => parts.ledger.onReceived(hear),
    },
    faults: {
      add: (rule) => parts.faults.add(rule),
      clear: () => parts.faults.clear(),
      list: () => parts.faults.list(),
    },
    get store() {
      return parts.store;
    },
    world,
    clock,
    credentials: credentialsOf(world),
    expireTokens: ({ userId } = {}) => parts.tokens.expire((token) => userId === undefined || token.userId === userId),
    editAsSomeoneElse: (edit) => editItem(parts, { ...edit, now: clock.now(), requestId: "elsewhere" }),
    reset: () => {
      parts = createParts(options, { world, clock });
    },
  };
}
