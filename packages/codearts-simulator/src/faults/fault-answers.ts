import { jsonAnswer, REFUSALS } from "../errors.ts";
import type { Answer, Exchange } from "../exchange.ts";
import type { FaultAction } from "./fault-types.ts";

const HTML_PAGE =
  "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>\r\n";

const toExchange = (answer: Answer): Exchange => ({ kind: "answer", answer });

function statusAnswer(action: Extract<FaultAction, { kind: "status" }>): Answer {
  const text = typeof action.body === "string";
  const headers: Record<string, string> = {
    "content-type": text ? "text/plain" : "application/json",
    ...action.headers,
  };
  const body = text ? String(action.body) : action.body === undefined ? "" : JSON.stringify(action.body);
  return { status: action.status, headers, body };
}

/** The status word that says "failed" in the dialect of a path. */
function failedBody(path: string) {
  return path.startsWith("/v1/") ? { status: "failed", message: "Failed." } : { status: "error" };
}

/** What a fault answers in place of the handler, or null if it lets the work go on. */
export function answerInstead(action: FaultAction, path: string): Exchange | null {
  switch (action.kind) {
    case "reset-before-work":
      return { kind: "reset" };
    case "hang":
      return action.afterWork === true ? null : { kind: "hang" };
    case "status":
      return action.afterWork === true ? null : toExchange(statusAnswer(action));
    case "html":
      return action.afterWork === true ? null : toExchange(htmlAnswer(action.status));
    case "status-error":
      return action.afterWork === true ? null : toExchange(jsonAnswer(200, failedBody(path)));
    case "too-many-requests":
      return toExchange({
        ...REFUSALS.throttled(10).answer,
        ...(action.retryAfter === undefined
          ? {}
          : { headers: { "content-type": "application/json", "retry-after": action.retryAfter } }),
      });
    case "called-too-often":
      return toExchange(REFUSALS.calledTooOften().answer);
    case "busy-before-work":
      return toExchange(REFUSALS.busy().answer);
    case "redirect":
      return toExchange({ status: action.status ?? 302, headers: { location: action.location }, body: "" });
    default:
      return null;
  }
}

function htmlAnswer(status = 502): Answer {
  return { status, headers: { "content-type": "text/html" }, body: HTML_PAGE };
}

function padded(answer: Answer, bytes: number): Answer {
  return { ...answer, body: answer.body + " ".repeat(Math.max(0, bytes - answer.body.length)) };
}

/** What a fault makes of the answer once the work is done. */
export function answerAfter(
  action: FaultAction,
  { answer, path, token }: { answer: Answer; path: string; token: string },
): Exchange {
  const half = Math.floor(Buffer.byteLength(answer.body) / 2);
  switch (action.kind) {
    case "reset-after-work":
      return { kind: "reset" };
    case "hang":
      return { kind: "hang" };
    case "reset-mid-body":
      return toExchange({ ...answer, delivery: { kind: "broken", afterBytes: half } });
    case "truncate":
      return toExchange({ ...answer, body: answer.body.slice(0, action.keepBytes ?? half) });
    case "wrong-content-length":
      return toExchange({ ...answer, delivery: { kind: "wrong-length", delta: action.delta } });
    case "drip":
      return toExchange({ ...answer, delivery: { kind: "drip", bytesPerSecond: action.bytesPerSecond } });
    case "status":
      return toExchange(statusAnswer(action));
    case "html":
      return toExchange(htmlAnswer(action.status));
    case "status-error":
      return toExchange(jsonAnswer(200, failedBody(path)));
    case "busy-after-work":
      return toExchange(REFUSALS.busy().answer);
    case "empty-body":
      return toExchange({ ...answer, body: "" });
    case "echo-token":
      return toExchange(
        jsonAnswer(answer.status, { status: "success", echo: token, headers: { "X-Auth-Token": token } }),
      );
    case "huge-body":
      return toExchange(padded(answer, action.bytes));
    default:
      return toExchange(answer);
  }
}
