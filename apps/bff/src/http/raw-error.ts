import { randomUUID } from "node:crypto";
import type { ErrorBody, ErrorCode } from "@gantry/api-contract";
import { SECURITY_HEADERS } from "./security-headers.ts";

type RawError = { status: string; code: ErrorCode; message: string };

const ERRORS: Readonly<Record<string, RawError>> = {
  HPE_HEADER_OVERFLOW: {
    status: "431 Request Header Fields Too Large",
    code: "request.too_large",
    message: "The headers may hold at most 16 KB",
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: "408 Request Timeout",
    code: "request.invalid",
    message: "The request took too long to arrive",
  },
};
const MALFORMED: RawError = { status: "400 Bad Request", code: "request.invalid", message: "This is not HTTP" };

/** The whole answer, as text, to what never became a request: Node's own would come without our headers. */
export function toRawErrorAnswer(nodeErrorCode: string): string {
  const { status, code, message } = ERRORS[nodeErrorCode] ?? MALFORMED;
  const body: ErrorBody = { error: { code, message, requestId: randomUUID() } };
  const text = JSON.stringify(body);
  const headers: Record<string, string | number> = {
    ...SECURITY_HEADERS,
    "cache-control": "no-store",
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${status}\r\n${lines.join("\r\n")}\r\n\r\n${text}`;
}
