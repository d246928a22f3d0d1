import type { AgreedChange, ChangeSet, Preview, WorkItem } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useSettings } from "../../lib/settings.ts";
import { changeSetMutations } from "../../queries/change-set-mutations.ts";
import { tickedChanges, toAgreed, type Unticked } from "../../ui/work-items/preview/ticks.ts";
import { createDraft, type Draft, isTouched, type StartWith } from "./draft.ts";
import type { FormFields } from "./form-fields.ts";
import { asksForCascade, checkDraft, type Problems, toEdits } from "./to-edits.ts";

export type BatchEdit = {
  draft: Draft;
  setDraft: (draft: Draft) => void;
  problems: Problems | null;
  isTouched: boolean;
  preview: Preview | null;
  /** The preview shows what the form says now. */
  isCurrent: boolean;
  isPreviewing: boolean;
  isApplying: boolean;
  error: unknown;
  unticked: Unticked;
  setUnticked: (unticked: Unticked) => void;
  agreed: readonly AgreedChange[];
  readPreview: () => void;
  apply: () => void;
};

/** The form's state from first tick to Apply. Errors leave everything typed as it is. */
export function useBatchEdit(input: {
  projectId: string;
  planId: string | null;
  items: readonly WorkItem[];
  form: FormFields;
  startWith: StartWith;
  onStarted: (changeSet: ChangeSet) => void;
}): BatchEdit {
  const { projectId, planId, items, form } = input;
  const queryClient = useQueryClient();
  const calendar = useSettings((settings) => settings.calendar);
  const firstDayOfWeek = useSettings((settings) => settings.firstDayOfWeek);
  const [draft, setDraft] = useState(() => createDraft(form, { startWith: input.startWith, firstDayOfWeek }));
  const [isChecked, setIsChecked] = useState(false);
  const [unticked, setUnticked] = useState<Unticked>(new Set());
  const [shown, setShown] = useState<{ preview: Preview; draft: Draft } | null>(null);
  const previewing = useMutation(changeSetMutations.preview());
  const creating = useMutation(changeSetMutations.create(queryClient));
  const problems = useMemo(() => checkDraft(form, draft), [form, draft]);
  const preview = shown?.preview ?? null;
  const agreed = useMemo(
    () => (preview === null ? [] : toAgreed(tickedChanges(preview, unticked))),
    [preview, unticked],
  );
  // Sending the same changes again is the same change set; other changes are another.
  const key = useMemo(() => (agreed.length === 0 ? "" : crypto.randomUUID()), [agreed]);

  return {
    draft,
    setDraft,
    problems: isChecked ? problems : null,
    isTouched: isTouched(draft),
    preview,
    isCurrent: shown !== null && shown.draft === draft,
    isPreviewing: previewing.isPending,
    isApplying: creating.isPending,
    error: creating.error ?? previewing.error,
    unticked,
    setUnticked,
    agreed,
    readPreview: () => {
      setIsChecked(true);
      if (problems !== null) return;
      creating.reset();
      previewing.mutate(
        {
          kind: "edit",
          projectId,
          planId,
          itemIds: items.map((item) => item.id),
          edits: toEdits(form, draft),
          calendar,
          ...(asksForCascade(draft) && { cascade: true }),
        },
        {
          onSuccess: (answer) => {
            setUnticked(new Set());
            setShown({ preview: answer, draft });
          },
        },
      );
    },
    apply: () => {
      if (agreed.length === 0) return;
      creating.mutate({ origin: "edit", projectId, planId, changes: [...agreed], key }, { onSuccess: input.onStarted });
    },
  };
}
