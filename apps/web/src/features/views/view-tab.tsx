import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { Tooltip } from "../../ui/tooltip/tooltip.tsx";

export function ViewTab(props: {
  label: string;
  count?: string | undefined;
  /** Who shares it; undefined = nobody else sees it. */
  sharedBy?: string | undefined;
  isCurrent: boolean;
  /** It was opened, and what is shown is no longer what it holds. */
  isChanged?: boolean;
  onPress: () => void;
  /** Beside the name, inside the tab's line. */
  menu?: ReactNode;
}) {
  const words = useWords();
  const { isCurrent, isChanged = false } = props;
  const isLit = isCurrent || isChanged;
  const tab = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (isLit) scrollIntoRow(tab.current);
  }, [isLit]);
  return (
    <span
      ref={tab}
      className={cx(
        "inline-flex h-9 shrink-0 items-center border-b-2",
        isLit ? "forced-chosen text-text" : "text-muted hover:text-text",
        isCurrent ? "border-accent" : isChanged ? "border-dashed border-warning-line" : "border-transparent",
      )}
    >
      <button
        type="button"
        aria-pressed={isCurrent}
        onClick={props.onPress}
        className={cx(
          "focus-inset inline-flex h-full items-center gap-1.5 font-medium",
          props.menu ? "pl-2.5 pr-1" : "px-2.5",
        )}
      >
        <span className="max-w-48 truncate">{props.label}</span>
        {props.sharedBy !== undefined && (
          <Tooltip text={words.views.sharedBy(props.sharedBy)}>
            <span className="inline-flex text-muted">
              <Icon name="team" size={14} />
              <span className="sr-only">{words.views.sharedBy(props.sharedBy)}</span>
            </span>
          </Tooltip>
        )}
        {isChanged && <span className="font-normal text-warning-text">{words.views.changed}</span>}
        {props.count !== undefined && <span className="font-normal text-muted">{props.count}</span>}
      </button>
      {props.menu}
    </span>
  );
}

/** Sideways only: the page itself stays where it is. */
function scrollIntoRow(tab: HTMLElement | null): void {
  const row = tab?.parentElement;
  if (tab === null || row === null || row === undefined) return;
  const [shown, place] = [row.getBoundingClientRect(), tab.getBoundingClientRect()];
  if (place.right > shown.right) row.scrollLeft += place.right - shown.right;
  if (place.left < shown.left) row.scrollLeft -= shown.left - place.left;
}
