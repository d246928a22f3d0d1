import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useStore } from "zustand";
import { useWords } from "../../i18n/use-words.ts";
import { changeSetMutations, useChangeSetsBeingMade } from "../../queries/change-set-mutations.ts";
import { EDIT_TOPIC } from "./edit-topic.ts";
import { showToast } from "../../ui/toasts.tsx";
import { nextRedo, nextUndo } from "./edit-history.ts";
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
  const undoId = nextUndo(history);
  const redoId = nextRedo(history);

  const takeBack = (id: string, said: string, note: typeof recordUndo) =>
    mutate(
      { id },
      {
        onSuccess: (changeSet) => {
          note(planId, { undone: id, by: changeSet.id });
          onStarted(changeSet.id);
          showToast({ text: said, topic: EDIT_TOPIC });
        },
      },
    );
  return {
    canUndo: undoId !== null,
    canRedo: redoId !== null,
    isBusy: isPending || beingMade > 0,
    undo: () => undoId !== null && takeBack(undoId, words.plan.undone, recordUndo),
    redo: () => redoId !== null && takeBack(redoId, words.plan.redone, recordRedo),
    undoOne: (id) => takeBack(id, words.plan.undone, recordUndo),
  };
}
