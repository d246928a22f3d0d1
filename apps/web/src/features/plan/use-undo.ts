import { ApiError } from "@gantry/api-client";
import type { ChangeSet } from "@gantry/api-contract";
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
import { type ChangeSetStep, type EditStep, isSeenFirst, nextRedo, nextUndo, toStep } from "./edit-history.ts";
import { dropStep, historyOf, historyStore, recordRedo, recordUndo } from "./history-store.ts";

export type UndoControls = {
  canUndo: boolean;
  canRedo: boolean;
  isBusy: boolean;
  undo: () => void;
  redo: () => void;
  /** Takes back one step, wherever it stands in the history; nothing where it was taken back already. */
  undoOne: (id: string) => void;
};

/** An undo (or redo) of more than one item: a person sees first what it would put back. */
export type UndoToSee = {
  step: ChangeSetStep;
  mode: "undo" | "redo";
  /** The undoing change set was started. */
  onStarted: (undoing: ChangeSet) => void;
  /** Nothing of it can be put back, so that the step before it is next. */
  onFutile: () => void;
};

type Note = typeof recordUndo;
type How = { mode: UndoToSee["mode"]; note: Note };

const UNDOING: How = { mode: "undo", note: recordUndo };
const REDOING: How = { mode: "redo", note: recordRedo };

/** Undo and redo of what was changed on a plan in this tab. Each respects what somebody changed since. */
export function useUndo(
  { projectId, planId }: { projectId: string; planId: string },
  { onStarted, onSee }: { onStarted: (changeSetId: string) => void; onSee: (undo: UndoToSee) => void },
): UndoControls {
  const words = useWords();
  const queryClient = useQueryClient();
  const history = useStore(historyStore, (state) => historyOf(state, planId));
  const changeSets = useMutation(changeSetMutations.undo(queryClient));
  const links = useMutation(dependencyMutations.edit(queryClient));
  const beingMade = useChangeSetsBeingMade() + useLinkEditsBeingMade();
  const toUndo = nextUndo(history);
  const toRedo = nextRedo(history);

  const takeBackChangeSet = (step: ChangeSetStep, { mode, note }: How) => {
    const { id } = step;
    const noteStarted = (undoing: ChangeSet) => {
      note(planId, { undone: id, by: toStep(undoing) });
      onStarted(undoing.id);
    };
    if (isSeenFirst(step)) {
      onSee({ step, mode, onStarted: noteStarted, onFutile: () => dropStep(planId, id) });
      return;
    }
    changeSets.mutate(
      { id },
      {
        onSuccess: (undoing) => {
          noteStarted(undoing);
          showToast({ text: mode === "undo" ? words.plan.undone : words.plan.redone, topic: EDIT_TOPIC });
        },
      },
    );
  };
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
  const takeBack = (step: EditStep | null, how: How) => {
    if (step?.kind === "links") takeBackLinks(step, how.note);
    if (step?.kind === "change-set") takeBackChangeSet(step, how);
  };
  return {
    canUndo: toUndo !== null,
    canRedo: toRedo !== null,
    isBusy: changeSets.isPending || beingMade > 0,
    undo: () => takeBack(toUndo, UNDOING),
    redo: () => takeBack(toRedo, REDOING),
    undoOne: (id) => {
      const { past } = historyOf(historyStore.getState(), planId);
      takeBack(past.find((step) => step.id === id) ?? null, UNDOING);
    },
  };
}
