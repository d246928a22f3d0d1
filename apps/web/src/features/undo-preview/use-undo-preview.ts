import type { Change, ChangeSet, Preview } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { changeSetMutations } from "../../queries/change-set-mutations.ts";
import { changeKeyOf, tickedChanges, type Unticked } from "../../ui/work-items/preview/ticks.ts";

export type UndoPreview = {
  preview: Preview | null;
  error: unknown;
  unticked: Unticked;
  setUnticked: (unticked: Unticked) => void;
  ticked: readonly Change[];
  isStarting: boolean;
  start: () => void;
  /** What failed, again: reading the preview or starting. */
  tryAgain: () => void;
};

/** Reads what undoing a change set would put back, and starts it without what was unticked. */
export function useUndoPreview(
  changeSet: Pick<ChangeSet, "id" | "projectId">,
  { onStarted }: { onStarted: (undoing: ChangeSet) => void },
): UndoPreview {
  const { id, projectId } = changeSet;
  const queryClient = useQueryClient();
  const reading = useMutation(changeSetMutations.previewUndo(queryClient));
  const starting = useMutation(changeSetMutations.undo(queryClient, { showsOwnErrors: true }));
  const [unticked, setUnticked] = useState<Unticked>(new Set());
  const { mutate: read } = reading;
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (asked.current === id) return;
    asked.current = id;
    read({ projectId, id });
  }, [read, projectId, id]);

  const preview = reading.data ?? null;
  const ticked = useMemo(() => (preview === null ? [] : tickedChanges(preview, unticked)), [preview, unticked]);
  const start = () => {
    const except = (preview?.changes ?? [])
      .filter((change) => unticked.has(changeKeyOf(change)))
      .map(({ itemId, field }) => ({ itemId, field }));
    starting.mutate({ id, except }, { onSuccess: onStarted });
  };
  return {
    preview,
    error: starting.error ?? reading.error,
    unticked,
    setUnticked,
    ticked,
    isStarting: starting.isPending,
    start,
    tryAgain: () => {
      if (starting.error === null) return read({ projectId, id });
      // Somebody may have changed more meanwhile: look again before anything is put back.
      starting.reset();
      setUnticked(new Set());
      read({ projectId, id });
    },
  };
}
