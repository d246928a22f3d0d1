import { isRecord, readText } from "./wire.ts";

/** What an error code asks of the caller. */
export type ErrorClass =
  | "busy"
  | "too-often"
  | "auth"
  | "forbidden"
  | "not-found"
  | "not-member"
  | "locked"
  | "invalid"
  | "misconfigured"
  | "gateway";

export type KnownError = {
  class: ErrorClass;
  meaning: string;
  /** Said by the gateway or its token check: the service did nothing. */
  beforeService: boolean;
};

const service = (errorClass: ErrorClass, meaning: string): KnownError => ({
  class: errorClass,
  meaning,
  beforeService: false,
});
const gateway = (errorClass: ErrorClass, meaning: string): KnownError => ({
  class: errorClass,
  meaning,
  beforeService: true,
});

/** Codes that are known; the official list is longer. Texts upstream follow the tenant's language: never parse them. */
export const KNOWN_ERRORS: Readonly<Record<string, KnownError>> = {
  "PM.00000001": service("busy", "Network busy"),
  "PM.00000014": service("forbidden", "No permission for this project"),
  "PM.02101004": service("invalid", "The text holds characters (emoji) that CodeArts cannot store"),
  "PM.02152001": service("invalid", "Bad parameter"),
  "PM.02152003": service("invalid", "Illegal parameter name"),
  "PM.02152005": service("not-found", "The project is missing or deleted"),
  "PM.02152008": service("not-member", "Illegal users"),
  "PM.02152010": service("invalid", "Not allowed for this type of project"),
  "PM.02153001": service("too-often", "Called too often"),
  "PM.02174103": service("invalid", "Wrong paging, or no permission"),
  "PM.02175000": service("busy", "System busy"),
  "PM.02175006": service("invalid", "Invalid parameter"),
  "PM.02175101": service("invalid", "Too many child items"),
  "PM.02175103": service("locked", "A requirement that is not accepted, or is rejected, cannot be edited"),
  "PM.02175202": service("locked", "The item is in change review"),
  "PM.02177003": service("not-member", "The assignee is not a member of the project"),
  "PM.02303005": service("forbidden", "No permission to write this field"),
  "PM.10001002": gateway("auth", "Illegal token"),
  "PM.10002006": service("invalid", "The name is already used"),
  "APIG.0101": gateway("misconfigured", "No such API at this address"),
  "APIG.0301": gateway("auth", "Wrong IAM authentication"),
  "APIG.0302": gateway("forbidden", "Not allowed to call this API"),
  "APIG.0304": gateway("forbidden", "Not allowed to call this API"),
  "APIG.0306": gateway("forbidden", "API access denied"),
  "APIG.0307": gateway("auth", "The token has expired"),
  "APIG.0308": gateway("too-often", "Throttled by the gateway"),
  "APIG.0310": gateway("forbidden", "The project is not available"),
};

/** Looks a code up; the gateway's prefix may read APIG or APIGW. */
export function findKnownError(code: string | null): KnownError | null {
  if (code === null) return null;
  const name = code.replace(/^APIGW\./, "APIG.");
  return Object.hasOwn(KNOWN_ERRORS, name) ? (KNOWN_ERRORS[name] ?? null) : null;
}

/** Whether a code is one of the API gateway's, known or not. */
export function isGatewayCode(code: string | null): boolean {
  return code !== null && /^APIGW?\./.test(code);
}

export type ErrorBody = { code: string | null; message: string | null; requestId: string | null };

/** Reads an error from PM's `{error_code, error_msg}`, Keystone's `{error: {code, message}}` or IPD's `{message}`. */
export function readErrorBody(body: unknown): ErrorBody {
  if (!isRecord(body)) return { code: null, message: null, requestId: null };
  const keystone = isRecord(body["error"]) ? body["error"] : null;
  const requestId = readText(body["request_id"]);
  if (keystone !== null) {
    return { code: readText(keystone["code"]), message: readText(keystone["message"]), requestId };
  }
  return {
    code: readText(body["error_code"]),
    message: readText(body["error_msg"]) ?? readText(body["message"]),
    requestId,
  };
}
