import type { ReactNode } from "react";
import { Icon } from "./icons/icon.tsx";
import type { IconName } from "./icons/icons.ts";

/** Nothing to show: one sentence that says what to do, one way on. */
export function EmptyState(props: { icon: IconName; text: string; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-3 px-gutter py-16 text-center">
      <span className="flex size-10 items-center justify-center rounded-full bg-sunken text-muted">
        <Icon name={props.icon} size={20} />
      </span>
      <p className="max-w-96 text-md text-muted">{props.text}</p>
      {props.action}
    </div>
  );
}
