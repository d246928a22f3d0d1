import type { CascadeCause } from "@gantry/api-contract";
import { useWords } from "../../../i18n/use-words.ts";
import { Icon } from "../../icons/icon.tsx";
import { type Place, placeStyle } from "./place.ts";
import { PREVIEW_GRID } from "./preview-grid.ts";

/** Under an item that a cascade moves: the item that it follows, and the link along which. */
export function CauseRow({ cause, place }: { cause: CascadeCause; place: Place }) {
  const words = useWords();
  const link = words.links.withLag(words.chart.linkTypes[cause.linkType], cause.lagDays);
  return (
    <div
      role="row"
      aria-rowindex={place.position}
      className={`${PREVIEW_GRID} absolute inset-x-0 text-xs text-muted`}
      style={placeStyle(place)}
    >
      <span
        role="cell"
        aria-colspan={6}
        title={cause.itemTitle}
        className="col-span-full col-start-3 flex min-w-0 items-center gap-1.5 max-md:col-start-2"
      >
        <Icon name="link" size={14} className="shrink-0" />
        <span className="shrink-0">{words.preview.follows(cause.itemNumber)}</span>
        <span className="truncate max-md:hidden">{cause.itemTitle}</span>
        <span className="truncate">{words.preview.alongLink(link)}</span>
      </span>
    </div>
  );
}
