import { useWords } from "../../i18n/use-words.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import type { IconName } from "../../ui/icons/icons.ts";

export type SelectionToolbarProps = {
  count: number;
  onEdit: () => void;
  onAssign: () => void;
  onShift: () => void;
  /** Links the chosen items one after the other; left out where there is nothing to link. */
  onLink?: (() => void) | undefined;
  /** Adds the chosen items to a plan; left out where that is not offered. */
  onAddToPlan?: (() => void) | undefined;
  onClear: () => void;
};

/** The floating bar "Selection": how many are chosen, and what can be done with them. */
export function SelectionToolbar(props: SelectionToolbarProps) {
  const words = useWords().selection;
  return (
    <>
      <p role="status" className="sr-only">
        {props.count > 0 ? words.count(props.count) : ""}
      </p>
      {props.count > 0 && (
        <div
          role="toolbar"
          aria-label={words.toolbar}
          className="motion-rise pointer-events-auto flex h-10 max-w-full items-center gap-0.5 rounded-lg border border-inverse-border bg-inverse px-1.5 text-on-inverse shadow-lg"
        >
          <span className="px-2 font-semibold whitespace-nowrap">{words.count(props.count)}</span>
          <Action icon="edit" label={words.edit} onClick={props.onEdit} />
          <Action icon="assign" label={words.assign} onClick={props.onAssign} />
          <Action icon="shift" label={words.shiftDates} onClick={props.onShift} />
          {props.onAddToPlan !== undefined && <Action icon="add" label={words.addToPlan} onClick={props.onAddToPlan} />}
          {props.onLink !== undefined && <Action icon="link" label={words.link} onClick={props.onLink} />}
          <span aria-hidden="true" className="mx-1 h-4 w-px bg-inverse-border" />
          <Action icon="close" label={words.clear} onClick={props.onClear} quiet />
        </div>
      )}
    </>
  );
}

function Action(props: { icon: IconName; label: string; onClick: () => void; quiet?: boolean }) {
  return (
    <button
      type="button"
      aria-label={props.label}
      onClick={props.onClick}
      className={`motion-hover inline-flex h-7 items-center gap-1.5 rounded-md px-2 font-medium whitespace-nowrap hover:bg-inverse-border focus-visible:outline-on-inverse max-md:size-9 max-md:justify-center max-md:px-0 ${props.quiet === true ? "text-inverse-muted" : ""}`}
    >
      <Icon name={props.icon} />
      <span className="max-md:hidden">{props.label}</span>
    </button>
  );
}
