import { ApiError } from "@gantry/api-client";
import type { PublicShare } from "@gantry/api-contract";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { usePageTitle } from "../../i18n/use-page-title.ts";
import { publicShareQueries } from "../../queries/share-queries.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { PublicHeader } from "./public-header.tsx";
import { PublicOverview } from "./public-overview.tsx";
import { ShareGone } from "./share-gone.tsx";

/** The chart is heavy, and a shared overview does without. */
const PublicPlan = lazy(async () => ({ default: (await import("./public-plan.tsx")).PublicPlan }));

/** What somebody without a session sees of a link. Knows nothing of the rest of Gantry. */
export function PublicSharePage({ token }: { token: string }) {
  const words = useWords();
  const share = useQuery(publicShareQueries.detail(token));
  usePageTitle(share.data?.name ?? words.share.page.title);
  if (share.isError) {
    if (isGone(share.error)) return <ShareGone />;
    return <ErrorState error={share.error} onRetry={() => void share.refetch()} />;
  }
  if (share.data === undefined) return <Waiting />;
  return (
    <div className="flex h-dvh min-h-0 flex-col">
      <PublicHeader share={share.data} />
      <main className="flex min-h-0 flex-1 flex-col">
        {share.data.kind === "overview" ? (
          <PublicOverview plans={share.data.plans} hides={share.data.hides} />
        ) : (
          <SharedPlan token={token} share={share.data} />
        )}
      </main>
    </div>
  );
}

function SharedPlan({ token, share }: { token: string; share: PublicShare }) {
  const items = useQuery(publicShareQueries.items(token));
  if (items.isError) {
    if (isGone(items.error)) return <ShareGone />;
    return <ErrorState error={items.error} onRetry={() => void items.refetch()} />;
  }
  if (items.data === undefined) return <Waiting />;
  return (
    <Suspense fallback={<Waiting />}>
      <PublicPlan items={items.data.items} hides={share.hides} />
    </Suspense>
  );
}

function isGone(error: unknown): boolean {
  return error instanceof ApiError && error.code === "share.not_found";
}

function Waiting() {
  return (
    <div className="flex flex-col gap-4 px-gutter py-6">
      <Skeleton className="w-64" />
      <Skeleton className="w-full" />
      <Skeleton className="w-full" />
    </div>
  );
}
