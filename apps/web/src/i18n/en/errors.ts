import type { ApiErrorCode } from "@gantry/api-client";

/** What happened, by error code: what is untouched and what next, where that helps. */
export const errors = {
  "request.invalid": "The request was not valid, so nothing was changed.",
  "request.too_large": "That is too much for one request. Choose fewer items.",
  "request.not_same_origin": "The request did not come from this page, so it was refused. Reload the page.",
  "session.required": "The session has ended. Sign in to go on.",
  "session.wrong_credentials":
    "Wrong user name or password. Not sent again: Huawei Cloud locks users after a few failures.",
  "session.too_many_attempts": "Too many attempts. Wait a few minutes, then try once more.",
  "session.sign_in_unavailable": "Huawei Cloud IAM does not answer. Nobody can sign in until it does.",
  "request.method_not_allowed": "This address does not take that kind of request. Reload the page.",
  "route.not_found": "There is nothing at this address.",
  "project.not_found": "This project does not exist, or you may not see it.",
  "plan.not_found": "This plan does not exist any more, or you may not see it.",
  "plan.no_links": "CodeArts links work items to Gantt charts of Scrum projects only. This plan takes none here.",
  "work_item.not_found": "This work item does not exist any more, or you may not see it.",
  "change_set.not_found": "This change set does not exist, or it is not yours to see.",
  "change_set.wrong_state": "The change set has moved on since this page was read. Look again.",
  "change_set.too_large": "That is more than one change set can hold. Choose fewer items.",
  "upstream.refused": "CodeArts does not let you do this.",
  "upstream.rejected": "CodeArts rejected the values.",
  "upstream.busy": "CodeArts is busy. Nothing was changed.",
  "upstream.unavailable": "CodeArts does not answer.",
  "upstream.timeout": "CodeArts took too long to answer.",
  "upstream.bad_answer": "CodeArts answered with something that is not its contract.",
  "server.stopping": "Gantry is restarting. It will be back in a moment.",
  "server.internal": "Something failed inside Gantry. Its log has the details under the request id.",
  network: "Gantry does not answer. Check the connection.",
  "bad-answer": "The answer could not be read. Reload the page to get the current version.",
} satisfies Record<ApiErrorCode, string>;
