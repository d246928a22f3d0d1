import { AppError } from "../app-error.ts";

/** What is wrong, and where in the request. */
export type Issue = { path: string; message: string };

/** More than these help nobody. */
const MOST_ISSUES = 20;

export function invalidRequest(issues: readonly Issue[]): AppError {
  return new AppError("request.invalid", "The request does not fit this project", {
    details: { issues: issues.slice(0, MOST_ISSUES) },
  });
}
