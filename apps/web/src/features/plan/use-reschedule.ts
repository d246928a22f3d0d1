import type { AgreedChange, ChangeSet, PlanItems } from "@gantry/api-contract";
import type { GanttBarChange } from "@gantry/gantt";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { dictionaryOf } from "../../i18n/dictionary.ts";
import { sayError } from "../../i18n/error-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { languageOf, useSettings } from "../../lib/settings.ts";
import { changeSetMutations } from "../../queries/change-set-mutations.ts";
import { planQueries } from "../../queries/plan-queries.ts";
import { showToast } from "../../ui/toasts.tsx";
import { EDIT_TOPIC } from "./edit-topic.ts";
import { toAgreedChanges, withBarChanges } from "./bar-changes.ts";
import { makingEdit } from "./history-store.ts";

export type RescheduleOptions = {
  projectId: string;
  planId: string;
  onStarted: (changeSet: ChangeSet) => void;
  onUndo: (changeSetId: string) => void;
};

/**
 * Applies one gesture on bars at once, as one change set: the chart shows it before the answer comes and puts it back
 * when the change set could not be made.
 */
export function useReschedule({ projectId, planId, onStarted, onUndo }: RescheduleOptions) {
  const words = useWords();
  const queryClient = useQueryClient();
  const { queryKey } = planQueries.items({ projectId, planId });
  const { mutateAsync } = useMutation(changeSetMutations.create(queryClient));

  return (changes: readonly GanttBarChange[]): void => {
    const before = queryClient.getQueryData<PlanItems>(queryKey);
    if (before === undefined) return;
    const byId = new Map(before.items.map((item) => [item.id, item]));
    const agreed = toAgreedChanges(changes, (id) => byId.get(id));
    // New rows in any case: the chart shows the dropped dates until then.
    void queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData<PlanItems>(queryKey, (items) => items && withBarChanges(items, changes));
    if (agreed.length === 0) return;

    const putBack = before.items.filter((item) => changes.some((change) => change.id === item.id));
    void makingEdit(planId, async () => {
      try {
        const key = crypto.randomUUID();
        const changeSet = await mutateAsync({ origin: "drag", projectId, planId, changes: agreed, key });
        onStarted(changeSet);
        showToast({
          text: agreed.some(isDate) ? words.plan.moved(changeSet.items) : words.plan.progressSet,
          topic: EDIT_TOPIC,
          action: { label: words.plan.undo, run: () => onUndo(changeSet.id) },
        });
        return { stepId: changeSet.id };
      } catch (error) {
        queryClient.setQueryData<PlanItems>(queryKey, (items) => items && withItems(items, putBack));
        const { text, code } = sayError(error, { words: dictionaryOf(languageOf(useSettings.getState())) });
        showToast({ tone: "danger", text, detail: code });
        return null;
      }
    });
  };
}

function isDate(change: AgreedChange): boolean {
  return change.field !== "progress";
}

/** Puts single items back, leaving alone what changed on others meanwhile. */
function withItems(items: PlanItems, putBack: PlanItems["items"]): PlanItems {
  const byId = new Map(putBack.map((item) => [item.id, item]));
  return { ...items, items: items.items.map((item) => byId.get(item.id) ?? item) };
}
