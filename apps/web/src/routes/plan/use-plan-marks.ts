import type { DependencyEdit, WorkItem } from "@gantry/api-contract";
import { useMemo } from "react";
import { type PlanBaseline, usePlanBaseline } from "../../features/baseline/use-plan-baseline.ts";
import { isLate, sayShift, shortShift } from "../../features/baseline/say-shift.ts";
import { describeLinks, sayLinkFaults } from "../../features/links/describe-links.ts";
import { sayDone } from "../../features/links/say-done.ts";
import { useLinkEdits } from "../../features/links/use-link-edits.ts";
import { type PlanLinks, usePlanLinks } from "../../features/links/use-plan-links.ts";
import { EDIT_TOPIC } from "../../features/plan/edit-topic.ts";
import { makingEdit, recordStep } from "../../features/plan/history-store.ts";
import type { PlanLayers } from "../../features/plan/plan-layers.ts";
import type { PlanSearch } from "../../features/plan/plan-search.ts";
import type { SaidError } from "../../i18n/error-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { showToast } from "../../ui/toasts.tsx";

export type PlanMarks = {
  links: PlanLinks;
  baseline: PlanBaseline;
  /** What they add to the plan's lines; the lines themselves are not needed for it. */
  layers: PlanLayers;
  showsCritical: boolean;
  /** Carries out edits of links, and says that it did; answers why not, or null. */
  edit: (edits: readonly DependencyEdit[]) => Promise<SaidError | null>;
};

/** Links, critical path and baseline of a plan: what is read, reckoned and changed. */
export function usePlanMarks(input: {
  plan: { projectId: string; planId: string };
  items: readonly WorkItem[];
  byId: ReadonlyMap<string, WorkItem>;
  search: PlanSearch;
  /** A mind map has none of them. */
  isChart: boolean;
  onUndo: (stepId: string) => void;
}): PlanMarks {
  const { plan, items, byId, search, isChart, onUndo } = input;
  const words = useWords();
  const links = usePlanLinks({ projectId: plan.projectId, items, byId, enabled: isChart });
  const baseline = usePlanBaseline({ plan, items, baselineId: search.baseline, enabled: isChart });
  const showsCritical = isChart && search.critical !== undefined;
  const { comparison } = baseline;
  const layers = useMemo((): PlanLayers => {
    const { titleOf } = links;
    return {
      links: [],
      linksOf: (id) => describeLinks(id, { ends: links, words, titleOf }),
      isCritical: showsCritical ? links.critical().isCritical : () => false,
      baselineOf: (id) => comparison?.datesOf(id) ?? null,
      shiftOf: (id) => {
        const shift = comparison?.shiftOf(id) ?? null;
        if (shift === null) return null;
        return { short: shortShift(shift, words), long: sayShift(shift, words), late: isLate(shift) };
      },
      linkProblems: sayLinkFaults(links.faults(), { words, titleOf }).filter(({ itemId }) => links.isOnPlan(itemId)),
    };
  }, [links, showsCritical, comparison, words]);
  const editLinks = useLinkEdits({ projectId: plan.projectId, titleOf: links.titleOf });
  const edit = async (edits: readonly DependencyEdit[]) => {
    let refused: SaidError | null = null;
    await makingEdit(plan.planId, async () => {
      refused = await editLinks(edits);
      if (refused !== null) return null;
      const id = crypto.randomUUID();
      recordStep(plan.planId, { kind: "links", id, edits });
      const action = { label: words.plan.undo, run: () => onUndo(id) };
      showToast({ text: sayDone(edits, words), topic: EDIT_TOPIC, action });
      return { stepId: id };
    });
    return refused;
  };
  return { links, baseline, layers, showsCritical, edit };
}
