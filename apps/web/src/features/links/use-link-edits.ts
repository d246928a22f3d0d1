import type { DependencyEdit, DependencyList } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { dictionaryOf } from "../../i18n/dictionary.ts";
import { now } from "../../lib/clock.ts";
import { turnedRound, withLinkEdits } from "../../lib/link-edits.ts";
import { languageOf, useSettings } from "../../lib/settings.ts";
import { dependencyMutations } from "../../queries/dependency-mutations.ts";
import { dependencyQueries } from "../../queries/dependency-queries.ts";
import { sayEditError } from "./say-edit-error.ts";
import type { SaidError } from "../../i18n/error-words.ts";

export type LinkEditsOptions = {
  projectId: string;
  titleOf: (id: string) => string;
};

/**
 * Carries out edits of links, all or none: shown before the answer comes, and put back when they are refused.
 * Answers null, or why they were refused.
 */
export function useLinkEdits({ projectId, titleOf }: LinkEditsOptions) {
  const queryClient = useQueryClient();
  const { mutateAsync } = useMutation(dependencyMutations.edit(queryClient));
  const { queryKey } = dependencyQueries.list(projectId);
  const show = (edits: readonly DependencyEdit[]) =>
    queryClient.setQueryData<DependencyList>(queryKey, (list) => list && withLinkEdits(list, edits, { at: now() }));

  return async (edits: readonly DependencyEdit[]): Promise<SaidError | null> => {
    await queryClient.cancelQueries({ queryKey });
    show(edits);
    try {
      await mutateAsync({ projectId, edits });
    } catch (error) {
      show(turnedRound(edits));
      const words = dictionaryOf(languageOf(useSettings.getState()));
      return sayEditError(error, { words, titleOf, isOnline: navigator.onLine });
    }
    return null;
  };
}
