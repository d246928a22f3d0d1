import type { FaultAction, FaultCondition, FaultDial, FaultRule } from "./fault-types.ts";

/** What a fault can be aimed at. */
type FaultTarget = { operation: string; method: string; path: string; body: string; userId: string | null };

export type MatchingDial = FaultDial & {
  /** What goes wrong with a call, and the end of every rule that holds it. */
  firedBy: (target: FaultTarget) => { actions: FaultAction[]; released: Promise<unknown> | null };
};

type ArmedRule = FaultRule & { id: number; met: number; fired: number; gone: AbortController };

/** The id as a whole number or string, not as a part of a longer one. */
function mentions(text: string, itemId: string): boolean {
  return new RegExp(`(?<![0-9A-Za-z])${itemId.replaceAll(/[^0-9A-Za-z]/g, "")}(?![0-9A-Za-z])`).test(text);
}

function meets(target: FaultTarget, when: FaultCondition): boolean {
  const operations = when.operation === undefined ? null : [when.operation].flat();
  return (
    (operations === null || operations.includes(target.operation)) &&
    (when.method === undefined || when.method.toUpperCase() === target.method) &&
    (when.path === undefined || new RegExp(when.path).test(target.path)) &&
    (when.userId === undefined || when.userId === target.userId) &&
    (when.itemId === undefined || mentions(target.path, when.itemId) || mentions(target.body, when.itemId))
  );
}

/** @param random 0–1, for rules with a probability */
export function createFaultDial(random: () => number): MatchingDial {
  let rules: ArmedRule[] = [];
  let nextId = 1;
  const fires = (rule: ArmedRule, target: FaultTarget): boolean => {
    const when = rule.when ?? {};
    if (!meets(target, when)) return false;
    if (when.times !== undefined && rule.fired >= when.times) return false;
    rule.met += 1;
    if (when.nth !== undefined && rule.met !== when.nth) return false;
    if (when.probability !== undefined && random() >= when.probability) return false;
    rule.fired += 1;
    return true;
  };
  return {
    add: (rule) => {
      const armed: ArmedRule = { ...rule, id: nextId++, met: 0, fired: 0, gone: new AbortController() };
      rules.push(armed);
      return {
        id: armed.id,
        fired: () => armed.fired,
        remove: () => {
          rules = rules.filter((other) => other !== armed);
          armed.gone.abort();
        },
      };
    },
    clear: () => {
      const all = rules;
      rules = [];
      for (const { gone } of all) gone.abort();
    },
    list: () => rules.map(({ met: _met, gone: _gone, ...rule }) => rule),
    firedBy: (target) => {
      const fired = rules.filter((rule) => fires(rule, target));
      const holding = fired.filter((rule) => rule.do.kind === "hold").map(({ gone }) => ended(gone.signal));
      return { actions: fired.map((rule) => rule.do), released: holding.length === 0 ? null : Promise.all(holding) };
    },
  };
}

const ended = (signal: AbortSignal) => new Promise<void>((end) => signal.addEventListener("abort", () => end()));
