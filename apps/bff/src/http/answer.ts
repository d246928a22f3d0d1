import type { Endpoint } from "@gantry/api-contract";
import * as v from "valibot";

/**
 * Checks an answer against the contract and drops what the contract does not name. Always on: it costs less than
 * serialising, and it is what keeps an internal field from ever leaving. The error names places, never values.
 */
export function checkAnswer(endpoint: Endpoint, answer: unknown): unknown {
  const result = v.safeParse(endpoint.answer, answer);
  if (result.success) return result.output;
  const places = result.issues.slice(0, 5).map((issue) => `${v.getDotPath(issue) ?? "answer"}: ${issue.type}`);
  throw new Error(`${endpoint.method} ${endpoint.path} breaks its contract (${places.join("; ")})`);
}
