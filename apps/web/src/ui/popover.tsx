import { type ReactNode, use } from "react";
import { loadFloating } from "./floating/load.ts";
import type { Press } from "./floating/press.ts";
import { type Trigger, WhenPressed } from "./floating/when-pressed.tsx";

export type PopoverProps = {
  /** The button that opens it. */
  trigger: Trigger;
  /** Accessible name of what opens. */
  label: string;
  /** Given `close`, for content that ends itself. */
  children: (close: () => void) => ReactNode;
  placement?: "bottom-start" | "bottom-end" | "top-start" | "top-end";
};

export function Popover(props: PopoverProps) {
  return (
    <WhenPressed trigger={props.trigger} popup="dialog">
      {(press) => <PressedPopover {...props} press={press} />}
    </WhenPressed>
  );
}

function PressedPopover(props: PopoverProps & { press: Press }) {
  const { OpenPopover } = use(loadFloating());
  return <OpenPopover {...props} />;
}
