import type { IsoDate, WorkItem } from "@gantry/api-contract";
import { type ReactNode, Suspense } from "react";
import type { LinkWish } from "../../features/backlog/link-wish.ts";
import type { DropTarget } from "../../features/backlog/use-chart-drag.ts";
import type { PlanSearch } from "../../features/plan/plan-search.ts";
import type { PlanView } from "../../features/plan/use-plan-view.ts";
import type { ChoiceStore } from "../../features/backlog/choice-store.ts";
import { BacklogSide, ItemPanel } from "./later.ts";

export type PlanSideProps = {
  plan: { projectId: string; planId: string };
  view: PlanView;
  byId: ReadonlyMap<string, WorkItem>;
  today: IsoDate;
  target: DropTarget;
  /** The work item that is open, if any. */
  itemId: string | undefined;
  isBacklogOpen: boolean;
  backlogChoice: ChoiceStore;
  onChange: (change: Partial<PlanSearch>) => void;
  onOpen: (id: string) => void;
  onEdit: (itemIds: readonly string[]) => void;
  onLink: (wish: LinkWish) => void;
  /** Below an open item's fields: its links, slack and shift. */
  marksOf: (itemId: string) => ReactNode;
};

const NO_PROBLEMS: readonly string[] = [];

/** Beside the chart: the open work item, else the Backlog. */
export function PlanSide(props: PlanSideProps) {
  return (
    <Suspense fallback={<div className="w-80 shrink-0 border-l border-border bg-surface max-xl:hidden" />}>
      <OpenSide {...props} />
    </Suspense>
  );
}

function OpenSide(props: PlanSideProps) {
  const { itemId, byId, onChange } = props;
  if (itemId !== undefined) {
    return (
      <ItemPanel
        id={itemId}
        item={byId.get(itemId)}
        row={props.view.rowOf(itemId)}
        problems={props.view.problems.get(itemId) ?? NO_PROBLEMS}
        parent={byId.get(byId.get(itemId)?.parentId ?? "")}
        today={props.today}
        marks={byId.has(itemId) ? props.marksOf(itemId) : null}
        onOpen={props.onOpen}
        onEdit={(item) => props.onEdit([item.id])}
        onClose={() => onChange({ item: undefined })}
      />
    );
  }
  if (!props.isBacklogOpen) return null;
  return (
    <BacklogSide
      plan={props.plan}
      choice={props.backlogChoice}
      today={props.today}
      target={props.target}
      onAdd={props.onLink}
      onClose={() => onChange({ panel: undefined })}
    />
  );
}
