import type { ItemShape } from "@gantry/api-contract";
import { useWords } from "../../i18n/use-words.ts";
import { Icon } from "../icons/icon.tsx";

const tones: Record<ItemShape, string> = {
  epic: "text-cat-4",
  feature: "text-cat-6",
  story: "text-cat-1",
  task: "text-cat-7",
  bug: "text-cat-5",
  requirement: "text-cat-2",
};

/** A work item's type as its icon; its name goes to screen readers. */
export function ItemTypeIcon(props: { type: string; shape: ItemShape; className?: string }) {
  const words = useWords();
  return (
    <Icon
      name={props.shape}
      label={words.workItems.types[props.type] ?? props.type}
      className={`${tones[props.shape]} ${props.className ?? ""}`}
    />
  );
}
