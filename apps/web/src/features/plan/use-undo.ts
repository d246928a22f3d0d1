import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useStore } from "zustand";
import { useWords } from "../../i18n/use-words.ts";
import { changeSetMutations, useChangeSetsBeingMade } from "../../queries/change-set-mutations.ts";
import { EDIT_TOPIC } from "./edit-topic.ts";
import { showToast } from "../../ui/toasts.tsx";
import { type EditStep, nextRedo, nextUndo } from "./edit-history.ts";
import { historyOf, historyStore, recordRedo, recordUndo } from "./history-store.ts";

export type UndoControls = {
  canUndo: boolean;
  canRedo: boolean;
  isBusy: boolean;
  undo: () => void;
  redo: () => void;
  /** Takes back one change set, wherever it stands in the history. */
  undoOne: (changeSetId: string) => void;
};

/** Undo and redo of what was changed on a plan in this tab. Each is a change set that respects later edits. */
export function useUndo(planId: string, { onStarted }: { onStarted: (changeSetId: string) => void }): UndoControls {
  const words = useWords();
  const queryClient = useQueryClient();
  const history = useStore(historyStore, (state) => historyOf(state, planId));
  const { mutate, isPending } = useMutation(changeSetMutations.undo(queryClient));
  const beingMade = useChangeSetsBeingMade();
  const toUndo = nextUndo(history);
  const toRedo = nextRedo(history);

  const takeBack = ({ id }: Pick<EditStep, "id">, said: string, note: typeof recordUndo) =>
    mutate(
      { id },
      {
        onSuccess: (changeSet) => {
          note(planId, { undone: id, by: { kind: "change-set", id: changeSet.id } });
          onStarted(changeSet.id);
          showToast({ text: said, topic: EDIT_TOPIC });
        },
      },
    );
  return {
    canUndo: toUndo !== null,
    canRedo: toRedo !== null,
    isBusy: isPending || beingMade > 0,
    undo: () => toUndo !== null && takeBack(toUndo, words.plan.undone, recordUndo),
    redo: () => toRedo !== null && takeBack(toRedo, words.plan.redone, recordRedo),
    undoOne: (id) => takeBack({ id }, words.plan.undone, recordUndo),
  };
}
