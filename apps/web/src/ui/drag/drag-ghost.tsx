import { createPortal } from "react-dom";
import { cx } from "../class-names.ts";
import { Icon } from "../icons/icon.tsx";
import type { IconName } from "../icons/icons.ts";
import type { Point } from "./use-pointer-drag.ts";

/** What hangs at the pointer while something is dragged: count, effect, or why it can't go here. */
export function DragGhost(props: {
  at: Point;
  icon: IconName;
  title: string;
  lines: readonly string[];
  /** Several things: two edges show behind the card. */
  stacked: boolean;
  refused: boolean;
}) {
  const { at } = props;
  return createPortal(
    <div
      aria-hidden="true"
      className="pointer-events-none fixed top-0 left-0 z-(--g-z-drag) will-change-transform"
      style={{ transform: `translate(${at.x + 14}px, ${at.y + 12}px)` }}
    >
      {props.stacked && (
        <>
          <span className="absolute inset-x-3 -bottom-2 h-6 rounded-lg bg-inverse opacity-35" />
          <span className="absolute inset-x-1.5 -bottom-1 h-6 rounded-lg bg-inverse opacity-60" />
        </>
      )}
      <div className="relative flex max-w-72 items-start gap-2 rounded-lg border border-inverse-border bg-inverse px-3.5 py-2.5 text-on-inverse shadow-lg">
        <Icon name={props.refused ? "stop" : props.icon} className="mt-0.5" />
        <div>
          <p className="text-md font-semibold">{props.title}</p>
          {props.lines.map((line) => (
            <p key={line} className={cx("text-xs", props.refused ? "text-on-inverse" : "text-inverse-muted")}>
              {line}
            </p>
          ))}
        </div>
      </div>
    </div>,
    document.body,
  );
}
