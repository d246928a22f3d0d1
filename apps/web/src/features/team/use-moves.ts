import type { AgreedChange, ChangeSet, Preview } from "@gantry/api-contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { useSettings } from "../../lib/settings.ts";
import { changeSetMutations } from "../../queries/change-set-mutations.ts";
import { previewQueries } from "../../queries/preview-queries.ts";
import { tickedChanges, toAgreed, type Unticked } from "../../ui/work-items/preview/ticks.ts";
import type { PlannedMove } from "./plan-move.ts";
import { joinPreviews, type ProjectProposals, toProposals } from "./to-proposals.ts";

export type ProjectMoves = {
  projectId: string;
  projectName: string;
  preview: Preview;
  unticked: Unticked;
  agreed: readonly AgreedChange[];
};

/** Moves from their preview to their change sets: one for each project, since that is what a change set belongs to. */
export function useMoves(moves: readonly PlannedMove[], { onStarted }: { onStarted: (changeSet: ChangeSet) => void }) {
  const queryClient = useQueryClient();
  const calendar = useSettings((settings) => settings.calendar);
  const [wanted] = useState((): readonly ProjectProposals[] => toProposals(moves, { calendar }));
  const previewing = useQuery(previewQueries.all(wanted.map(({ proposals }) => proposals)));
  const creating = useMutation(changeSetMutations.create(queryClient));
  const [unticked, setUnticked] = useState<Readonly<Record<string, Unticked>>>({});
  const [isApplying, setIsApplying] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const sent = useRef(new Map<string, { key: string; agreed: readonly AgreedChange[] }>());

  const projects = useMemo(
    () =>
      (previewing.data ?? []).flatMap((previews, index): ProjectMoves[] => {
        const project = wanted[index];
        if (project === undefined) return [];
        const preview = joinPreviews(previews);
        const left = unticked[project.projectId] ?? new Set<string>();
        return [{ ...project, preview, unticked: left, agreed: toAgreed(tickedChanges(preview, left)) }];
      }),
    [previewing.data, wanted, unticked],
  );

  const apply = async () => {
    setIsApplying(true);
    setError(null);
    try {
      for (const { projectId, agreed } of projects) {
        if (agreed.length === 0) continue;
        // Pressed again after a failure, what was made already is found by its key and not made twice.
        const known = sent.current.get(projectId);
        const key = known?.agreed === agreed ? known.key : crypto.randomUUID();
        sent.current.set(projectId, { key, agreed });
        onStarted(await creating.mutateAsync({ origin: "edit", projectId, planId: null, changes: [...agreed], key }));
      }
    } catch (failure) {
      setError(failure);
    } finally {
      setIsApplying(false);
    }
  };

  return {
    projects,
    isPreviewing: previewing.isFetching,
    isApplying,
    error: error ?? previewing.error,
    agreed: projects.flatMap((project) => project.agreed),
    setUnticked: (projectId: string, left: Unticked) => setUnticked((now) => ({ ...now, [projectId]: left })),
    apply: () => void apply(),
    retry: () => void (previewing.error === null ? apply() : previewing.refetch()),
  };
}
