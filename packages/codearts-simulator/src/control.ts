import * as v from "valibot";
import { jsonAnswer } from "./errors.ts";
import type { Answer, IncomingCall } from "./exchange.ts";
import type { FaultRule } from "./faults/fault-types.ts";
import type { Simulator } from "./types.ts";

export const CONTROL_PREFIX = "/__simulator/";

const ruleSchema = v.custom<FaultRule>(
  (input) => typeof input === "object" && input !== null && "do" in input && typeof input.do === "object",
  "expected { when?, do: { kind } }",
);
const editSchema = v.object({
  itemId: v.string(),
  fields: v.record(v.string(), v.unknown()),
  userId: v.optional(v.string()),
});
const expireSchema = v.object({ userId: v.optional(v.string()) });
const advanceSchema = v.object({ ms: v.number() });

const done = () => jsonAnswer(200, { ok: true });

/** What a driver in another process may ask of the simulator; GET answers state, POST changes it. */
const CONTROLS: Record<string, (simulator: Simulator, input: unknown) => Answer> = {
  "GET ledger": ({ ledger }) => jsonAnswer(200, { entries: ledger.all() }),
  "GET received": ({ ledger }) => jsonAnswer(200, { calls: ledger.received() }),
  "GET faults": ({ faults }) => jsonAnswer(200, { rules: faults.list() }),
  "GET credentials": ({ credentials }) => jsonAnswer(200, { credentials }),
  "GET world": ({ store, clock }) =>
    jsonAnswer(200, {
      now: clock.now(),
      projects: store.projects().map(({ id, name, kind }) => ({
        id,
        name,
        kind,
        plans: store
          .plansOf(id)
          .map((plan) => ({ id: plan.id, name: plan.name, type: plan.type, items: plan.itemIds.size })),
      })),
    }),
  "POST faults": ({ faults }, input) => jsonAnswer(200, { id: faults.add(v.parse(ruleSchema, input)).id }),
  "POST faults/clear": ({ faults }) => {
    faults.clear();
    return done();
  },
  "POST expire-tokens": ({ expireTokens }, input) => {
    const { userId } = v.parse(expireSchema, input ?? {});
    return jsonAnswer(200, { expired: expireTokens(userId === undefined ? {} : { userId }) });
  },
  "POST reset": ({ reset }) => {
    reset();
    return done();
  },
  "POST advance-clock": ({ clock }, input) => {
    clock.advance(v.parse(advanceSchema, input).ms);
    return jsonAnswer(200, { now: clock.now() });
  },
  "POST edit-as-someone-else": ({ editAsSomeoneElse }, input) => {
    const { itemId, fields, userId } = v.parse(editSchema, input);
    editAsSomeoneElse({ itemId, fields, ...(userId === undefined ? {} : { userId }) });
    return done();
  },
};

/** Answers a call under `/__simulator/`; anything wrong with it is a 400 that says what. */
export function answerControl(simulator: Simulator, call: IncomingCall): Answer {
  const name = call.target.slice(CONTROL_PREFIX.length).split("?")[0];
  const control = CONTROLS[`${call.method} ${name}`];
  if (control === undefined)
    return jsonAnswer(404, { error: `No control ${call.method} ${name}`, controls: Object.keys(CONTROLS) });
  try {
    return control(simulator, call.body === "" ? undefined : JSON.parse(call.body));
  } catch (error) {
    return jsonAnswer(400, { error: error instanceof Error ? error.message : "bad request" });
  }
}
