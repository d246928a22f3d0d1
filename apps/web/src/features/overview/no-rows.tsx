import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";

export function NoRows(props: {
  reason: "no-projects" | "no-plans" | "no-match";
  onClear: () => void;
  onCreate: () => void;
  onRefresh: () => void;
}) {
  const { overview } = useWords();
  switch (props.reason) {
    case "no-projects":
      return (
        <EmptyState
          icon="project"
          text={overview.emptyProjects}
          action={<Button onClick={props.onRefresh}>{overview.refresh}</Button>}
        />
      );
    case "no-plans":
      return (
        <EmptyState
          icon="plans"
          text={overview.empty}
          action={<Button onClick={props.onCreate}>{overview.newPlan}</Button>}
        />
      );
    case "no-match":
      return (
        <EmptyState
          icon="search"
          text={overview.noneMatch}
          action={<Button onClick={props.onClear}>{overview.clearFilters}</Button>}
        />
      );
  }
}
