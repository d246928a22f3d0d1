import { readErrorBody, type ErrorBody } from "./errors.ts";
import { isRecord, readText } from "./wire.ts";

/**
 * What the body says of itself. v2 and v3 say success/error, IPD success/failed, v4 says nothing.
 * `silent` = no status word; `unclear` = a word that none of the pages knows.
 */
export type EnvelopeStatus = "success" | "failure" | "silent" | "unclear";

export type Envelope = {
  status: EnvelopeStatus;
  /** `body.result`, or the body itself where nothing wraps it (§9: 3.1). */
  result: unknown;
  error: ErrorBody;
};

const FAILURES = new Set(["error", "failed", "fail", "failure"]);

/** Reads `{result, status, message}` in all its forms, or a bare body. */
export function readEnvelope(body: unknown): Envelope {
  const error = readErrorBody(body);
  if (!isRecord(body)) return { status: "silent", result: body, error };
  const result = "result" in body ? body["result"] : body;
  // A bare v4 item has a `status` too, but there it is an object.
  const word = readText(typeof body["status"] === "string" ? body["status"] : null)?.toLowerCase();
  if (error.code !== null && word !== "success") return { status: "failure", result, error };
  if (word === undefined) return { status: "silent", result, error };
  if (word === "success") return { status: "success", result, error };
  return { status: FAILURES.has(word) ? "failure" : "unclear", result, error };
}

/** Parses once more what arrived as JSON inside a JSON string, at the top or in `result`. */
export function unwrapJsonText(value: unknown, parse: (text: string) => unknown): unknown {
  const body = parseIfJson(value, parse);
  if (!isRecord(body) || typeof body["result"] !== "string") return body;
  return { ...body, result: parseIfJson(body["result"], parse) };
}

function parseIfJson(value: unknown, parse: (text: string) => unknown): unknown {
  return typeof value === "string" && /^\s*[{[]/.test(value) ? parse(value) : value;
}
