import type { Skip } from "@gantry/api-contract";
import { useWords } from "../../i18n/use-words.ts";
import { skipsByReason } from "../../ui/work-items/preview/preview-rows.ts";

const MOST_NAMED = 100;

/** What is left alone, by reason; of a long list the first are named. */
export function SkippedItems({ skipped }: { skipped: readonly Skip[] }) {
  const words = useWords();
  return (
    <section aria-label={words.preview.leftAsTheyAre(skipped.length)}>
      <h3 className="mb-1 text-sm font-semibold">{words.preview.leftAsTheyAre(skipped.length)}</h3>
      {skipsByReason(skipped).map(([reason, skips]) => (
        <details key={reason} open={skips.length <= 8} className="border-t border-border py-1 text-xs">
          <summary className="cursor-default py-1 font-medium">
            {words.preview.reasonCount(words.changes.skip[reason], skips.length)}
          </summary>
          <ul tabIndex={0} className="focus-inset max-h-40 overflow-y-auto">
            {skips.slice(0, MOST_NAMED).map((skip) => (
              <li key={`${skip.itemId} ${skip.field ?? ""}`} className="flex gap-3 py-1 pl-4">
                <span className="w-16 shrink-0 text-muted">{skip.itemNumber}</span>
                <span className="min-w-0 flex-1 truncate">{skip.itemTitle}</span>
              </li>
            ))}
            {skips.length > MOST_NAMED && (
              <li className="py-1 pl-4 text-muted">{words.backlog.andMore(skips.length - MOST_NAMED)}</li>
            )}
          </ul>
        </details>
      ))}
    </section>
  );
}
