import type { Preview } from "@gantry/api-contract";
import { LINK_FIELD } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { sayDuration } from "../../i18n/say-duration.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { countItems } from "../../ui/work-items/preview/ticks.ts";
import { SkippedItems } from "./skipped-items.tsx";
import type { LinkWish } from "./link-wish.ts";

/** What a link would do: how many are added, which keep their dates, how many calls, what is left alone and why. */
export function LinkPreview(props: { preview: Preview | null; wish: LinkWish; adding: number }) {
  const { preview, wish, adding } = props;
  const words = useWords();
  const format = useFormat();
  if (preview === null) {
    return (
      <div role="status" className="flex flex-col gap-3 py-2">
        <p className="text-muted">{words.backlog.checking}</p>
        <Skeleton className="w-72" />
        <Skeleton className="w-56" />
      </div>
    );
  }
  const scheduled = countItems(preview.changes.filter((change) => change.field !== LINK_FIELD));
  const day = wish.scheduleUndatedOn;
  return (
    <div className="flex flex-col gap-4">
      {preview.matching > preview.taken && (
        <Notice tone="neutral" icon="info">
          {words.backlog.matching(preview.matching, preview.taken)}
        </Notice>
      )}
      {adding === 0 ? (
        <p>{words.backlog.nothingToAdd}</p>
      ) : (
        <div>
          <p className="text-lg font-semibold">{words.backlog.items(adding)}</p>
          {day !== null && scheduled > 0 ? (
            <p>
              {adding > scheduled && <>{words.backlog.keep(adding - scheduled)}, </>}
              {words.backlog.startOn(scheduled, format.weekday(day))}
            </p>
          ) : (
            <p>{words.backlog.keep(adding)}</p>
          )}
          <p className="mt-1 text-sm text-muted">
            {words.preview.estimate(sayDuration(preview.estimateMs, { words }), preview.upstreamCalls)}
          </p>
          <p className="text-sm text-muted">{words.backlog.noWayBack}</p>
        </div>
      )}
      {preview.skipped.length > 0 && <SkippedItems skipped={preview.skipped} />}
    </div>
  );
}
