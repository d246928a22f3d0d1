import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { placeBeside, type Side } from "./place-beside.ts";

export type TooltipCardProps = {
  id: string;
  anchor: HTMLElement;
  side: Side;
  children: ReactNode;
  onStay: () => void;
  onLeave: () => void;
  onHide: () => void;
};

const GAP_PX = 6;

/** What floats beside the control, over everything; Escape or scrolling puts it away. */
export function TooltipCard({ anchor, side, onHide, ...props }: TooltipCardProps) {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = card;
    if (current === null) return;
    const view = { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight };
    const place = placeBeside(anchor.getBoundingClientRect(), {
      card: current.getBoundingClientRect(),
      view,
      side,
      gap: GAP_PX,
    });
    current.style.left = `${place.left}px`;
    current.style.top = `${place.top}px`;
    current.dataset["enter"] = "";
  });
  const hide = useRef(onHide);
  useEffect(() => {
    hide.current = onHide;
  });
  useEffect(() => {
    const leave = () => hide.current();
    const leaveOnEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      // This Escape is for the tooltip; what lies below stays open.
      event.stopPropagation();
      leave();
    };
    document.addEventListener("keydown", leaveOnEscape, true);
    document.addEventListener("scroll", leave, { capture: true, passive: true });
    return () => {
      document.removeEventListener("keydown", leaveOnEscape, true);
      document.removeEventListener("scroll", leave, true);
    };
  }, []);
  return createPortal(
    <div
      ref={card}
      id={props.id}
      role="tooltip"
      onPointerEnter={props.onStay}
      onPointerLeave={props.onLeave}
      className="motion-fade fixed top-0 left-0 z-(--g-z-tooltip) w-max max-w-72 rounded-sm bg-inverse px-2 py-1 text-xs text-on-inverse shadow-md"
    >
      {props.children}
    </div>,
    document.body,
  );
}
