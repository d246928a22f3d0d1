import type { ChangeSetState } from "@gantry/api-contract";
import type { Tone } from "../badge.tsx";
import type { IconName } from "../icons/icons.ts";

/** How a change set's state looks: accent while it moves, amber while it waits for somebody. */
export const stateLooks: Record<ChangeSetState, { tone: Tone; icon: IconName }> = {
  queued: { tone: "neutral", icon: "outcome-queued" },
  running: { tone: "accent", icon: "outcome-sending" },
  "waiting-for-codearts": { tone: "warning", icon: "outcome-queued" },
  "waiting-for-sign-in": { tone: "warning", icon: "lock" },
  paused: { tone: "warning", icon: "pause" },
  cancelling: { tone: "neutral", icon: "stop" },
  finished: { tone: "neutral", icon: "check" },
};
