import { useId } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { Checkbox } from "../../ui/checkbox.tsx";

/** "Also move what depends on them", and what that means. */
export function CascadeTick(props: { checked: boolean; onChange: (on: boolean) => void }) {
  const said = useWords().batchEdit;
  const hintId = useId();
  return (
    <div className="border-t border-border pt-2.5">
      <Checkbox label={said.cascade} checked={props.checked} onChange={props.onChange} aria-describedby={hintId} />
      <p id={hintId} className="mt-1 pl-6 text-xs text-muted">
        {said.cascadeHint}
      </p>
    </div>
  );
}
