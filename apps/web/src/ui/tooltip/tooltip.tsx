import { cloneElement, type HTMLAttributes, type ReactElement, useId } from "react";
import type { Side } from "./place-beside.ts";
import { TooltipCard } from "./tooltip-card.tsx";
import { useTooltip } from "./use-tooltip.ts";

type Anchor = HTMLAttributes<HTMLElement>;

export type TooltipProps = {
  text: string;
  /** One element that hands what it is given to its DOM element. */
  children: ReactElement<Anchor>;
  placement?: Side;
};

/**
 * Says what a control does, on hover and on keyboard focus. Never the only place of a fact. There are hundreds on a
 * page, so a tooltip is nothing but five listeners until it shows itself.
 */
export function Tooltip({ text, children, placement = "bottom" }: TooltipProps) {
  const id = useId();
  const tooltip = useTooltip();
  const { anchor, listeners } = tooltip;
  const own = children.props;
  // Where it repeats the name, a screen reader would say it twice.
  const describes = anchor !== null && own["aria-label"] !== text;
  return (
    <>
      {cloneElement<Anchor>(children, {
        onPointerEnter: both(listeners.onPointerEnter, own.onPointerEnter),
        onPointerLeave: both(listeners.onPointerLeave, own.onPointerLeave),
        onPointerDown: both(listeners.onPointerDown, own.onPointerDown),
        onClick: both(listeners.onClick, own.onClick),
        onFocus: both(listeners.onFocus, own.onFocus),
        onBlur: both(listeners.onBlur, own.onBlur),
        ...(describes ? { "aria-describedby": id } : {}),
      })}
      {anchor !== null && (
        <TooltipCard
          id={id}
          anchor={anchor}
          side={placement}
          onStay={tooltip.stay}
          onLeave={tooltip.leave}
          onHide={tooltip.hide}
        >
          {text}
        </TooltipCard>
      )}
    </>
  );
}

function both<Event>(ours: (event: Event) => void, theirs: ((event: Event) => void) | undefined) {
  if (theirs === undefined) return ours;
  return (event: Event) => {
    ours(event);
    theirs(event);
  };
}
