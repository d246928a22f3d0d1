import type { StatusPhase } from "@gantry/api-contract";
import { Icon } from "../icons/icon.tsx";
import type { IconName } from "../icons/icons.ts";

/** How far a status is, as a ring that fills. */
export const statusIcons = {
  todo: "status-todo",
  doing: "status-half",
  done: "status-done",
} as const satisfies Record<StatusPhase, IconName>;

const tones: Record<StatusPhase, string> = { todo: "text-muted", doing: "text-cat-1", done: "text-positive" };

/** Decoration: the status's name stands beside it. */
export function StatusIcon(props: { phase: StatusPhase }) {
  return <Icon name={statusIcons[props.phase]} className={tones[props.phase]} />;
}
