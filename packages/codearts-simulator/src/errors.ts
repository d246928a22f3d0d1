import type { Answer } from "./exchange.ts";

/** A refusal: thrown by handlers, answered in the dialect of the service that refuses. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super("refused");
    this.answer = answer;
  }
}

export function jsonAnswer(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { "content-type": "application/json;charset=UTF-8", ...headers },
    body: JSON.stringify(body),
  };
}

/** The shape of CodeArts Req and of the gateway before it: `{error_code, error_msg}`. */
function pmError(code: string, { message, status = 400 }: { message: string; status?: number }): Refusal {
  return new Refusal(jsonAnswer(status, { error_code: code, error_msg: message }));
}

/** The shape of IAM: Keystone's `{error: {code, message, title}}`. */
export function iamError(status: number, { message, title }: { message: string; title: string }): Refusal {
  return new Refusal(jsonAnswer(status, { error: { code: status, message, title } }));
}

/** A parameter is missing, too long or of the wrong form. The field is named so that a test can look for it. */
export function invalidParameter(what: string): Refusal {
  return pmError("PM.02175006", { message: `Invalid parameter: ${what}.` });
}

export const REFUSALS = {
  notPublished: () =>
    pmError("APIG.0101", {
      status: 404,
      message: "The API does not exist or has not been published in the environment.",
    }),
  noAuthentication: () =>
    pmError("APIG.0301", { status: 401, message: "Incorrect IAM authentication information: decrypt token fail." }),
  tokenExpired: () => pmError("APIG.0307", { status: 401, message: "The token must be updated." }),
  throttled: (callsPerSecond: number) =>
    pmError("APIG.0308", {
      status: 429,
      message: `The throttling threshold has been reached: policy user over ratelimit,limit:${callsPerSecond},time:1 second.`,
    }),
  calledTooOften: () => pmError("PM.02153001", { message: "The API is called too often. Try again later." }),
  busy: () => pmError("PM.02175000", { message: "System busy. Try again later." }),
  noPermission: () =>
    pmError("PM.00000014", { status: 403, message: "You do not have permission to access this resource." }),
  projectMissing: () => pmError("PM.02152005", { message: "The project does not exist or has been deleted." }),
  projectTypeNotAllowed: () => pmError("PM.02152010", { message: "The project type does not support this operation." }),
  planMissing: () => pmError("PM.02152001", { message: "The plan does not exist." }),
  itemMissing: () => pmError("PM.02152001", { message: "The work item does not exist." }),
  notMember: () => pmError("PM.02177003", { message: "The assignee is not a member of the project." }),
  beginAfterEnd: () =>
    pmError("PM.02175006", { message: "The planned start date is later than the planned end date." }),
  itemInReview: () => pmError("PM.02175202", { message: "The work item is in change review." }),
  closedReadOnly: () => pmError("PM.02175006", { message: "Closed work items are read-only in this project." }),
  paging: (what: string) => pmError("PM.02174103", { message: `Invalid paging parameter: ${what}.` }),
  fourByteText: () => pmError("PM.02101004", { message: "The text contains characters that are not supported." }),
  nameTaken: () => pmError("PM.10002006", { message: "The name already exists." }),
} as const;
