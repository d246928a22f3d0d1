import type { IsoDate } from "@gantry/api-contract";
import { useStore } from "zustand";
import { BacklogPanel } from "../../features/backlog/backlog-panel.tsx";
import type { LinkWish } from "../../features/backlog/link-wish.ts";
import type { DropTarget } from "../../features/backlog/use-chart-drag.ts";
import type { ChoiceStore } from "../../features/backlog/choice-store.ts";

/** The Backlog with its own selection; a box dragged there draws nothing else anew. */
export function BacklogSide(props: {
  plan: { projectId: string; planId: string };
  choice: ChoiceStore;
  today: IsoDate;
  target: DropTarget;
  onAdd: (wish: LinkWish) => void;
  onClose: () => void;
}) {
  const { choice: store, ...rest } = props;
  const { choice, choose } = useStore(store);
  return <BacklogPanel {...rest} choice={choice} onChoose={choose} />;
}
