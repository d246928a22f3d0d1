import type { CodeArtsErrorKind } from "../error.ts";
import { kindOfThrown } from "./classify.ts";
import { startDeadline, untilEnded, type StartTimer } from "./deadline.ts";
import { BodyTooLarge, readBody } from "./read-body.ts";

/** Any fetch; it must not follow redirects when told `redirect: "manual"`, and must not retry. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type Sending = {
  fetch: Fetch;
  timer: StartTimer;
  /** Largest answer that is read, in bytes after decompression. */
  maxAnswerBytes: number;
  method: string;
  url: string;
  token: string | null;
  /** Already JSON; undefined = no body. */
  body: string | undefined;
  deadlineMs: number;
  callerSignal: AbortSignal | undefined;
};

/** A whole answer, whatever it says. */
export type Raw = { httpStatus: number; headers: Headers; text: string };

export type Sent = { ok: true; raw: Raw } | { ok: false; kind: CodeArtsErrorKind; wasSent: boolean; reason?: string };

/** Sends once, within the deadline, and reads the whole answer. Never throws; nothing of a thrown error is kept. */
export async function send(sending: Sending): Promise<Sent> {
  if (sending.callerSignal?.aborted) return { ok: false, kind: "cancelled", wasSent: false };
  const { timer, callerSignal } = sending;
  const deadline = startDeadline(sending.deadlineMs, { timer, callerSignal });
  try {
    const response = await untilEnded(
      deadline.signal,
      sending.fetch(sending.url, requestInit(sending, deadline.signal)),
    );
    const text = await readBody(response, { maxBytes: sending.maxAnswerBytes, signal: deadline.signal });
    return { ok: true, raw: { httpStatus: response.status, headers: response.headers, text } };
  } catch (error) {
    const endedBy = deadline.endedBy();
    if (endedBy !== null) return { ok: false, kind: endedBy === "deadline" ? "timeout" : "cancelled", wasSent: true };
    if (error instanceof BodyTooLarge) {
      return { ok: false, kind: "bad-answer", wasSent: true, reason: "the answer is too large" };
    }
    const kind = kindOfThrown(error);
    return { ok: false, kind, wasSent: kind !== "not-sent" };
  } finally {
    deadline.stop();
  }
}

function requestInit({ method, token, body }: Sending, signal: AbortSignal): RequestInit {
  return {
    method,
    headers: {
      accept: "application/json",
      "content-type": "application/json;charset=utf8",
      ...(token === null ? {} : { "x-auth-token": token }),
    },
    ...(body === undefined ? {} : { body }),
    redirect: "manual",
    signal,
  };
}
