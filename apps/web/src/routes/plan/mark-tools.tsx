import { BaselineMenu } from "../../features/baseline/baseline-menu.tsx";
import type { PlanSearch } from "../../features/plan/plan-search.ts";
import { ToolButton, type ToolLook } from "../../features/plan/tool-button.tsx";
import { useWords } from "../../i18n/use-words.ts";
import type { MarkDialog } from "./mark-dialogs.tsx";
import type { PlanMarks } from "./use-plan-marks.ts";

/** The toolbar's "Critical path" and "Baseline". */
export function MarkTools(props: {
  look: ToolLook;
  marks: PlanMarks;
  search: PlanSearch;
  onChange: (change: Partial<PlanSearch>) => void;
  onOpen: (dialog: MarkDialog) => void;
}) {
  const { look, marks, search, onChange } = props;
  const words = useWords();
  return (
    <>
      <ToolButton
        look={look}
        icon="critical-path"
        label={words.links.critical.button}
        pressed={marks.showsCritical}
        onClick={() => onChange({ critical: marks.showsCritical ? undefined : "1" })}
      />
      <BaselineMenu
        trigger={<ToolButton look={look} icon="baseline" label={words.baselines.button} />}
        baselines={marks.baseline.all}
        chosenId={search.baseline}
        onChoose={(baseline) => onChange({ baseline })}
        onSave={() => props.onOpen({ kind: "save-baseline" })}
        onDelete={(baseline) => props.onOpen({ kind: "delete-baseline", baseline })}
      />
    </>
  );
}
