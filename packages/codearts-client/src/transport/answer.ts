import { readEnvelope, readErrorBody, unwrapJsonText, type ErrorBody } from "@gantry/codearts-contract";
import type * as v from "valibot";
import type { CodeArtsErrorKind } from "../error.ts";
import type { Operation } from "../operations.ts";
import { check } from "./check.ts";
import { kindOfAnswer } from "./classify.ts";
import { parseJson } from "./json.ts";
import type { Raw } from "./send.ts";

export type Understood<T> =
  | { ok: true; value: T }
  | { ok: false; kind: CodeArtsErrorKind; error: ErrorBody; reason?: string };

const NOTHING_SAID: ErrorBody = { code: null, message: null, requestId: null };

/** Characters of an answer whose parsing and checking take some milliseconds each. */
const LARGE = 100_000;

/**
 * Success = a 2xx, a status word that does not deny it, and a body of the documented shape. Between parsing and
 * checking a large answer everything else that waits has its turn.
 */
export async function understandAnswer<const TSchema extends v.GenericSchema>(
  raw: Raw,
  { operation, schema }: { operation: Operation; schema: TSchema },
): Promise<Understood<v.InferOutput<TSchema>>> {
  const body = readJson(raw, operation.exactNumbers === true);
  if (raw.text.length > LARGE) await new Promise((resolve) => void setImmediate(resolve));
  if (raw.httpStatus < 200 || raw.httpStatus >= 300) {
    const error = readErrorBody(body);
    return { ok: false, kind: kindOfAnswer(raw.httpStatus, error), error };
  }
  if (body === undefined) return { ok: false, kind: "bad-answer", error: NOTHING_SAID, reason: "not JSON" };
  const { status, result, error } = readEnvelope(body);
  if (status === "failure") return { ok: false, kind: kindOfAnswer(raw.httpStatus, error), error };
  if (status === "unclear" || (status === "silent" && operation.needsWord === true)) {
    return { ok: false, kind: "bad-answer", error, reason: "it does not say whether it succeeded" };
  }
  const checked = check(schema, result);
  return checked.ok ? checked : { ok: false, kind: "bad-answer", error: NOTHING_SAID, reason: checked.reason };
}

/** Undefined where the answer is no JSON: HTML, empty, cut off. */
function readJson({ headers, text }: Raw, exact: boolean): unknown {
  if (/html|xml/i.test(headers.get("content-type") ?? "")) return undefined;
  const read = (json: string) => parseJson(json, { exact });
  try {
    return unwrapJsonText(read(text), read);
  } catch {
    return undefined;
  }
}
