import type { Identity } from "./gateway.ts";

/**
 * The one key for caches and shared calls: whose answer it is, by which method, with which arguments. JSON escapes
 * every delimiter, and object keys are sorted, so different calls never get equal keys and equal calls always do.
 */
export function toCacheKey(identity: Identity, call: { method: string; args: unknown }): string {
  const { userId, domainId, generation } = identity;
  return JSON.stringify([userId, domainId, generation, call.method, toSorted(call.args)]);
}

function toSorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toSorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const sorted = entries.toSorted(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, inner]) => [name, toSorted(inner)]));
}
