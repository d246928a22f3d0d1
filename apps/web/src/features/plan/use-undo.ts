import { ApiError } from "@gantry/api-client";
import type { ChangeSet } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useStore } from "zustand";
import { dictionaryOf } from "../../i18n/dictionary.ts";
import { sayError } from "../../i18n/error-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import type { Words } from "../../i18n/words.ts";
import { turnedRound } from "../../lib/link-edits.ts";
import { languageOf, useSettings } from "../../lib/settings.ts";
import { changeSetMutations } from "../../queries/change-set-mutations.ts";
import { dependencyMutations } from "../../queries/dependency-mutations.ts";
import { showToast } from "../../ui/toasts.tsx";
import { EDIT_TOPIC } from "./edit-topic.ts";
import { type ChangeSetStep, type EditStep, nextRedo, nextUndo, toStep } from "./edit-history.ts";
import {
  changeLine,
  dropStep,
  historyOf,
  historyStore,
  lineOf,
  recordRedo,
  recordUndo,
  takeFromLine,
} from "./history-store.ts";
import { endMove, isQuestion, isUnderWay, press, pressFor, type UndoLine, type UndoMode } from "./undo-line.ts";

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
  mode: UndoMode;
  /** The undoing change set was started. */
  onStarted: (undoing: ChangeSet) => void;
  /** Nothing of it can be put back, so that the step before it is next. */
  onFutile: () => void;
};

/** Undo and redo of what was changed on a plan in this tab. Each respects what somebody changed since. */
export function useUndo(
  { projectId, planId }: { projectId: string; planId: string },
  options: {
    onStarted: (changeSetId: string) => void;
    onSee: (undo: UndoToSee) => void;
    /** Something lies over the page, so that nothing can be asked. */
    isCovered: boolean;
  },
): UndoControls {
  const { onStarted, onSee, isCovered } = options;
  const words = useWords();
  const queryClient = useQueryClient();
  const history = useStore(historyStore, (state) => historyOf(state, planId));
  const line = useStore(historyStore, (state) => lineOf(state, planId));
  const { mutateAsync: undoChangeSet } = useMutation(changeSetMutations.undo(queryClient));
  const { mutateAsync: editLinks } = useMutation(dependencyMutations.edit(queryClient));

  const note = (mode: UndoMode, step: { undone: string; by: EditStep }) =>
    mode === "undo" ? recordUndo(planId, step) : recordRedo(planId, step);

  const see = (step: ChangeSetStep, mode: UndoMode) =>
    onSee({
      step,
      mode,
      onStarted: (undoing) => {
        note(mode, { undone: step.id, by: toStep(undoing) });
        onStarted(undoing.id);
      },
      onFutile: () => dropStep(planId, step.id),
    });
  const takeBackChangeSet = async ({ id }: ChangeSetStep, mode: UndoMode) => {
    // Its errors are shown as those of any write.
    const undoing = await undoChangeSet({ id }).catch(() => null);
    if (undoing === null) return null;
    note(mode, { undone: id, by: toStep(undoing) });
    onStarted(undoing.id);
    showToast({ text: mode === "undo" ? words.plan.undone : words.plan.redone, topic: EDIT_TOPIC });
    return { stepId: undoing.id };
  };
  const takeBackLinks = async (step: EditStep & { kind: "links" }, mode: UndoMode) => {
    const edits = turnedRound(step.edits);
    try {
      await editLinks({ projectId, edits });
    } catch (error) {
      sayNotPutBack(error, { words, onRefused: () => dropStep(planId, step.id) });
      return null;
    }
    const by: EditStep = { kind: "links", id: crypto.randomUUID(), edits };
    note(mode, { undone: step.id, by });
    showToast({ text: words.links.putBack, topic: EDIT_TOPIC });
    return { stepId: by.id };
  };
  const takeBack = async ({ mode, step }: { mode: UndoMode; step: EditStep }) => {
    if (isQuestion(step)) {
      see(step, mode);
      return;
    }
    let by: { stepId: string } | null = null;
    try {
      by = step.kind === "links" ? await takeBackLinks(step, mode) : await takeBackChangeSet(step, mode);
    } finally {
      changeLine(planId, (now) => endMove(now, by));
    }
  };
  useEffect(() => {
    const take = isCovered ? null : takeFromLine(planId);
    if (take !== null) void takeBack(take);
  });

  const ask = (mode: UndoMode) => {
    const { before, after } = changeLine(planId, (now, known) => press(now, { mode, history: known }));
    const text = sayPress({ mode, before, after, words });
    if (text !== null) showToast({ text, topic: EDIT_TOPIC });
  };
  return {
    canUndo: nextUndo(history) !== null,
    canRedo: nextRedo(history) !== null,
    isBusy: isUnderWay(line),
    undo: () => ask("undo"),
    redo: () => ask("redo"),
    undoOne: (id) => void changeLine(planId, (now) => pressFor(now, id)),
  };
}

/** What has to wait, or is called off, would otherwise be asked without a sign. */
function sayPress(options: { mode: UndoMode; before: UndoLine; after: UndoLine; words: Words }): string | null {
  const { mode, before, after, words } = options;
  const { undoWaits, redoWaits, undoCalledOff, redoCalledOff } = words.plan;
  if (after.waiting.length < before.waiting.length) return mode === "undo" ? redoCalledOff : undoCalledOff;
  const waits = after !== before && isUnderWay(before);
  return waits ? (mode === "undo" ? undoWaits : redoWaits) : null;
}

function sayNotPutBack(error: unknown, { words, onRefused }: { words: Words; onRefused: () => void }): void {
  const isRefused = error instanceof ApiError && error.code.startsWith("dependency.");
  if (isRefused) onRefused();
  const { text, code } = sayError(error, { words: dictionaryOf(languageOf(useSettings.getState())) });
  // Takes the place of the message that offered to undo it.
  const topic = isRefused ? { topic: EDIT_TOPIC } : {};
  showToast({ tone: "danger", text: isRefused ? words.links.cantUndo(text) : text, detail: code, ...topic });
}
