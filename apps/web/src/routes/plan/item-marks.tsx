import type { WorkItem } from "@gantry/api-contract";
import { ItemLinks } from "../../features/links/item-links.tsx";
import type { LinkPair } from "../../features/links/link-id.ts";
import { SlackLine } from "../../features/links/slack-line.tsx";
import { useWords } from "../../i18n/use-words.ts";
import type { PlanMarks } from "./use-plan-marks.ts";

/** In an open item's panel: its links, its slack, and how it stands to the baseline. */
export function ItemMarks(props: {
  itemId: string;
  marks: PlanMarks;
  items: readonly WorkItem[];
  onOpenItem: (id: string) => void;
  onOpenLink: (pair: LinkPair) => void;
}) {
  const { itemId, marks } = props;
  const words = useWords();
  const shift = marks.layers.shiftOf(itemId);
  return (
    <div className="flex flex-col gap-4 border-t border-border px-4 py-3 text-sm">
      <SlackLine itemId={itemId} links={marks.links} />
      {shift !== null && (
        <div>
          <h3 className="mb-1 text-sm font-semibold">{words.workItems.fields["shift"]}</h3>
          <p className={shift.late ? "text-danger-text" : ""}>{shift.long}</p>
        </div>
      )}
      <ItemLinks
        itemId={itemId}
        links={marks.links}
        choices={props.items}
        onOpenItem={props.onOpenItem}
        onOpenLink={props.onOpenLink}
        onEdit={(edit) => marks.edit([edit])}
      />
    </div>
  );
}
