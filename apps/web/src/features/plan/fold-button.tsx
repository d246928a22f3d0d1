import { useWords } from "../../i18n/use-words.ts";
import { Icon } from "../../ui/icons/icon.tsx";

/** A pointer's way to fold a row of a mind map's tree; the keyboard has the arrow keys. */
export function FoldButton(props: { expanded: boolean; onToggle: () => void }) {
  const words = useWords();
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={props.expanded ? words.plan.collapse : words.plan.expand}
      onClick={(event) => {
        event.stopPropagation();
        props.onToggle();
      }}
      className="text-muted hover:text-text"
    >
      <Icon name={props.expanded ? "chevron-down" : "chevron-right"} />
    </button>
  );
}
