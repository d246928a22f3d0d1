import type { ChangeSetOrigin, ChangeSetState, Outcome, OutcomeReason, SkipReason } from "@gantry/api-contract";

/** Words of change sets, shared by every screen that shows one. */
export const changes = {
  state: {
    queued: "Queued",
    running: "Running",
    "waiting-for-codearts": "Waiting for CodeArts",
    "waiting-for-sign-in": "Waiting for you to sign in",
    cancelling: "Cancelling",
    finished: "Finished",
  } satisfies Record<ChangeSetState, string>,
  origin: {
    link: (items: string) => `Add ${items} to a plan`,
    edit: (items: string) => `Edit ${items}`,
    drag: (items: string) => `Reschedule ${items}`,
    undo: (items: string) => `Undo on ${items}`,
  } satisfies Record<ChangeSetOrigin, (items: string) => string>,
  outcome: {
    queued: "Queued",
    sending: "Sending",
    applied: "Applied",
    unchanged: "Unchanged",
    failed: "Failed",
    conflict: "Conflict",
    unknown: "Unknown",
    cancelled: "Cancelled",
  } satisfies Record<Outcome, string>,
  reason: {
    "read-back-confirmed": "Read back and confirmed",
    "already-so": "It already was so",
    "changed-meanwhile": "Changed by somebody else meanwhile. Left alone.",
    refused: "CodeArts refused it",
    "not-applied": "CodeArts took it, but the item did not change",
    "answer-lost": "The answer was lost. Check it before sending again.",
    "read-back-failed": "The answer was lost and a read-back failed. Check it before sending again.",
    "invalid-value": "CodeArts does not take this value",
    "not-found": "The work item does not exist any more",
    cancelled: "Cancelled before it was sent",
    "not-removable": "CodeArts has no call that takes an item off a plan",
    "cannot-clear": "CodeArts has no way to empty this field",
  } satisfies Record<OutcomeReason, string>,
  skip: {
    "no-change": "Already so, nothing to change",
    "not-found": "Does not exist any more",
    "no-dates": "Has no dates to shift",
    "wrong-type": "Its type does not have this field",
    "end-before-start": "It would end before it starts",
    "already-linked": "Already on the plan",
    "read-failed": "Could not be read",
  } satisfies Record<SkipReason, string>,
};
