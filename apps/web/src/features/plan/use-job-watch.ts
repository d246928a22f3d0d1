import type { ChangeSet } from "@gantry/api-contract";
import { useQueryClient } from "@tanstack/react-query";
import { useWords } from "../../i18n/use-words.ts";
import type { Words } from "../../i18n/words.ts";
import { planQueries } from "../../queries/plan-queries.ts";
import { untilFinished } from "../../queries/until-finished.ts";
import { showToast } from "../../ui/toasts.tsx";

/**
 * Follows a change set that was started here until it ends: then the plan's items are read anew, and what was not
 * applied is said, wherever the reader is by then. Settles once the items are there.
 */
export function useJobWatch(plan: { projectId: string; planId: string }, onSee: (changeSetId: string) => void) {
  const words = useWords();
  const queryClient = useQueryClient();
  return async (changeSetId: string): Promise<void> => {
    const changeSet = await untilFinished(queryClient, changeSetId);
    const read = queryClient.invalidateQueries({ queryKey: planQueries.key(plan) });
    const notApplied = countNotApplied(changeSet);
    if (notApplied > 0)
      showToast({
        tone: "danger",
        text: changeSet.origin === "undo" ? sayUndone(changeSet, words) : words.plan.notApplied(notApplied),
        action: { label: words.plan.see, run: () => onSee(changeSet.id) },
      });
    await read;
  };
}

function sayUndone({ counts, total }: ChangeSet, words: Words): string {
  const [applied, since] = [counts.applied ?? 0, counts.conflict ?? 0];
  return since === 0 ? words.undo.result(applied, total) : words.undo.resultSince(applied, total, since);
}

function countNotApplied({ counts }: ChangeSet): number {
  return (counts.failed ?? 0) + (counts.conflict ?? 0) + (counts.unknown ?? 0);
}
