import { ApiError } from "@gantry/api-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useStore } from "zustand";
import { dictionaryOf } from "../../i18n/dictionary.ts";
import { sayError } from "../../i18n/error-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { turnedRound } from "../../lib/link-edits.ts";
import { languageOf, useSettings } from "../../lib/settings.ts";
import { changeSetMutations, useChangeSetsBeingMade } from "../../queries/change-set-mutations.ts";
import { dependencyMutations, useLinkEditsBeingMade } from "../../queries/dependency-mutations.ts";
import { showToast } from "../../ui/toasts.tsx";
import { EDIT_TOPIC } from "./edit-topic.ts";
import { type EditStep, nextRedo, nextUndo } from "./edit-history.ts";
import { dropStep, historyOf, historyStore, recordRedo, recordUndo } from "./history-store.ts";

export type UndoControls = {
  canUndo: boolean;
  canRedo: boolean;
  isBusy: boolean;
  undo: () => void;
  redo: () => void;
  /** Takes back one step, wherever it stands in the history; an id that is not there is a change set's. */
  undoOne: (id: string) => void;
};

type Note = typeof recordUndo;

/** Undo and redo of what was changed on a plan in this tab. Each respects what somebody changed since. */
export function useUndo(
  { projectId, planId }: { projectId: string; planId: string },
  { onStarted }: { onStarted: (changeSetId: string) => void },
): UndoControls {
  const words = useWords();
  const queryClient = useQueryClient();
  const history = useStore(historyStore, (state) => historyOf(state, planId));
  const changeSets = useMutation(changeSetMutations.undo(queryClient));
  const links = useMutation(dependencyMutations.edit(queryClient));
  const beingMade = useChangeSetsBeingMade() + useLinkEditsBeingMade();
  const toUndo = nextUndo(history);
  const toRedo = nextRedo(history);

  const takeBackChangeSet = (id: string, { said, note }: { said: string; note: Note }) =>
    changeSets.mutate(
      { id },
      {
        onSuccess: (changeSet) => {
          note(planId, { undone: id, by: { kind: "change-set", id: changeSet.id } });
          onStarted(changeSet.id);
          showToast({ text: said, topic: EDIT_TOPIC });
        },
      },
    );
  const takeBackLinks = (step: EditStep & { kind: "links" }, note: Note) => {
    const edits = turnedRound(step.edits);
    links.mutate(
      { projectId, edits },
      {
        onSuccess: () => {
          note(planId, { undone: step.id, by: { kind: "links", id: crypto.randomUUID(), edits } });
          showToast({ text: words.links.putBack, topic: EDIT_TOPIC });
        },
        onError: (error) => {
          const isRefused = error instanceof ApiError && error.code.startsWith("dependency.");
          if (isRefused) dropStep(planId, step.id);
          const { text, code } = sayError(error, { words: dictionaryOf(languageOf(useSettings.getState())) });
          // Takes the place of the message that offered to undo it.
          const topic = isRefused ? { topic: EDIT_TOPIC } : {};
          showToast({ tone: "danger", text: isRefused ? words.links.cantUndo(text) : text, detail: code, ...topic });
        },
      },
    );
  };
  const takeBack = (step: EditStep | null, how: { said: string; note: Note }) => {
    if (step?.kind === "links") takeBackLinks(step, how.note);
    if (step?.kind === "change-set") takeBackChangeSet(step.id, how);
  };
  const undoing = { said: words.plan.undone, note: recordUndo };
  return {
    canUndo: toUndo !== null,
    canRedo: toRedo !== null,
    isBusy: changeSets.isPending || beingMade > 0,
    undo: () => takeBack(toUndo, undoing),
    redo: () => takeBack(toRedo, { said: words.plan.redone, note: recordRedo }),
    undoOne: (id) => {
      const { past } = historyOf(historyStore.getState(), planId);
      takeBack(past.find((step) => step.id === id) ?? { kind: "change-set", id }, undoing);
    },
  };
}
