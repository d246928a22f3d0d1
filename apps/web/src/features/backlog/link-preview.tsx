import type { Preview } from "@gantry/api-contract";
import { LINK_FIELD } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import type { LinkWish } from "./link-wish.ts";

const MOST_SKIPS = 100;

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
  const scheduled = new Set(
    preview.changes.filter((change) => change.field !== LINK_FIELD).map((change) => change.itemId),
  ).size;
  const day = wish.scheduleUndatedOn;
  return (
    <div className="flex flex-col gap-4">
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
            {words.backlog.estimate(preview.upstreamCalls, Math.max(1, Math.round(preview.estimateMs / 1000)))}
          </p>
          <p className="text-sm text-muted">{words.backlog.noWayBack}</p>
        </div>
      )}
      {preview.skipped.length > 0 && (
        <section aria-label={words.backlog.leftAlone(preview.skipped.length)}>
          <h3 className="mb-1 text-sm font-semibold">{words.backlog.leftAlone(preview.skipped.length)}</h3>
          <ul className="max-h-48 overflow-y-auto rounded-md border border-border text-xs">
            {preview.skipped.slice(0, MOST_SKIPS).map((skip) => (
              <li
                key={`${skip.itemId} ${skip.field ?? ""}`}
                className="flex gap-3 border-b border-border px-3 py-1.5 last:border-0"
              >
                <span className="w-16 shrink-0 text-muted">{skip.itemNumber}</span>
                <span className="min-w-0 flex-1 truncate">{skip.itemTitle}</span>
                <span className="text-muted">{words.changes.skip[skip.reason]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
