import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";

/** No line to show: because the plan is empty, or because of the filters. */
export function PlanEmpty(props: {
  canLink: boolean;
  isFiltered: boolean;
  onClearFilters: () => void;
  onAdd: () => void;
}) {
  const words = useWords().plan;
  if (props.isFiltered) {
    return (
      <EmptyState
        icon="filter"
        text={words.nothingFits}
        action={<Button onClick={props.onClearFilters}>{words.clearFilters}</Button>}
      />
    );
  }
  if (!props.canLink) return <EmptyState icon="gantt" text={words.emptyReadOnly} />;
  return (
    <EmptyState
      icon="gantt"
      text={words.emptyGantt}
      action={
        <Button icon="add" onClick={props.onAdd}>
          {words.addWorkItems}
        </Button>
      }
    />
  );
}
