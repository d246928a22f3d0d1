import type { PublicShare } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Badge } from "../../ui/badge.tsx";
import { Logo } from "../../ui/logo.tsx";

/** What is shown, and of when: a link never shows CodeArts as it is now. */
export function PublicHeader({ share }: { share: PublicShare }) {
  const words = useWords();
  const format = useFormat();
  const { page } = words.share;
  const readAt = oldestOf(share);
  const project = share.kind === "plan" ? share.plan.project : null;
  const facts = [
    ...(project === null ? [] : [project]),
    ...(share.kind === "overview" ? [page.plans(share.plans.length)] : []),
    ...(share.sharedBy === null ? [] : [page.sharedBy(share.sharedBy)]),
  ];
  return (
    <header className="flex min-h-(--g-head) shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-border px-gutter py-2">
      <Logo className="max-md:hidden" />
      <h1 className="max-w-full min-w-0 truncate text-xl font-semibold" title={share.name}>
        {share.name}
      </h1>
      <Badge icon="eye">{page.readOnly}</Badge>
      <p className="min-w-0 truncate text-xs text-muted">{facts.join(" · ")}</p>
      <span className="flex-1 max-md:hidden" />
      <p className="text-xs text-muted">{readAt === null ? page.notRead : page.asOf(format.instant(readAt))}</p>
    </header>
  );
}

/** The plan that was read longest ago stands for all. */
function oldestOf(share: PublicShare): number | null {
  if (share.kind === "plan") return share.plan.readAt;
  const read = share.plans.flatMap(({ readAt }) => readAt ?? []);
  return read.length === 0 ? null : read.reduce((oldest, at) => Math.min(oldest, at));
}
