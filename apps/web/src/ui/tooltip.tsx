import * as Ariakit from "@ariakit/react";
import type { ReactElement } from "react";

export type TooltipProps = {
  text: string;
  /** One element that can take a ref and be focused. */
  children: ReactElement;
  placement?: "top" | "bottom" | "left" | "right";
};

const SHOW_AFTER_MS = 400;

/** Says what a control does, on hover and on keyboard focus. Never the only place of a fact. */
export function Tooltip(props: TooltipProps) {
  return (
    <Ariakit.TooltipProvider timeout={SHOW_AFTER_MS} placement={props.placement ?? "bottom"}>
      <Ariakit.TooltipAnchor render={props.children} />
      <Ariakit.Tooltip
        gutter={6}
        unmountOnHide
        className="motion-fade z-(--g-z-tooltip) max-w-72 rounded-sm bg-inverse px-2 py-1 text-xs text-on-inverse shadow-md"
      >
        {props.text}
      </Ariakit.Tooltip>
    </Ariakit.TooltipProvider>
  );
}
