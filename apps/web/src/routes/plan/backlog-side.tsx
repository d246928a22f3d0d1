import type { IsoDate } from "@gantry/api-contract";
import { useStore } from "zustand";
import { BacklogPanel } from "../../features/backlog/backlog-panel.tsx";
import type { LinkWish } from "../../features/backlog/link-wish.ts";
import type { DropTarget } from "../../features/backlog/use-chart-drag.ts";
import type { SelectionStore } from "../../features/selection/selection-store.ts";

/** The Backlog with its own selection; a box dragged there draws nothing else anew. */
export function BacklogSide(props: {
  plan: { projectId: string; planId: string };
  selection: SelectionStore;
  today: IsoDate;
  target: DropTarget;
  onAdd: (wish: LinkWish) => void;
  onClose: () => void;
}) {
  const { selection, ...rest } = props;
  const { ids, pick, set } = useStore(selection);
  return <BacklogPanel {...rest} selectedIds={ids} onPick={pick} onSelect={set} />;
}
