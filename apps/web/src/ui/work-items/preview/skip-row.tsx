import type { Skip } from "@gantry/api-contract";
import { useFormat } from "../../../i18n/format.ts";
import { useWords } from "../../../i18n/use-words.ts";
import { useToday } from "../../../lib/clock.ts";
import { sayField } from "../field-value.ts";
import { type Place, placeStyle } from "./place.ts";
import { PREVIEW_GRID } from "./preview-grid.ts";
import { sayFound } from "./say-found.ts";

/** An item, or one field of it, that is left as it is. */
export function SkipRow({ skip, place }: { skip: Skip; place: Place }) {
  const words = useWords();
  const format = useFormat();
  const today = useToday();
  const found = sayFound(skip, { words, format, today });
  return (
    <div
      role="row"
      aria-rowindex={place.position}
      className={`${PREVIEW_GRID} absolute inset-x-0 border-b border-border text-xs`}
      style={placeStyle(place)}
    >
      <span />
      <span role="cell" className="truncate text-muted max-md:hidden">
        {skip.itemNumber}
      </span>
      <span role="cell" className="truncate text-sm">
        {skip.itemTitle}
      </span>
      <span role="cell" className="truncate text-muted max-md:hidden">
        {skip.field !== null && sayField(skip.field, words)}
      </span>
      <span role="cell" title={found} className="col-span-3 truncate text-muted">
        {found}
      </span>
    </div>
  );
}
