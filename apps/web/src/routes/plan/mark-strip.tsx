import { BaselineSummary } from "../../features/baseline/baseline-summary.tsx";
import { useErrorWords } from "../../i18n/error-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons/icon.tsx";
import type { PlanMarks } from "./use-plan-marks.ts";

/** Under the toolbar: what the critical path and the baseline come to, while they are shown. */
export function MarkStrip(props: { marks: PlanMarks; onGoTo: (id: string) => void; onClearBaseline: () => void }) {
  const { links, baseline, showsCritical } = props.marks;
  const { chosen, comparison, error } = baseline;
  const words = useWords();
  if (!showsCritical && comparison === null && error === null) return null;
  return (
    <div
      role="status"
      className="flex shrink-0 flex-wrap items-center gap-x-5 gap-y-1 border-b border-border bg-sunken px-gutter py-1 text-xs text-muted"
    >
      {showsCritical && (
        <span className="flex items-center gap-1.5">
          <Icon name="critical-path" size={14} />
          {words.links.critical.count(links.critical().count)}
          {links.isEmpty && ` · ${words.links.critical.noLinks}`}
        </span>
      )}
      {chosen !== null && comparison !== null && (
        <span className="flex items-center gap-1.5">
          <Icon name="baseline" size={14} />
          <BaselineSummary name={chosen.name} comparison={comparison} titleOf={links.titleOf} onGoTo={props.onGoTo} />
        </span>
      )}
      {error !== null && <BaselineError error={error} onClear={props.onClearBaseline} />}
    </div>
  );
}

function BaselineError(props: { error: Error; onClear: () => void }) {
  const words = useWords();
  const { text } = useErrorWords(props.error);
  return (
    <span className="flex items-center gap-1.5 text-danger-text">
      <Icon name="baseline" size={14} />
      {text}
      <Button variant="link" className="h-auto!" onClick={props.onClear}>
        {words.baselines.none}
      </Button>
    </span>
  );
}
