import type { ChangeSet } from "@gantry/api-contract";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { changeSetQueries } from "../../queries/change-set-queries.ts";
import { planQueries } from "../../queries/plan-queries.ts";
import { showToast } from "../../ui/toasts.tsx";

const ASK_AGAIN_MS = 1_500;

/**
 * Follows change sets that were started here until they end: then the plan's items are read anew, and what was not
 * applied is said. Live events bring the news; asking again covers a broken stream.
 */
export function useJobWatch(plan: { projectId: string; planId: string }, onSee: (changeSetId: string) => void) {
  const words = useWords();
  const queryClient = useQueryClient();
  const [watched, setWatched] = useState<readonly string[]>([]);
  const latest = useRef({ plan, onSee, words });
  useEffect(() => {
    latest.current = { plan, onSee, words };
  });

  useEffect(() => {
    if (watched.length === 0) return undefined;
    let isOver = false;
    const ask = async (id: string) => {
      const pages = await queryClient.fetchInfiniteQuery(changeSetQueries.detail(id)).catch(() => null);
      const changeSet = pages?.pages[0]?.changeSet;
      if (isOver || changeSet?.state !== "finished") return;
      setWatched((ids) => ids.filter((one) => one !== id));
      void queryClient.invalidateQueries({ queryKey: planQueries.key(latest.current.plan) });
      sayWhatFailed(changeSet);
    };
    const sayWhatFailed = (changeSet: ChangeSet) => {
      const notApplied = countNotApplied(changeSet);
      if (notApplied === 0) return;
      const said = latest.current;
      showToast({
        tone: "danger",
        text: said.words.plan.notApplied(notApplied),
        action: { label: said.words.plan.see, run: () => said.onSee(changeSet.id) },
      });
    };
    const timer = setInterval(() => watched.forEach((id) => void ask(id)), ASK_AGAIN_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [queryClient, watched]);

  return (changeSetId: string) => setWatched((ids) => [...ids.filter((one) => one !== changeSetId), changeSetId]);
}

function countNotApplied({ counts }: ChangeSet): number {
  return (counts.failed ?? 0) + (counts.conflict ?? 0) + (counts.unknown ?? 0);
}
