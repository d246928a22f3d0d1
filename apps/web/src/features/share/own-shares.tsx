import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useWords } from "../../i18n/use-words.ts";
import { shareMutations } from "../../queries/share-mutations.ts";
import { shareQueries } from "../../queries/share-queries.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { LinkField } from "./link-field.tsx";
import { ShareList } from "./share-list.tsx";

/** All of one's links and feeds, and the feed of one's own items. */
export function OwnShares() {
  const words = useWords();
  const shares = useQuery(shareQueries.list());
  const create = useMutation(shareMutations.create(useQueryClient()));
  const items = shares.data?.items ?? [];
  const made = items.find(({ id }) => id === create.data?.id);
  return (
    <div className="flex flex-col gap-3 px-4 py-3.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-40 flex-1 text-muted">{words.share.feedLead}</p>
        <Button
          icon="calendar"
          busy={create.isPending}
          onClick={() => create.mutate({ kind: "person-feed", hides: [] })}
        >
          {words.share.makeOwnFeed}
        </Button>
      </div>
      {create.error !== null && (
        <ErrorState error={create.error} onRetry={() => create.mutate({ kind: "person-feed", hides: [] })} />
      )}
      {made !== undefined && <LinkField key={made.id} share={made} />}
      {shares.isError && <ErrorState error={shares.error} onRetry={() => void shares.refetch()} />}
      {shares.isSuccess && items.length === 0 && <p className="text-muted">{words.share.none}</p>}
      {items.length > 0 && <ShareList shares={items} />}
    </div>
  );
}
